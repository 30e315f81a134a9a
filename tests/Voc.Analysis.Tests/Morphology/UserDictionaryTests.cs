using Voc.Analysis.Morphology;

namespace Voc.Analysis.Tests.Morphology;

public sealed class UserDictionaryTests
{
    private readonly Tokenizer _tokenizer = Ipadic.Another();

    [Fact]
    public void A_user_word_stays_whole_where_the_dictionary_would_split_it()
    {
        Assert.Equal("キリン|堂|スカイ|クリーナー|を|買っ|た", Segment("キリン堂スカイクリーナーを買った"));
        _tokenizer.User = UserDictionary.Parse("スカイクリーナー\nキリン堂,,キリンドウ,名詞-固有名詞-組織");
        Assert.Equal("キリン堂|スカイクリーナー|を|買っ|た", Segment("キリン堂スカイクリーナーを買った"));
    }

    [Fact]
    public void A_user_word_becomes_the_segments_and_readings_it_names()
    {
        _tokenizer.User = UserDictionary.Parse("朝青龍杯,朝青龍 杯,アサショウリュウ ハイ,名詞-固有名詞-一般");
        var tokens = _tokenizer.Tokenize("朝青龍杯の");
        Assert.Equal("朝青龍|杯|の", Segment("朝青龍杯の"));
        Assert.Equal(["アサショウリュウ", "ハイ", "ノ"], tokens.Select(t => t.Word.Reading));
        Assert.Equal([WordOrigin.User, WordOrigin.User, WordOrigin.Known], tokens.Select(t => t.Origin));
        Assert.Equal(("名詞", "固有名詞", "一般"), (tokens[0].Word.PartOfSpeech, tokens[0].Word.Detail1, tokens[0].Word.Detail2));
        Assert.Equal("杯", tokens[1].Word.BaseForm);
    }

    [Fact]
    public void Of_overlapping_user_words_the_longer_wins()
    {
        _tokenizer.User = UserDictionary.Parse("東京\n都庁\n東京都\n東京都庁");
        Assert.Equal("東京都庁|へ", Segment("東京都庁へ"));
    }

    [Fact]
    public void A_user_word_may_hold_spaces_and_any_characters()
    {
        _tokenizer.User = UserDictionary.Parse("\"Clean, Sky Pro\"\n😀ビーム\n#ハッシュ");
        Assert.Equal("新しい|Clean, Sky Pro|が|😀ビーム", Segment("新しいClean, Sky Proが😀ビーム"));
    }

    [Fact]
    public void A_user_word_is_found_in_search_mode_too()
    {
        _tokenizer.User = UserDictionary.Parse("関西国際空港");
        Assert.Equal("関西国際空港|行き", string.Join('|', _tokenizer.Tokenize("関西国際空港行き", TokenizeMode.Search).Select(t => t.BaseForm("関西国際空港行き"))));
    }

    [Fact]
    public void Taking_a_dictionary_away_brings_the_old_segmentation_back()
    {
        var before = Segment("スカイクリーナー");
        _tokenizer.User = UserDictionary.Parse("スカイクリーナー");
        _tokenizer.User = UserDictionary.Empty;
        Assert.Equal(before, Segment("スカイクリーナー"));
    }

    [Fact]
    public async Task A_dictionary_may_be_changed_while_texts_are_read()
    {
        var other = UserDictionary.Parse("スカイクリーナー");
        using var done = new CancellationTokenSource();
        var changes = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                _tokenizer.User = _tokenizer.User == other ? UserDictionary.Empty : other;
            }
        });
        for (var i = 0; i < 2_000; i++)
        {
            Assert.Contains(Segment("スカイクリーナー"), new[] { "スカイクリーナー", "スカイ|クリーナー" });
        }

        await done.CancelAsync();
        await changes;
    }

    [Fact]
    public void Ten_thousand_user_words_do_not_slow_the_reading_down()
    {
        _tokenizer.User = new UserDictionary(Enumerable.Range(0, 10_000).Select(i => new UserWord($"機種{i:0000}号", [], [])));
        Assert.Equal("機種0042号|と|機種9999号", Segment("機種0042号と機種9999号"));
    }

    [Theory]
    [InlineData("一\n二,三", "Line 2: The segments 三")]
    [InlineData("# 見出し\n\n一,,ア イ", "Line 3: \"一\" has 2 readings for 1 segments")]
    [InlineData("一\n一", "Line 2: \"一\" is there twice")]
    [InlineData(",a", "Line 1: The surface \"\"")]
    [InlineData("\"開いた", "Line 1: Give at most four columns")]
    [InlineData("a,a,a,a,a", "Line 1: Give at most four columns")]
    public void A_faulty_line_is_refused_by_its_number(string csv, string message)
    {
        var fault = Assert.Throws<DictionaryException>(() => UserDictionary.Parse(csv));
        Assert.StartsWith(message, fault.Text.En, StringComparison.Ordinal);
        Assert.Matches("^[1-3] 行目: ", fault.Text.Ja);
    }

    [Fact]
    public void A_surface_is_at_most_a_hundred_units_long()
    {
        Assert.Single(new UserDictionary([new UserWord(new string('長', 100), [], [])]).Entries);
        Assert.Throws<DictionaryException>(() => new UserDictionary([new UserWord(new string('長', 101), [], [])]));
    }

    private string Segment(string text) => string.Join('|', _tokenizer.Tokenize(text).Select(t => t.Surface(text).ToString()));
}
