using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Severity;

/// <summary>Keeps how severity is reckoned, with everything it was before, and applies a change to the issues that somebody still has to do with.</summary>
internal sealed class SeverityBook(Store store, GroupCommitWriter writer, TimeProvider time)
{
    private const int Shown = 20;

    private static readonly IReadOnlyList<IssueState> Alive = [.. IssueLifecycle.Open, IssueState.Muted];

    /// <summary>What is in force, with the number of the change that made it so; 0 for what is shipped.</summary>
    public (long Version, SeveritySettings Settings) Current()
    {
        using var connection = store.Open();
        return (Version(connection), SeverityRating.InForce(connection).Settings);
    }

    /// <summary>The last changes, newest first, each with what was different before.</summary>
    public IReadOnlyList<SeverityChangeInfo> Changes()
    {
        using var context = store.Context();
        var rows = context.Set<SeverityChangeRow>().AsNoTracking().OrderByDescending(c => c.Id).Take(Shown + 1).ToList();
        var settings = rows.ConvertAll(r => JsonSerializer.Deserialize<SeveritySettings>(r.Settings, Server.Json)!);
        return [.. rows.Take(Shown).Select((row, i) => new SeverityChangeInfo(row.Id, row.At, row.Who, Differences(i + 1 < rows.Count ? settings[i + 1] : SeveritySettings.Shipped, settings[i])))];
    }

    /// <summary>How the issues that are open would be ordered by other settings.</summary>
    public IReadOnlyList<SeverityPreviewItem> Preview(SeveritySettings settings)
    {
        using var connection = store.Open();
        connection.Execute("BEGIN");
        var (now, then) = (SeverityRating.InForce(connection), new SeverityRating(settings));
        using var context = connection.Context();
        var rated = context.Set<IssueRow>().AsNoTracking().Where(i => i.Kind == IssueKind.Rise && IssueLifecycle.Open.Contains(i.State)).AsEnumerable()
            .Select(issue => (Issue: issue, Before: Rated(now, connection, issue), After: Rated(then, connection, issue))).ToList();
        connection.Execute("COMMIT");
        var before = rated.OrderByDescending(r => r.Before.Level).ThenByDescending(r => r.Before.Score).Select((r, i) => (r.Issue.Id, Rank: i + 1)).ToDictionary(r => r.Id, r => r.Rank);
        return [.. rated.OrderByDescending(r => r.After.Level).ThenByDescending(r => r.After.Score).ThenBy(r => before[r.Issue.Id]).Select((r, i) => new SeverityPreviewItem(
            r.Issue.Id, r.Issue.Title, r.Issue.TitleEn,
            new SeverityRank(before[r.Issue.Id], Math.Round(r.Before.Score, 1), r.Before.Level.Name()),
            new SeverityRank(i + 1, Math.Round(r.After.Score, 1), r.After.Level.Name())))];
    }

    /// <summary>Puts settings in force and applies them, all or nothing; false where somebody else changed them since <paramref name="version"/>.</summary>
    public async Task<bool> ChangeAsync(long version, SeveritySettings settings, string who, CancellationToken cancellationToken)
    {
        var rating = new SeverityRating(settings);
        // Feedback of hundreds of issues is read before the transaction, in which everybody else waits.
        var levels = Levels(rating);
        return await writer.WriteAsync(connection => Apply(connection, version, rating, levels, who), cancellationToken);
    }

    private static (IssueSeverity Level, double Score) Rated(SeverityRating rating, StoreConnection connection, IssueRow issue)
    {
        var parts = rating.Parts(connection, issue);
        return (rating.Level(issue, parts), rating.Score(parts));
    }

    private Dictionary<long, IssueSeverity> Levels(SeverityRating rating)
    {
        using var connection = store.Open();
        using var context = connection.Context();
        return context.Set<IssueRow>().AsNoTracking().Where(i => i.Kind == IssueKind.Rise && Alive.Contains(i.State)).ToList()
            .ToDictionary(i => i.Id, i => rating.Level(i, rating.Parts(connection, i)));
    }

    private bool Apply(StoreConnection connection, long version, SeverityRating rating, Dictionary<long, IssueSeverity> levels, string who)
    {
        if (Version(connection) != version)
        {
            return false;
        }
        var now = time.GetUtcNow();
        using var context = connection.Context();
        context.Add(new SeverityChangeRow { At = now, Who = who, Settings = JsonSerializer.Serialize(rating.Settings, Server.Json) });
        context.SaveChanges();
        foreach (var issue in context.Set<IssueRow>().Where(i => i.Kind == IssueKind.Rise && Alive.Contains(i.State)).ToList())
        {
            // One that was found meanwhile is read now.
            var level = levels.TryGetValue(issue.Id, out var known) ? known : rating.Level(issue, rating.Parts(connection, issue));
            if (level != issue.Severity)
            {
                (issue.Severity, issue.UpdatedAt) = (level, now);
                context.SaveChanges();
                connection.AppendEvent(EventKind.IssueChanged, issue.Id, now);
            }
        }
        return true;
    }

    private static long Version(StoreConnection connection) => (long?)connection.Scalar("SELECT max(Id) FROM severity_change") ?? 0;

    private static List<SeverityDifference> Differences(SeveritySettings before, SeveritySettings after)
    {
        static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
        static string Added(IReadOnlyList<string> one, IReadOnlyList<string> other) => string.Join("、", one.Except(other));
        return [.. SeverityRequest.Points(before).Zip(SeverityRequest.Points(after), (b, a) => new SeverityDifference(a.Name, Number(b.Points), Number(a.Points)))
            .Append(new("safetyWords", Added(before.SafetyWords, after.SafetyWords), Added(after.SafetyWords, before.SafetyWords)))
            .Append(new("moneyWords", Added(before.MoneyWords, after.MoneyWords), Added(after.MoneyWords, before.MoneyWords)))
            .Append(new("attribute", before.Attribute ?? "", after.Attribute ?? ""))
            .Append(new("importantValues", string.Join("、", before.ImportantValues), string.Join("、", after.ImportantValues)))
            .Append(new("importantFrom", Number(before.ImportantFrom), Number(after.ImportantFrom)))
            .Where(d => d.From != d.To)];
    }
}
