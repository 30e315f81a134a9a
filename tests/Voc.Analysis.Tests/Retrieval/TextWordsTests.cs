using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Tests.Retrieval;

public sealed class TextWordsTests
{
    [Theory]
    [InlineData("x ab|a|b y", "x ab y", "x ab a b y")]
    [InlineData("ab|a|b ab|a|b", "ab ab", "ab a b ab a b")]
    [InlineData("zq-1|zq-1|zq|1 zq", "zq-1 zq", "zq-1 zq 1 zq")]
    [InlineData("a b", "a b", "a b")]
    [InlineData("", "", "")]
    public void A_word_stands_for_its_parts_unless_these_count_too(string line, string words, string withParts)
    {
        var index = new ArchiveIndex();
        var snapshot = index.Load([Some.Entry(1, line.Replace('|', (char)0x1F))], 1);
        Assert.True(snapshot.TryGet(1, out var text));

        Assert.Equal(words, string.Join(' ', new TextWords().Of(text).ToArray().Select(w => snapshot.Vocabulary[w])));
        Assert.Equal(withParts, string.Join(' ', new TextWords(parts: true).Of(text).ToArray().Select(w => snapshot.Vocabulary[w])));
    }
}
