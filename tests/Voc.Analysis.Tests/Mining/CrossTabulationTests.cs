using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Analysis.Tests.Retrieval;

namespace Voc.Analysis.Tests.Mining;

public sealed class CrossTabulationTests
{
    private static readonly (Dimension Dimension, Facet Facet)[] Dimensions =
    [
        (new(DimensionKind.Topic), Facet.Topic), (new(DimensionKind.Intent), Facet.Intent), (new(DimensionKind.Channel), Facet.Channel),
        (new(DimensionKind.Sentiment), Facet.Sentiment), (new(DimensionKind.Product), Facet.Product), (new(DimensionKind.Source), Facet.Source),
        (new(DimensionKind.Segment), Facet.Segment), (new(DimensionKind.Language), Facet.Language), (new(DimensionKind.Month), Facet.Month),
    ];

    [Fact]
    public void The_rows_and_columns_of_any_archive_are_its_facets_and_the_cells_are_those_of_both_together()
    {
        var pair = Gen.Elements(Dimensions).Two().Where(d => d.Item1 != d.Item2);
        Prop.ForAll(pair.Zip(AnyArchive.Entries).ToArbitrary(), input =>
        {
            var ((rows, columns), snapshot) = (input.Item1, Snapshot(input.Item2));
            var cross = Cross(snapshot, rows.Dimension, columns.Dimension, 100);
            return Same(Known(snapshot, columns), rows, cross.Rows.Values, cross.Table.RowTexts)
                && Same(Known(snapshot, rows), columns, cross.Columns.Values, cross.Table.ColumnTexts)
                && Enumerable.Range(0, cross.Rows.Values.Count).All(r => !columns.Dimension.IsPartition
                    || Enumerable.Range(0, cross.Columns.Values.Count).Sum(c => cross.Table.Count(r, c)) == cross.Table.RowTexts[r]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_beyond_the_shown_values_is_counted_with_the_others()
    {
        Prop.ForAll(AnyArchive.Entries.ToArbitrary(), entries =>
        {
            var snapshot = Snapshot(entries);
            var (whole, part) = (Cross(snapshot, Dimensions[2].Dimension, Dimensions[8].Dimension, 100), Cross(snapshot, Dimensions[2].Dimension, Dimensions[8].Dimension, 2));
            return part.Table.Total == whole.Table.Total && part.Table.RowTexts.Sum() == part.Table.Total && part.Table.ColumnTexts.Sum() == part.Table.Total
                && part.Rows.Values.Count <= 2 && part.Rows.All == whole.Rows.Values.Count && part.Rows.HasOthers == whole.Rows.Values.Count > 2
                && part.Rows.Values.SequenceEqual(whole.Rows.Values.Take(2))
                && part.Columns.Values.SequenceEqual(whole.Columns.Values.TakeLast(2));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Opinions_and_what_they_are_about_are_counted_as_the_index_finds_them()
    {
        Prop.ForAll(AnyArchive.Entries.ToArbitrary(), entries =>
        {
            var snapshot = Snapshot(entries);
            var counts = new OpinionCounts(snapshot.Opinions);
            foreach (var text in snapshot.Find(Match.Everything))
            {
                counts.Add(text.Id, text.Opinions);
            }
            int Find(string? target, string? expression, int? polarity) => snapshot.Find(new OpinionMatch(target, expression, polarity)).Total;
            return counts.WithOpinions == Find(null, null, null)
                && counts.Pairs(1).All(p => p.Texts == Find(p.Pair.Target ?? "", p.Pair.Expression, p.Pair.Polarity))
                && counts.Targets(1).All(t => (t.Texts, t.Positive, t.Neutral, t.Negative) == (Find(t.Target, null, null), Find(t.Target, null, 1), Find(t.Target, null, 0), Find(t.Target, null, -1)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_topic_holds_the_texts_of_those_below_it_once()
    {
        IndexEntry[] entries = [new() { Id = 1, Topics = "delivery delivery.delay", Text = "" }, new() { Id = 2, Topics = "delivery.delay", Text = "" }, new() { Id = 3, Topics = "price", Text = "" }];
        var cross = Cross(Snapshot(entries), new(DimensionKind.Topic), new(DimensionKind.Channel), 10, topic => topic == "delivery.delay" ? "delivery" : null);

        Assert.Equal(["delivery 2", "delivery.delay 2", "price 1"], cross.Rows.Values.Select((v, r) => $"{v} {cross.Table.RowTexts[r]}"));
    }

    [Theory]
    [InlineData("Topic", DimensionKind.Topic, null)]
    [InlineData(" month ", DimensionKind.Month, null)]
    [InlineData("attribute:地域", DimensionKind.Attribute, "地域")]
    [InlineData("ATTRIBUTE: Region ", DimensionKind.Attribute, "Region")]
    public void A_dimension_goes_by_its_name(string name, DimensionKind kind, string? attribute)
    {
        Assert.True(Dimension.TryParse(name, out var dimension));
        Assert.Equal(new Dimension(kind, attribute), dimension);
        Assert.True(Dimension.TryParse(dimension.Name, out var again));
        Assert.Equal(dimension, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("attribute")]
    [InlineData("attribute:")]
    [InlineData("3")]
    public void What_is_no_dimension_is_none(string name) => Assert.False(Dimension.TryParse(name, out _));

    /// <summary>The texts of which a value is known, where there should be one.</summary>
    private static MatchedTexts Known(IndexSnapshot snapshot, (Dimension Dimension, Facet Facet) of) => of.Facet is Facet.Product or Facet.Segment
        ? snapshot.Find(new FieldMatch(of.Facet == Facet.Product ? QueryField.Product : QueryField.Segment, "", Prefix: true))
        : snapshot.Find(Match.Everything);

    private static bool Same(MatchedTexts texts, (Dimension Dimension, Facet Facet) of, IReadOnlyList<string> values, IReadOnlyList<int> counts)
    {
        // A table has one row for what a query does not tell apart.
        var facet = texts.Count(of.Facet).Where(f => f.Value.Length > 0).GroupBy(f => QueryFields.Normalize(f.Value)).ToDictionary(g => g.Key, g => g.Sum(f => f.Count));
        return facet.Count == values.Count && values.Select((v, i) => facet.GetValueOrDefault(QueryFields.Normalize(v)) == counts[i]).All(same => same);
    }

    private static IndexSnapshot Snapshot(IReadOnlyList<IndexEntry> entries) => new ArchiveIndex().Apply(entries, [], 1);

    private static CrossTabulation Cross(IndexSnapshot snapshot, Dimension rows, Dimension columns, int most, Func<string, string?>? parent = null) =>
        CrossTabulation.Of(snapshot.Find(Match.Everything), new TextSorter(rows, parent ?? (_ => null)), new TextSorter(columns, parent ?? (_ => null)), most, most);
}
