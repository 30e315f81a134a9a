using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// Finds issues like one: first by titles and terms among all, then by the words of the reports among the most promising. An issue of
/// another product is less like it.
/// </summary>
internal sealed class SimilarIssues(Store store, CurrentIndex index)
{
    private const int Promising = 20;
    private const int Most = 5;
    private const double Least = 0.25;
    private const double OtherProduct = 0.75;
    private const double ReportsWeight = 0.5;
    private const double TermsWeight = 0.3;
    private const double TitleWeight = 0.2;

    /// <summary>The most similar first; null where there is no such issue.</summary>
    public IReadOnlyList<SimilarIssue>? Find(long id)
    {
        using var context = store.Context();
        var all = context.Set<IssueRow>().AsNoTracking().ToList();
        if (all.Find(i => i.Id == id) is not { } issue)
        {
            return null;
        }
        var words = new IssueWords(all);
        var terms = Terms(issue);
        var promising = all.Where(i => i.Id != id && i.Polarity == issue.Polarity && i.Kind == issue.Kind)
            .Select(other => (Issue: other, Terms: Overlap(terms, Terms(other)), Title: words.Likeness(issue, other)))
            .OrderByDescending(o => ((TermsWeight * o.Terms) + (TitleWeight * o.Title)) * ProductFactor(issue, o.Issue)).Take(Promising).ToList();
        using var session = index.Open();
        var own = ReportProfile.Of(session, id);
        var like = promising
            .Select(o => (o.Issue, Likeness: ((ReportsWeight * own.Likeness(ReportProfile.Of(session, o.Issue.Id))) + (TermsWeight * o.Terms) + (TitleWeight * o.Title)) * ProductFactor(issue, o.Issue)))
            .Where(o => o.Likeness >= Least).OrderByDescending(o => o.Likeness).ThenByDescending(o => o.Issue.DetectedAt).Take(Most).ToList();
        var ends = Ends(context, [.. like.Select(o => o.Issue.Id)]);
        return [.. like.Select(o => Shape(o.Issue, Math.Round(o.Likeness, 3), terms, ends.GetValueOrDefault(o.Issue.Id)))];
    }

    private static SimilarIssue Shape(IssueRow row, double likeness, HashSet<string> terms, DateTimeOffset ended)
    {
        DateTimeOffset? end = IssueLifecycle.Open.Contains(row.State) || ended == default ? null : ended;
        return new SimilarIssue(
            row.Id, row.Title, row.TitleEn, row.Product, row.State.Name(), row.Polarity.Name(), row.Severity.Name(), row.DetectedAt, row.Count, likeness,
            [.. JsonSerializer.Deserialize<string[]>(row.Terms)!.Where(terms.Contains)], end,
            end is { } at ? (int)Math.Max(0, Math.Round((at - row.DetectedAt).TotalDays)) : null, row.Assignee, row.TicketUrl);
    }

    /// <summary>When issues were last fixed or muted.</summary>
    private static Dictionary<long, DateTimeOffset> Ends(VocDbContext context, IReadOnlyCollection<long> ids)
    {
        string[] ends = [IssueState.Fixed.Name(), IssueState.Muted.Name()];
        return context.Set<IssueChangeRow>().AsNoTracking()
            .Where(c => ids.Contains(c.IssueId) && c.Action == IssueActions.State && ends.Contains(c.After)).AsEnumerable()
            .GroupBy(c => c.IssueId).ToDictionary(g => g.Key, g => g.Max(c => c.At));
    }

    private static double ProductFactor(IssueRow one, IssueRow other) => one.Product == other.Product ? 1 : OtherProduct;

    /// <summary>The words an issue is about: its terms, and those of the candidates it explains.</summary>
    private static HashSet<string> Terms(IssueRow row) =>
        [.. JsonSerializer.Deserialize<string[]>(row.Terms)!, .. StoredKeys.Read(row).SelectMany(k => k.Term.Split(IssueCandidates.Separator)).Select(t => t.TrimStart(IssueCandidates.Negation)).Where(t => t.Length > 0)];

    private static double Overlap(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
