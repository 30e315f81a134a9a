using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.Alerts;

/// <summary>Makes messages of what is due and puts them into the queue of their channel, inside the open transaction.</summary>
internal sealed class AlertRelease(IssueNotices notices, VocOptions options)
{
    /// <summary>Whether anything that waits is due.</summary>
    public bool HasDue(VocDbContext context, IReadOnlyList<AlertRule> rules, DateTimeOffset now) =>
        context.Set<AlertPendingRow>().AsNoTracking().AsEnumerable().Any(held => rules.FirstOrDefault(r => r.Id == held.RuleId) is { } rule && IsDue(rule, held, now));

    public void Run(VocDbContext context, IReadOnlyList<AlertRule> rules, DateTimeOffset now)
    {
        foreach (var rule in rules)
        {
            var held = context.Set<AlertPendingRow>().Where(p => p.RuleId == rule.Id).OrderBy(p => p.Id).ToList();
            var due = held.Where(h => IsDue(rule, h, now)).ToList();
            if (due.Count == 0)
            {
                continue;
            }
            if (rule.Timing.Pace == AlertPace.Immediate)
            {
                // What else is held of the same issue is told with it: the message says how the issue is now.
                var issues = due.Select(d => d.IssueId).ToHashSet();
                due = [.. held.Where(h => issues.Contains(h.IssueId))];
            }
            Send(context, rule, due, now);
            context.RemoveRange(due);
            context.SaveChanges();
        }
    }

    private bool IsDue(AlertRule rule, AlertPendingRow held, DateTimeOffset now) => rule.Timing.DueAt(held.At, held.Critical, options.Zone) <= now;

    private void Send(VocDbContext context, AlertRule rule, List<AlertPendingRow> due, DateTimeOffset now)
    {
        var channel = context.Set<WebhookRow>().Single(w => w.Id == rule.Channel);
        var digest = rule.Timing.Pace != AlertPace.Immediate;
        var told = ByIssue(context, due).Select(g => notices.Next(context, rule.Channel, g.Key, [.. g], withQuotes: !digest, now)).ToList();
        if (digest)
        {
            WebhookQueue.Add(context, channel, Digest(rule.Name, told, now), now);
            return;
        }
        foreach (var notice in told)
        {
            WebhookQueue.Add(context, channel, One(rule.Name, notice, now), now);
        }
    }

    /// <summary>What is told of each issue; what was merged meanwhile is told of the issue that it is part of.</summary>
    private static List<IGrouping<long, AlertPendingRow>> ByIssue(VocDbContext context, List<AlertPendingRow> due)
    {
        var merged = context.Set<IssueRow>().IgnoreQueryFilters().Where(i => i.MergedInto != null).ToDictionary(i => i.Id, i => i.MergedInto!.Value);
        long Final(long id)
        {
            for (var left = merged.Count; left > 0 && merged.TryGetValue(id, out var into); left--)
            {
                id = into;
            }
            return id;
        }
        return [.. due.GroupBy(d => Final(d.IssueId))];
    }

    public static WebhookMessage One(string rule, IssueNotice notice, DateTimeOffset now) =>
        new(WebhookEvents.IssueAlert, now, notice.Title) { Rule = rule, Issues = [notice], Path = notice.Path, Url = notice.Url };

    /// <summary>A digest: the gravest first, then the largest.</summary>
    private WebhookMessage Digest(string rule, List<IssueNotice> told, DateTimeOffset now) => new(
        WebhookEvents.IssueDigest, now, new($"課題のまとめ {told.Count} 件：{rule}", $"{told.Count} {(told.Count == 1 ? "issue" : "issues")}: {rule}"))
    {
        Rule = rule,
        Issues = [.. told.OrderByDescending(n => Array.IndexOf(Levels, n.Severity)).ThenByDescending(n => n.Count)],
        Path = "/issues",
        Url = options.UrlOf("/issues"),
    };

    private static readonly string[] Levels = ["low", "medium", "high", "critical"];
}
