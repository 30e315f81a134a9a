using System.Globalization;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class ProximityTests
{
    public static IEnumerable<object[]> Cases => SpecTable.Rows("Retrieval/Specs/Proximity.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_phrase_with_slop_matches(string query, string slop, string text, string matches)
    {
        var match = new TermsMatch(query.TrimEnd('*').Split(' '), query.EndsWith('*')) { Slop = int.Parse(slop, CultureInfo.InvariantCulture) };
        var snapshot = new ArchiveIndex().Load([Some.Entry(1, text)], 1);
        Assert.Equal(matches == "yes" ? 1 : 0, snapshot.Find(match).Total);
    }

    [Fact]
    public void A_long_text_of_one_word_is_read_in_bounded_time()
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var snapshot = new ArchiveIndex().Load([Some.Entry(1, string.Join(' ', Enumerable.Repeat("a", 50_000)) + " b")], 1);
        Assert.Equal(0, snapshot.Find(new TermsMatch(["b", "a", "a", "a"], false) { Slop = 2 }).Total);
        Assert.Equal(1, snapshot.Find(new TermsMatch(["a", "a", "a", "b"], true) { Slop = int.MaxValue }).Total);
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < AnyText.Patience);
    }
}
