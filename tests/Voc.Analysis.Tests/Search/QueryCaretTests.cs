using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Search;

public sealed class QueryCaretTests
{
    public static IEnumerable<object[]> Rows => SpecTable.Rows("Search/Specs/Carets.md");

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_being_typed_is_known(string marked, string typed, string field, string replaced)
    {
        var caret = marked.IndexOf('‸', StringComparison.Ordinal);
        var query = marked.Remove(caret, 1);

        var at = QueryCaret.At(query, caret);

        Assert.Equal((typed, field, replaced), at is null ? ("", "", "") : (at.Typed, at.Field?.Name() ?? "", $"{query[..at.Start]}[{query[at.Start..at.End]}]{query[at.End..]}"));
    }

    [Fact]
    public void Any_string_and_any_place_are_answered_with_a_place_around_the_caret() =>
        Prop.ForAll((from text in AnyText.Arbitrary.Generator from caret in Gen.Choose(-2, 200) select (text, caret)).ToArbitrary(), one =>
        {
            var caret = Math.Clamp(one.caret, 0, one.text.Length);
            return QueryCaret.At(one.text, one.caret) is not { } at || (at.Start <= caret && caret <= at.End && at.Start >= 0 && at.End <= one.text.Length);
        }).QuickCheckThrowOnFailure();
}
