using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Demo;

/// <summary>A step that one of the demo's people took about the issue of a story.</summary>
/// <param name="Story">The story whose issue it is.</param>
/// <param name="Day">Company days before the demo starts.</param>
/// <param name="Hour">Hour of that day, 0 to 24.</param>
/// <param name="Who">User name.</param>
/// <param name="Change">What was changed or said.</param>
internal sealed record DemoStep(string Story, int Day, double Hour, string Who, IssueChange Change);

/// <summary>
/// What the demo's people did about the issues of the past, as shipped in <c>data/demo/triage.json</c>: the same changes, checked the
/// same way, as the issue's page sends, each at its time. Whether a fix has helped is for the service to find, on the day on which that can be told.
/// </summary>
internal sealed class DemoTriage(Store store, GroupCommitWriter writer, DemoTexts texts, IssueFollowUp followUp, VocOptions options, TimeProvider time)
{
    /// <summary>Nobody acts sooner after what came before.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(20);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Takes all steps about the issues that were found, then has the fixes measured.</summary>
    public async Task ReplayAsync(CancellationToken cancellationToken)
    {
        var steps = JsonSerializer.Deserialize<DemoStep[]>(await File.ReadAllTextAsync(Path.Combine(ShippedData.Folder("demo"), "triage.json"), cancellationToken), Json)!;
        foreach (var story in steps.GroupBy(step => step.Story))
        {
            if (IssueOf(story.Key) is { } issue)
            {
                await TakeAsync(issue, [.. story], cancellationToken);
            }
        }
        await MeasureAsync(cancellationToken);
    }

    /// <summary>Has the fixes measured, each on the first day from which on they were found to be as they are.</summary>
    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var (now, today) = (time.GetUtcNow(), CompanyDay.Of(time.GetUtcNow(), options.Zone));
        foreach (var issue in followUp.Fixed(today))
        {
            var (day, state) = (today, followUp.Measured(issue, today));
            while (day.DayNumber > issue.FixedOn && followUp.Measured(issue, day.AddDays(-1)) == state)
            {
                day = day.AddDays(-1);
            }
            await followUp.MeasureAsync(issue, Earlier(CompanyDay.Start(day, options.Zone) + Between, now), cancellationToken);
        }
    }

    private async Task TakeAsync(IssueRow issue, IReadOnlyList<DemoStep> steps, CancellationToken cancellationToken)
    {
        var clock = new PastClock();
        var triage = new IssueTriage(store, writer, options, clock);
        var (now, last) = (time.GetUtcNow(), issue.DetectedAt);
        foreach (var step in steps)
        {
            var planned = CompanyDay.Start(CompanyDay.Of(now, options.Zone).AddDays(-step.Day), options.Zone).AddHours(step.Hour);
            // When the detector finds it depends a little on the day the demo starts on; nobody acts before.
            clock.Time = last = Earlier(Later(planned, last + Between), now);
            if (await triage.ApplyAsync(issue.Id, step.Change, step.Who, cancellationToken) is { } refused)
            {
                throw new InvalidDataException($"triage.json: {step.Story}, day {step.Day}: {refused.ProblemDetails.Detail ?? refused.ProblemDetails.Title}");
            }
        }
    }

    /// <summary>The issue that has most of a story's texts, or null where it was not found.</summary>
    private IssueRow? IssueOf(string story)
    {
        string[] told = [.. texts.Archive.Where(text => text.Story == story).Select(text => text.Id)];
        using var context = store.Context();
        var most = context.Set<IssueFeedbackRow>().Where(l => told.Contains(l.Feedback!.ExternalId)).GroupBy(l => l.IssueId)
            .OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        return context.Set<IssueRow>().AsNoTracking().SingleOrDefault(i => i.Id == most);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private sealed class PastClock : TimeProvider
    {
        public DateTimeOffset Time { get; set; }

        public override DateTimeOffset GetUtcNow() => Time;
    }
}
