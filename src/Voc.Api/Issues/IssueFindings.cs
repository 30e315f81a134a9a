using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Voc.Analysis.Issues;
using Voc.Api.Issues.Grouping;
using Voc.Api.Issues.Severity;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Writes what the detector found: issues, their feedback, the event and the detector's position, in one transaction.</summary>
internal static class IssueFindings
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Several findings of one issue become the last of them with the feedback of all.</summary>
    public static IReadOnlyList<IssueFinding> Combine(IEnumerable<IssueFinding> findings) =>
        [.. findings.GroupBy(f => f.Issue).Select(g => g.Last() with
        {
            NewFeedback = [.. g.SelectMany(f => f.NewFeedback)],
            PartedFrom = g.Select(f => f.PartedFrom).FirstOrDefault(whole => whole is not null),
        })];

    /// <summary>Stores findings inside the open transaction; returns the issues' identifiers, in order.</summary>
    public static IReadOnlyList<long> Apply(StoreConnection connection, IReadOnlyList<IssueFinding> findings, DetectionRow position, DateTimeOffset now)
    {
        using var context = connection.Context();
        var routing = new IssueRouting(connection, context, now);
        var rating = SeverityRating.InForce(connection);
        var rows = new Dictionary<TrackedIssue, IssueRow>();
        foreach (var finding in findings)
        {
            var row = finding.Issue.Id == 0 ? null : context.AnyIssue(finding.Issue.Id);
            var found = row is null;
            row ??= context.Add(new IssueRow { Polarity = finding.Polarity, Product = finding.Product }).Entity;
            if (!routing.IsRejoined(row.Id))
            {
                Fill(row, finding, now);
            }
            context.SaveChanges();
            rows[finding.Issue] = row;
            if (found && finding.PartedFrom is { } whole && (rows.GetValueOrDefault(whole) ?? context.AnyIssue(whole.Id)) is { } from)
            {
                IssueParts.Part(connection, context, routing, from, row, finding.NewFeedback, now);
            }
            else if (found)
            {
                context.Add(new IssueChangeRow { IssueId = row.Id, At = finding.DetectedAt, Who = "", Action = IssueActions.Detected, After = finding.Title.Ja });
                context.SaveChanges();
                if (routing.RuleFor(finding) is { } rule)
                {
                    routing.Follow(row, rule);
                }
            }
            routing.Deliver(row, finding.NewFeedback);
            row.Severity = rating.Level(row, rating.Parts(connection, row));
            context.SaveChanges();
        }
        Save(context, position);
        return [.. findings.Select(f => rows[f.Issue].Id)];
    }

    private static void Fill(IssueRow row, IssueFinding finding, DateTimeOffset now)
    {
        if (!row.Renamed)
        {
            (row.Title, row.TitleEn) = (finding.Title.Ja, finding.Title.En);
        }
        row.Terms = JsonSerializer.Serialize(finding.Terms, Json);
        row.Keys = StoredKeys.Write(finding.Keys);
        (row.SliceField, row.SliceValue) = (finding.Slice?.Field, finding.Slice?.Value);
        row.Onset = finding.Onset.DayNumber;
        row.LastRise = finding.LastRise.DayNumber;
        row.FirstSeen = row.Id == 0 || finding.FirstSeen < row.FirstSeen ? finding.FirstSeen : row.FirstSeen;
        row.LastSeen = finding.LastSeen > row.LastSeen ? finding.LastSeen : row.LastSeen;
        row.DetectedAt = finding.DetectedAt;
        var peak = finding.Peak;
        (row.WindowDays, row.Count, row.Expected, row.Size) = (peak.WindowDays, peak.Count, peak.Expected, peak.Size);
        (row.PValue, row.Threshold, row.Budget) = (peak.PValue, peak.Threshold, peak.Budget);
        row.Severity = finding.Severity;
        row.UpdatedAt = now;
    }

    private static void Save(VocDbContext context, DetectionRow position)
    {
        if (context.Set<DetectionRow>().SingleOrDefault() is { } row)
        {
            (row.Cursor, row.ScannedThrough, row.StartedAt) = (position.Cursor, position.ScannedThrough, position.StartedAt);
        }
        else
        {
            context.Add(new DetectionRow { Cursor = position.Cursor, ScannedThrough = position.ScannedThrough, StartedAt = position.StartedAt });
        }
        context.SaveChanges();
    }
}
