using System.Text.Json;
using Voc.Analysis.Issues;
using Voc.Api.Issues.Severity;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Grouping;

/// <summary>Makes some reports of an issue an issue of their own.</summary>
internal sealed class IssueSplits(Store store, GroupCommitWriter writer, TimeProvider time)
{
    private const int MostTerms = 20;
    private const int MostLetters = 100;
    private const double LeastExpected = 0.01;

    private const string Move = "UPDATE issue_feedback SET IssueId = $to, Via = NULL WHERE IssueId = $from AND FeedbackId = $feedback";

    private const string GiveBack =
        "INSERT INTO issue_feedback (IssueId, FeedbackId) SELECT $to, FeedbackId FROM issue_feedback WHERE IssueId = $from ON CONFLICT DO NOTHING";

    /// <summary>What a split would do, or why it cannot be.</summary>
    public (SplitPreview? Preview, Refusal? Refusal) Preview(long id, SplitRequest request)
    {
        using var connection = store.Open();
        using var context = connection.Context();
        var (plan, refusal) = Plan(connection, context, id, request);
        return (plan is null ? null : new SplitPreview(plan.Chosen.Count, plan.Total, plan.Match.Terms, plan.Match.Product, plan.Title.Ja), refusal);
    }

    /// <summary>Splits; returns the new issue, or why it cannot be.</summary>
    public Task<(long Id, Refusal? Refusal)> SplitAsync(long id, SplitRequest request, string who, CancellationToken cancellationToken) => writer.WriteAsync<(long Id, Refusal? Refusal)>(connection =>
    {
        using var context = connection.Context();
        var (plan, refusal) = Plan(connection, context, id, request);
        return plan is null ? (0, refusal) : (Split(connection, context, plan, who), null);
    }, cancellationToken);

    /// <summary>Makes what was split off a part of its issue again.</summary>
    public static Refusal? Undo(StoreConnection connection, VocDbContext context, IssueRuleRow rule, string who, DateTimeOffset now)
    {
        if (context.AnyIssue(rule.FromId) is not { MergedInto: null } from || context.AnyIssue(rule.ToId) is not { MergedInto: null } split)
        {
            return Refusal.Conflict(
                new("どちらかの課題が、その後ほかの課題に統合されています。", "One of the two was merged into another since."),
                new("後の統合を先に取り消してください。", "Undo the later merge first."), "merged-again");
        }
        (split.MergedInto, split.UpdatedAt, from.UpdatedAt) = (from.Id, now, now);
        connection.Execute(GiveBack, ("$to", from.Id), ("$from", split.Id));
        SeverityRating.Rate(connection, from);
        context.Add(new IssueChangeRow { IssueId = from.Id, At = now, Who = who, Action = IssueActions.Unsplit, After = split.Named() });
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, from.Id, now);
        return null;
    }

    private static (SplitPlan? Plan, Refusal? Refusal) Plan(StoreConnection connection, VocDbContext context, long id, SplitRequest request)
    {
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == id) is not { } issue)
        {
            return (null, Refusal.Missing(new("課題", "issue"), id));
        }
        var terms = (request.Terms ?? []).Select(t => t?.Trim() ?? "").Where(t => t.Length > 0).Distinct().ToList();
        if (terms.Count > MostTerms || terms.Exists(t => t.Length > MostLetters) || request.Title?.Length > 200)
        {
            return (null, Refusal.Of("terms", new($"語は {MostTerms} 個、1 語 {MostLetters} 文字、名前は 200 文字までです。", $"At most {MostTerms} terms of {MostLetters} characters, and a title of 200.")));
        }
        var field = request.Feedback is { Count: > 0 } ? "feedback" : terms.Count > 0 ? "terms" : "product";
        if (issue.Kind != IssueKind.Rise || (field == "product" && string.IsNullOrEmpty(request.Product)))
        {
            return (null, Refusal.Of("terms", new("増加の課題から切り出す声を、語・製品・選んだ声のどれかで指定してください。", "Of an issue that rises, say which reports to split off: by terms, by product, or by choosing them.")));
        }
        var reports = MatchedReport.Of(connection, id);
        var ids = (request.Feedback ?? []).ToHashSet();
        var match = field == "feedback"
            ? SplitMatch.Learn([.. reports.Where(r => ids.Contains(r.Id))], [.. reports.Where(r => !ids.Contains(r.Id))])
            : new SplitMatch(terms, string.IsNullOrEmpty(request.Product) ? null : request.Product);
        var chosen = reports.Where(r => ids.Contains(r.Id) || match.Matches(r)).Select(r => r.Id).ToList();
        return chosen.Count == 0 || chosen.Count == reports.Count
            ? (null, Refusal.Of(field, chosen.Count == 0
                ? new("当てはまる声がありません。", "No report fits that.")
                : new("すべての声が当てはまるので、分けられません。", "All reports fit that, so there is nothing to split.")))
            : (new SplitPlan(issue, match, chosen, reports.Count, TitleOf(issue, match, request.Title)), null);
    }

    private static LocalizedText TitleOf(IssueRow issue, SplitMatch match, string? given)
    {
        if (!string.IsNullOrWhiteSpace(given))
        {
            return new(given.Trim(), given.Trim());
        }
        var words = string.Join('・', match.Terms.Count > 0 ? match.Terms.Take(2) : JsonSerializer.Deserialize<string[]>(issue.Terms)!.Take(2));
        var product = match.Product ?? issue.Product;
        return new($"{(product is null ? "" : product + "：")}「{words}」の報告", $"{(product is null ? "" : product + ": ")}reports of “{words}”");
    }

    private long Split(StoreConnection connection, VocDbContext context, SplitPlan plan, string who)
    {
        var (now, issue) = (time.GetUtcNow(), plan.Issue);
        var split = context.Add(Row(plan, now)).Entity;
        context.SaveChanges();
        foreach (var feedback in plan.Chosen)
        {
            connection.Execute(Move, ("$to", split.Id), ("$from", issue.Id), ("$feedback", feedback));
        }
        SplitCount.Measure(connection, split);
        SeverityRating.Rate(connection, split);
        SeverityRating.Rate(connection, issue);
        issue.UpdatedAt = now;
        context.Add(new IssueRuleRow { Kind = IssueRuleKind.Split, FromId = issue.Id, ToId = split.Id, Match = JsonSerializer.Serialize(plan.Match, Server.Json), At = now, Who = who });
        context.Add(new IssueChangeRow { IssueId = issue.Id, At = now, Who = who, Action = IssueActions.Split, After = split.Named() });
        context.Add(new IssueChangeRow { IssueId = split.Id, At = now, Who = who, Action = IssueActions.SplitFrom, After = issue.Named() });
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, issue.Id, now);
        connection.AppendEvent(EventKind.IssueChanged, split.Id, now);
        return split.Id;
    }

    /// <summary>The new issue: of what was expected and counted of the old one it has its reports' part.</summary>
    private static IssueRow Row(SplitPlan plan, DateTimeOffset now)
    {
        var (issue, part) = (plan.Issue, (double)plan.Chosen.Count / plan.Total);
        var expected = Math.Max(LeastExpected, issue.Expected * part);
        var count = Math.Max(1, (int)Math.Round(issue.Count * part));
        var (first, last) = (FeedbackId.TimeOf(plan.Chosen[0]), FeedbackId.TimeOf(plan.Chosen[^1]));
        return new IssueRow
        {
            Kind = issue.Kind,
            Polarity = issue.Polarity,
            Product = plan.Match.Product ?? issue.Product,
            SliceField = issue.SliceField,
            SliceValue = issue.SliceValue,
            State = issue.State,
            MutedFrom = issue.MutedFrom,
            FixedOn = issue.FixedOn,
            Title = plan.Title.Ja,
            TitleEn = plan.Title.En,
            Renamed = true,
            Terms = plan.Match.Terms.Count > 0 ? JsonSerializer.Serialize(plan.Match.Terms, Server.Json) : issue.Terms,
            Onset = issue.Onset,
            LastRise = issue.LastRise,
            FirstSeen = first,
            LastSeen = last,
            DetectedAt = issue.DetectedAt,
            WindowDays = issue.WindowDays,
            Count = count,
            Expected = expected,
            Size = issue.Size,
            PValue = new NegativeBinomial(expected, issue.Size).Tail(count),
            Severity = issue.Severity,
            Assignee = issue.Assignee,
            SplitFrom = issue.Id,
            UpdatedAt = now,
        };
    }

    private sealed record SplitPlan(IssueRow Issue, SplitMatch Match, List<long> Chosen, int Total, LocalizedText Title);
}
