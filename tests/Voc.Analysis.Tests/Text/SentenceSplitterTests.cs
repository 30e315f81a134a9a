using Voc.Analysis.Text;

namespace Voc.Analysis.Tests.Text;

public sealed class SentenceSplitterTests
{
    public static IEnumerable<object[]> Sentences => SpecTable.Rows("Text/Specs/Sentences.md");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentences_end_as_the_table_says(string text, string sentences)
    {
        Assert.Equal(sentences.Split('¶'), SentenceSplitter.Split(text).Select(s => s.Of(text).ToString()));
    }
}
