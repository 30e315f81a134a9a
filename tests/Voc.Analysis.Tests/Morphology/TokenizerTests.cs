using Voc.Analysis.Morphology;

namespace Voc.Analysis.Tests.Morphology;

public sealed class TokenizerTests
{
    public static IEnumerable<object[]> Normal => SpecTable.Rows("Morphology/Specs/Segmentation.md");

    public static IEnumerable<object[]> Search => SpecTable.Rows("Morphology/Specs/SearchMode.md");

    [Theory]
    [MemberData(nameof(Normal))]
    public void Texts_are_segmented_as_the_table_says(string text, string words)
    {
        Assert.Equal(words, Segmentation.Format(text, Ipadic.Tokenizer.Tokenize(text), SegmentationFormat.Wakati));
    }

    [Theory]
    [MemberData(nameof(Search))]
    public void Search_mode_splits_compounds_as_the_table_says(string text, string normal, string search)
    {
        Assert.Equal(normal, string.Join(' ', Ipadic.Surfaces(text)));
        Assert.Equal(search, string.Join(' ', Ipadic.Surfaces(text, TokenizeMode.Search)));
    }

    [Fact]
    public void What_separates_words_is_a_token_of_its_own()
    {
        const string text = "  左 \n\n 右\t";
        Assert.Equal(["  ", "左", " \n\n ", "右", "\t"], Ipadic.Surfaces(text));
        Assert.Equal([true, false, true, false, true], Ipadic.Tokenizer.Tokenize(text).Select(t => t.IsSpace));
    }

    [Fact]
    public void Tokens_of_one_entry_share_one_word()
    {
        var tokens = Ipadic.Tokenizer.Tokenize("犬と犬");
        Assert.Same(tokens[0].Word, tokens[2].Word);
        Assert.Same(tokens[0].Word, Ipadic.Tokenizer.Tokenize("犬")[0].Word);
    }

    [Fact]
    public void A_word_tells_all_the_dictionary_knows()
    {
        var word = Ipadic.Tokenizer.Tokenize("困っています")[0].Word;
        Assert.Equal(
            new Word
            {
                PartOfSpeech = "動詞",
                Detail1 = "自立",
                Detail2 = "*",
                Detail3 = "*",
                ConjugationType = "五段・ラ行",
                ConjugationForm = "連用タ接続",
                BaseForm = "困る",
                Reading = "コマッ",
                Pronunciation = "コマッ",
            },
            word);
    }

    [Fact]
    public void An_unknown_word_is_its_own_base_form()
    {
        const string text = "彁彁が";
        var tokens = Ipadic.Tokenizer.Tokenize(text);
        Assert.Equal((WordOrigin.Unknown, WordOrigin.Known), (tokens[0].Origin, tokens[1].Origin));
        Assert.Null(tokens[0].Word.BaseForm);
        Assert.Equal("彁彁", tokens[0].BaseForm(text));
    }

    [Fact]
    public void An_empty_text_has_no_tokens()
    {
        Assert.Empty(Ipadic.Tokenizer.Tokenize(""));
    }

    [Fact]
    public void A_list_that_is_used_again_holds_only_the_last_text()
    {
        var tokens = new List<Token>();
        Ipadic.Tokenizer.Tokenize("左右", TokenizeMode.Normal, tokens);
        Ipadic.Tokenizer.Tokenize("犬".AsSpan(), TokenizeMode.Normal, tokens);
        Assert.Equal("犬", Assert.Single(tokens).BaseForm("犬"));
    }
}
