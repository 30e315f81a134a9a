using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews;

namespace Voc.Api.Sources;

/// <summary>Reads review-page sources, on request and when they are due, and notes on each how it went.</summary>
internal sealed class ReviewRuns(Store store, ReviewPageReader reader, Intake intake, TimeProvider time)
{
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _running = new();

    /// <summary>Reads a source now; a second call for the same source waits for the first.</summary>
    public async Task<RunAnswer> RunAsync(int id, CancellationToken cancellationToken)
    {
        var turn = _running.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = store.Context();
            var source = await db.Sources.SingleAsync(s => s.Id == id, cancellationToken);
            var settings = SourceKinds.Reviews(SourceInfo.Parse(source.Settings))!;
            var state = source.State is null ? FetchValidators.None : JsonSerializer.Deserialize<FetchValidators>(source.State)!;
            var reading = await reader.ReadAsync(source.Name, settings, state, cancellationToken);
            var taken = await intake.AcceptAsync(reading.Rows, cancellationToken);
            var duplicates = taken.Accepted.Count(a => a.Duplicate);
            var error = reading.Problems.Count == 0 ? null : string.Join(" ", reading.Problems.Select(p => p.Say()));
            // What was read is durable by now, so the next reading may start from here.
            source.State = JsonSerializer.Serialize(reading.State);
            (source.LastRunAt, source.LastError, source.LastCount) = (time.GetUtcNow(), error, taken.Accepted.Count - duplicates);
            await db.SaveChangesAsync(cancellationToken);
            return new RunAnswer(taken.Accepted.Count - duplicates, duplicates, taken.Rejected.Count, error);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads every source whose time has come, one after the other.</summary>
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<SourceRow> scheduled;
        await using (var db = store.Context())
        {
            scheduled = await db.Sources.AsNoTracking()
                .Where(s => s.Enabled && s.Kind == SourceKinds.ReviewPage && s.ScheduleMinutes != null).ToListAsync(cancellationToken);
        }
        foreach (var source in scheduled.Where(s => s.LastRunAt is not { } last || last.AddMinutes(s.ScheduleMinutes!.Value) <= now))
        {
            await RunAsync(source.Id, cancellationToken);
        }
    }
}

/// <summary>Looks every minute whether a source is due.</summary>
[DisallowConcurrentExecution]
internal sealed class DueReviews(ReviewRuns runs) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runs.RunDueAsync(cancellationToken);
}
