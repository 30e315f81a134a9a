using System.Text;
using System.Text.Json.Serialization;
using Voc.Analysis.Issues;
using Voc.Analysis.Search;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>A report as decisions look at it.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Text">What was said, folded as <see cref="SplitMatch.Fold"/> does.</param>
/// <param name="Product">Its product, or null.</param>
/// <param name="Terms">Its words in base form.</param>
internal sealed record MatchedReport(long Id, string Text, string? Product, IReadOnlySet<string> Terms)
{
    private const string Columns = "SELECT f.Id, f.Text, f.Product, s.Terms FROM feedback f LEFT JOIN search_row s ON s.Id = f.Id ";
    private const string One = Columns + "WHERE f.Id = $id";
    private const string OfIssue = Columns + "JOIN issue_feedback l ON l.FeedbackId = f.Id WHERE l.IssueId = $id ORDER BY f.Id";

    public static MatchedReport? Find(StoreConnection connection, long id) => Read(connection, One, id).SingleOrDefault();

    /// <summary>All reports of an issue.</summary>
    public static IReadOnlyList<MatchedReport> Of(StoreConnection connection, long issue) => Read(connection, OfIssue, issue);

    private static List<MatchedReport> Read(StoreConnection connection, string sql, long id)
    {
        using var rows = connection.Query(sql, ("$id", id));
        var reports = new List<MatchedReport>();
        while (rows.Read())
        {
            reports.Add(new MatchedReport(
                rows.GetInt64(0), SplitMatch.Fold(rows.GetString(1)), rows.IsDBNull(2) ? null : rows.GetString(2),
                rows.IsDBNull(3) ? new HashSet<string>() : TermLine.Terms(rows.GetFieldValue<byte[]>(3)).ToHashSet()));
        }
        return reports;
    }
}

/// <summary>Which reports were split off: those with one of the words, of the product where there is one. Without either, none.</summary>
internal sealed record SplitMatch(IReadOnlyList<string> Terms, string? Product)
{
    private const int MostLearned = 5;

    /// <summary>Part of the chosen reports that have a word for it to tell them from the others.</summary>
    private const double LeastShare = 0.6;

    /// <summary>How many times as often the chosen have it as the others.</summary>
    private const double LeastLift = 3;

    public static readonly SplitMatch Nothing = new([], null);

    [JsonIgnore]
    public bool IsNothing => Terms.Count == 0 && Product is null;

    public bool Matches(MatchedReport report) =>
        !IsNothing && (Product is null || Product == report.Product) && (Terms.Count == 0 || Terms.Select(Fold).Any(t => report.Terms.Contains(t) || report.Text.Contains(t, StringComparison.Ordinal)));

    /// <summary>The words by which chosen reports differ from the others, the most telling first; none where nothing tells them apart.</summary>
    public static SplitMatch Learn(IReadOnlyCollection<MatchedReport> chosen, IReadOnlyCollection<MatchedReport> others)
    {
        double Share(IReadOnlyCollection<MatchedReport> reports, string term) => reports.Count == 0 ? 0 : (double)reports.Count(r => r.Terms.Contains(term)) / reports.Count;
        var terms = chosen.SelectMany(r => r.Terms).Distinct().Where(t => IssueCandidates.Term(t) is not null)
            .Select(t => (Term: t, In: Share(chosen, t), Out: Share(others, t)))
            .Where(t => t.In >= LeastShare && t.In >= LeastLift * t.Out)
            .OrderByDescending(t => t.In - t.Out).ThenByDescending(t => t.Term.Length).ThenBy(t => t.Term, StringComparer.Ordinal).Take(MostLearned);
        return new SplitMatch([.. terms.Select(t => t.Term)], null);
    }

    public static string Fold(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return text; // Half a surrogate pair.
        }
    }
}
