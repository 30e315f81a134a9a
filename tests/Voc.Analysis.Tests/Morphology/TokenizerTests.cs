namespace Voc.Analysis.Tests.Morphology;

public sealed class TokenizerTests
{
    [Fact]
    public void Tokens_concatenate_to_the_text()
    {
        const string text = " すもも も\n\nももの　うち。🍑🍑abc  ";
        Assert.Equal(text, string.Concat(Ipadic.Surfaces(text)));
    }

    [Fact]
    public void Tokens_of_one_entry_share_one_word()
    {
        var tokens = Ipadic.Tokenizer.Tokenize("犬と犬");
        Assert.Same(tokens[0].Word, tokens[2].Word);
        Assert.Same(tokens[0].Word, Ipadic.Tokenizer.Tokenize("犬")[0].Word);
    }
}
