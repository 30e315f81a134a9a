using System.Text.Json;

namespace Voc.Analysis.Tests;

public sealed class AnalyzerTests
{
    private static readonly Analyzer Analyzer = Shipped.Analyzer;

    public static TheoryData<string> OddTexts => new()
    {
        "", " ", "\n\n", "。", "！？", "😊", "\uD83D", "\uDE0A\uD83D", "\0\u0001\u0008", "ｶﾞ", "(´;ω;`)", "ない", "ないないない", "のにがけどは", "1", "-", "A-", "の", "が が が",
        "안녕하세요", "你好吗", "Great app, but it crashes.", "\u202Eabc\u202C", "👨‍👩‍👧‍👦", new string('w', 5000), string.Concat(Enumerable.Repeat("ー", 3000)),
    };

    [Fact]
    public void A_text_with_praise_and_a_fault_gives_two_opinions_of_opposite_sign()
    {
        var opinions = Analyzer.Analyze("アプリは使いやすいが、ログインできないことがある").Opinions;

        Assert.Equal([1, -1], opinions.Select(o => o.Polarity));
        Assert.Equal("アプリ", opinions[0].Target);
    }

    [Fact]
    public void Something_that_cannot_be_done_is_a_negated_opinion_of_what_it_is_about()
    {
        var opinion = Assert.Single(Analyzer.Analyze("ミラーが格納できない").Opinions);

        Assert.Equal(("ミラー", "格納できる", true, -1), (opinion.Target, opinion.Expression, opinion.Negated, opinion.Polarity));
    }

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void Odd_text_is_read_without_an_exception_and_with_offsets_inside_it(string text)
    {
        var read = Analyzer.Analyze(text);

        Assert.All(read.Opinions, o => AssertInside(text, o.Start, o.Length));
        Assert.All(read.Sentences, s => AssertInside(text, s.Start, s.Length));
    }

    [Fact]
    public void Any_mix_of_characters_is_read_with_offsets_inside_it()
    {
        const string Alphabet = "ないのがけどはをにてでもっとたらば使いやすい壊れる高値段最高エラー🙂\uD83D。、！？ (wAー1ｶﾞ々\n";
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Create(random.Next(60), random, (span, r) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Alphabet[r.Next(Alphabet.Length)];
                }
            });
            var read = Analyzer.Analyze(text);
            Assert.All(read.Opinions, o => AssertInside(text, o.Start, o.Length));
            Assert.InRange(read.Sentiment.Score, -1, 1);
            Assert.InRange(read.Sentiment.Confidence, 0, 1);
        }
    }

    [Fact]
    public void Offsets_point_into_the_text_as_it_was_given()
    {
        const string Text = "ﾄﾞｱから①ﾃｽﾄ　すごーーーく使いにくいｗｗｗ";

        var opinion = Assert.Single(Analyzer.Analyze(Text).Opinions);

        Assert.Equal("使いにくい", Text.Substring(opinion.Start, opinion.Length));
    }

    [Fact]
    public async Task The_same_text_gives_the_same_answer_on_any_thread()
    {
        string[] texts = ["部屋は綺麗でしたが、対応が遅くて残念でした。", "充電できません。どうすればいいですか？", "最高😊 また来たい！", "異音がするようになった"];
        var expected = texts.Select(Json).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => Json(texts[i % texts.Length]))));

        Assert.All(answers.Index(), a => Assert.Equal(expected[a.Index % texts.Length], a.Item));
    }

    [Fact]
    public void An_empty_text_is_neutral_with_nothing_in_it()
    {
        var read = Analyzer.Analyze("");

        Assert.Equal(SentimentLabel.Neutral, read.Sentiment.Label);
        Assert.Empty(read.Opinions);
        Assert.Empty(read.Terms);
        Assert.Equal("und", read.Language);
    }

    private static string Json(string text) => JsonSerializer.Serialize(Analyzer.Analyze(text));

    private static void AssertInside(string text, int start, int length)
    {
        Assert.InRange(start, 0, text.Length);
        Assert.InRange(length, 0, text.Length - start);
    }
}
