using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Sources.Social;
using Voc.Api.Storage;

namespace Voc.Api.Sources;

/// <summary>Reads sources that are fetched, on request and when they are due, and notes on each how it went.</summary>
internal sealed class SourceRuns(Store store, SourceReader reader, SocialRuns social, Intake intake, TimeProvider time, ILogger<SourceRuns> log)
{
    private static readonly LocalizedText Unexpected = new(
        "取得中に予期しないエラーが起きました。次の予定で再試行します。続く場合は管理者がログを確認してください。",
        "Something unexpected went wrong; it is tried again at the next time. If it goes on, an administrator should read the log.");

    private readonly ConcurrentDictionary<int, SemaphoreSlim> _running = new();

    /// <summary>When a server asked to be left alone until.</summary>
    private readonly ConcurrentDictionary<int, DateTimeOffset> _notBefore = new();

    /// <summary>Reads a source now; a second call for the same source waits for the first.</summary>
    public async Task<RunAnswer> RunAsync(int id, CancellationToken cancellationToken)
    {
        var turn = _running.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = store.Context();
            var source = await db.Sources.SingleAsync(s => s.Id == id, cancellationToken);
            if (SourceKinds.IsPlatform(source.Kind))
            {
                return await RunSocialAsync(db, source, cancellationToken);
            }
            var state = FetchState.Of(source.State);
            var reading = await reader.ReadAsync(source, state.Known, cancellationToken);
            var taken = await intake.AcceptAsync(reading.Rows, source.Name, cancellationToken);
            var duplicates = taken.Accepted.Count(a => a.Duplicate);
            // What was read is durable by now, so the next reading may start from here.
            var next = state.After(reading, taken.Accepted.Count, out var problem);
            source.State = next.Written();
            Note(source, problem);
            source.LastCount = taken.Accepted.Count - duplicates;
            await db.SaveChangesAsync(cancellationToken);
            _notBefore[id] = time.GetUtcNow() + (reading.RetryAfter ?? TimeSpan.Zero);
            return new RunAnswer(taken.Accepted.Count - duplicates, duplicates, taken.Rejected.Count, problem?.Say());
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<RunAnswer> RunSocialAsync(VocDbContext db, SourceRow source, CancellationToken cancellationToken)
    {
        var reading = await social.RunAsync(source, cancellationToken);
        Note(source, reading.Problem);
        source.LastCount = reading.New;
        await db.SaveChangesAsync(cancellationToken);
        return new RunAnswer(reading.New, reading.Known, reading.Rejected, reading.Problem?.Say(), reading.Edited, reading.Removed);
    }

    /// <summary>Reads every source whose time has come, one after the other; one that fails holds up none.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "The failure is noted on its source and in the log, and the next source has its turn.")]
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        foreach (var source in await DueAsync(cancellationToken))
        {
            try
            {
                await RunAsync(source.Id, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Reading source {Source} failed", source.Name);
                await using var db = store.Context();
                Note(await db.Sources.SingleAsync(s => s.Id == source.Id, cancellationToken), Unexpected);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task<List<SourceRow>> DueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = store.Context();
        var scheduled = await db.Sources.AsNoTracking()
            .Where(s => s.Enabled && s.ScheduleMinutes != null && SourceKinds.Fetched.Contains(s.Kind)).ToListAsync(cancellationToken);
        return [.. scheduled
            .Where(s => s.LastRunAt is not { } last || last.AddMinutes(s.ScheduleMinutes!.Value) <= now)
            .Where(s => _notBefore.GetValueOrDefault(s.Id) <= now)];
    }

    private void Note(SourceRow source, LocalizedText? problem) =>
        (source.LastRunAt, source.LastError) = (time.GetUtcNow(), problem is null ? null : JsonSerializer.Serialize(problem));
}

/// <summary>Looks every minute whether a source is due.</summary>
[DisallowConcurrentExecution]
internal sealed class DueSources(SourceRuns runs) : IJob
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runs.RunDueAsync(cancellationToken);
}
