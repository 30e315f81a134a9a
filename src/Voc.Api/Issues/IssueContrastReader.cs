using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Compares those who reported an issue with those who said something else of its product in its days, in the index.</summary>
internal sealed class IssueContrastReader(Store store, CurrentIndex index)
{
    /// <summary>An issue of one day is compared with at least these days before its last report.</summary>
    private const int LeastDays = 28;

    private const int MostAttributes = 30;
    private const int MostValues = 8;

    /// <summary>A field with more values than this share of the reports tells reports apart rather than what they share, such as a serial number.</summary>
    private const double MostDistinct = 0.5;

    private const int FewValues = 6;
    private const double MostFalse = 0.05;

    /// <summary>The comparison, or null where there is no such issue.</summary>
    public IssueContrasts? Read(long id, CancellationToken cancellationToken = default)
    {
        using var context = store.Context();
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == id) is not { } issue)
        {
            return null;
        }
        using var session = index.Open();
        var ids = SearchMatch.TextsOfIssue(session.Connection, id);
        var all = session.Index.Find(new IdsMatch(ids), cancellationToken);
        var heard = new HashSet<ulong>();
        var reports = Voices(session.Index, all, heard, cancellationToken);
        var (first, last) = Days(all) ?? (issue.Onset, issue.LastRise);
        first = Math.Min(first, last - LeastDays + 1);
        var rest = new List<Match> { new RangeMatch(QueryField.Date, first, FromIncluded: true, last, ToIncluded: true), new NoneMatch(new IdsMatch(ids)) };
        if (issue.Product is { } product && QueryFields.TryValue(QueryField.Product, product, out var canonical))
        {
            rest.Add(new FieldMatch(QueryField.Product, canonical, Prefix: false));
        }
        var elsewhere = Voices(session.Index, session.Index.Find(new AllMatch(rest), cancellationToken), heard, cancellationToken);
        var fields = Fields(issue, reports).Select(f => (f.Field, f.Attribute, Values: Compare(f.Count(reports), f.Count(elsewhere)))).Where(f => f.Values.Count > 0).ToList();
        return Tested(fields, reports.Total, elsewhere.Total, DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last), issue.Product);
    }

    private static IEnumerable<(string Field, string? Attribute, Func<MatchedTexts, IReadOnlyList<FacetCount>> Count)> Fields(IssueRow issue, MatchedTexts reports)
    {
        yield return ("channel", null, texts => texts.Count(Facet.Channel));
        if (issue.Product is null)
        {
            yield return ("product", null, texts => texts.Count(Facet.Product));
        }
        foreach (var attribute in reports.Attributes().Take(MostAttributes).Select(a => a.Value).Order(StringComparer.Ordinal))
        {
            yield return ("attribute", attribute, texts => texts.Count(attribute));
        }
    }

    /// <summary>
    /// Each customer's first text, so that one who writes often tells nothing about others; who is not known is somebody else each time. Whoever
    /// is among <paramref name="heard"/> already is left out, and all others are added.
    /// </summary>
    private static MatchedTexts Voices(IndexSnapshot index, MatchedTexts texts, HashSet<ulong> heard, CancellationToken cancellationToken)
    {
        var first = new Dictionary<ulong, long>();
        var ids = new List<long>();
        foreach (var text in texts)
        {
            if (text.Customer == 0)
            {
                ids.Add(text.Id);
            }
            else if (!heard.Contains(text.Customer))
            {
                first[text.Customer] = first.TryGetValue(text.Customer, out var known) ? Math.Min(known, text.Id) : text.Id;
            }
        }
        heard.UnionWith(first.Keys);
        ids.AddRange(first.Values);
        ids.Sort();
        return index.Find(new IdsMatch(ids), cancellationToken);
    }

    private static (int First, int Last)? Days(MatchedTexts reports)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        foreach (var report in reports)
        {
            (first, last) = (Math.Min(first, report.Day), Math.Max(last, report.Day));
        }
        return first <= last ? (first, last) : null;
    }

    private static List<(string Value, ShareContrast Contrast)> Compare(IReadOnlyList<FacetCount> here, IReadOnlyList<FacetCount> elsewhere)
    {
        var (known, others) = (here.Where(v => v.Value.Length > 0).ToList(), elsewhere.Where(v => v.Value.Length > 0).ToDictionary(v => v.Value, v => v.Count));
        var (total, rest) = (known.Sum(v => v.Count), others.Values.Sum());
        var same = known.Count == 1 && others.Count == 1 && others.ContainsKey(known[0].Value);
        return same || known.Count > Math.Max(FewValues, total * MostDistinct) ? []
            : [.. known.Select(v => (v.Value, new ShareContrast(v.Count, total, others.GetValueOrDefault(v.Value), rest)))];
    }

    private static IssueContrasts Tested(
        List<(string Field, string? Attribute, List<(string Value, ShareContrast Contrast)> Values)> fields, int reports, int elsewhere, DateOnly from, DateOnly to, string? product)
    {
        double[] p = [.. fields.SelectMany(f => f.Values).Select(v => v.Contrast.P)];
        var q = FalseDiscovery.Adjust(p);
        var at = 0;
        return new IssueContrasts(reports, elsewhere, from, to, product, p.Length, [.. fields.Select(field =>
        {
            var values = field.Values.ConvertAll(v => Value(v.Value, v.Contrast, p[at], q[at++]));
            var shown = values.OrderByDescending(v => v.IsOver).ThenBy(v => v.IsOver ? v.P : 0).ThenByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(MostValues);
            return new ContrastedField(field.Field, field.Attribute, [.. shown], Math.Max(0, values.Count - MostValues));
        })]);
    }

    private static ContrastedValue Value(string value, ShareContrast contrast, double p, double q)
    {
        var (low, high) = contrast.Interval;
        return new ContrastedValue(
            value, contrast.With, contrast.Total, contrast.RestWith, contrast.RestTotal, contrast.Share, contrast.RestShare, contrast.Ratio, low, high, p, q,
            q <= MostFalse && contrast.Share > contrast.RestShare);
    }
}
