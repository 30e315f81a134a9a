using Voc.Analysis.Mining;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests.Mining;

public sealed class WordListTests
{
    private static readonly WordKinds Kinds = new(Ipadic.Tokenizer);

    [Theory]
    [InlineData("画面", WordKind.Noun)]
    [InlineData("アプリ", WordKind.Noun)]
    [InlineData("zq-1x299", WordKind.Noun)]
    [InlineData("関西国際空港", WordKind.Noun)]
    [InlineData("落ちる", WordKind.Verb)]
    [InlineData("遅い", WordKind.Adjective)]
    [InlineData("便利", WordKind.Adjective)]
    [InlineData("ゆっくり", WordKind.Adverb)]
    [InlineData("三", WordKind.Other)]
    [InlineData("2026", WordKind.Other)]
    [InlineData("", WordKind.Other)]
    public void A_term_is_of_the_kind_its_last_word_is(string term, WordKind kind) => Assert.Equal(kind, Kinds.Of(term));

    [Fact]
    public void Any_text_is_of_some_kind() => AnyText.Always(text => Enum.IsDefined(Kinds.Of(text)));

    [Theory]
    [InlineData("思う", true)]
    [InlineData("the", true)]
    [InlineData("2026", true)]
    [InlineData("遅い", false)]
    [InlineData("iphone15", false)]
    [InlineData("#", true)]
    [InlineData("二", true)]
    [InlineData("二十五", true)]
    [InlineData("三つ", true)]
    [InlineData("一番", true)]
    [InlineData("一部", false)]
    [InlineData("十分", false)]
    [InlineData("何", true)]
    [InlineData("数", true)]
    [InlineData("か月", true)]
    [InlineData("ない", true)]
    [InlineData("ー", true)]
    [InlineData("w", true)]
    [InlineData("水", false)]
    public void The_shipped_list_leaves_out_what_says_nothing(string term, bool stops) => Assert.Equal(stops, StopWords.Load().Contains(term));

    [Fact]
    public void Every_stop_word_is_a_term_as_the_index_has_it()
    {
        var lines = File.ReadLines(ShippedData.Folder("mining", "stop-words.txt")).Where(l => l.Length > 0 && l[0] != '#').ToList();

        Assert.Equal(lines.Distinct(), lines);
        Assert.All(lines, line => Assert.Equal(line.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormKC), line));
    }
}
