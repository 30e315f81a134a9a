using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>
/// Keeps a connection open for each enabled source that wants to be told of posts as they are written. One that breaks off is
/// opened again after a growing pause; what was missed meanwhile the source's search brings.
/// </summary>
internal sealed class SocialStreams(Store store, SocialStreamReader reader, SourceRuns runs, TimeProvider time, ILogger<SocialStreams> log) : BackgroundService
{
    private const int FailuresTold = 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    [SuppressMessage("Design", "CA1031", Justification = "A store that cannot be read now is looked at again; streams are no reason to stop the service.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var open = new Dictionary<int, (string Wanted, CancellationTokenSource HangUp, Task Following)>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(open, await WantedAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Streams of social sources could not be looked after");
            }
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(open.Values.Select(o => o.Following)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(Dictionary<int, (string Wanted, CancellationTokenSource HangUp, Task Following)> open, Dictionary<int, string> wanted, CancellationToken stoppingToken)
    {
        foreach (var (id, (before, hangUp, following)) in open.ToList())
        {
            if (following.IsCompleted || wanted.GetValueOrDefault(id) != before)
            {
                await hangUp.CancelAsync();
                await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                hangUp.Dispose();
                open.Remove(id);
            }
        }
        foreach (var (id, how) in wanted.Where(w => !open.ContainsKey(w.Key)))
        {
            var hangUp = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            open[id] = (how, hangUp, Task.Run(() => KeepOpenAsync(id, hangUp.Token), hangUp.Token));
        }
    }

    /// <summary>Sources to follow, with all that makes a new connection necessary when it changes.</summary>
    private async Task<Dictionary<int, string>> WantedAsync(CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        var rows = await db.Sources.AsNoTracking().Where(s => s.Enabled && SocialPlatforms.Streamed.Contains(s.Kind)).ToListAsync(cancellationToken);
        return rows.Where(r => SocialPlatforms.Read(SourceInfo.Parse(r.Settings)) is { Stream: true }).ToDictionary(r => r.Id, r => r.Settings + r.Secret);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever ends a connection, another is opened after a pause; what cannot be explained is logged.")]
    private async Task KeepOpenAsync(int id, CancellationToken cancellationToken)
    {
        for (var failures = 0; !cancellationToken.IsCancellationRequested;)
        {
            var started = time.GetTimestamp();
            LocalizedText? problem = null;
            TimeSpan? wish = null;
            try
            {
                await ReadAsync(id, cancellationToken);
            }
            catch (SourceChangedException)
            {
                return;
            }
            catch (SocialException failed)
            {
                (problem, wish) = (failed.Problem, failed.RetryAfter);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                log.LogError(failure, "The stream of source {Source} failed", id);
            }
            failures = time.GetElapsedTime(started) > Steady ? 1 : failures + 1;
            if (problem is not null && failures >= FailuresTold)
            {
                await TellAsync(id, problem, cancellationToken);
            }
            await Task.Delay(wish ?? Pause(failures), time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(int id, CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        var source = await db.Sources.AsNoTracking().SingleAsync(s => s.Id == id, cancellationToken);
        var filling = Task.CompletedTask;
        await reader.ReadAsync(source, () => filling = Task.Run(() => FillAsync(id, cancellationToken), cancellationToken), cancellationToken);
        await filling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Now that nothing new is missed, what came before the connection stood is searched for.</summary>
    private async Task FillAsync(int id, CancellationToken cancellationToken) => await runs.RunAsync(id, cancellationToken);

    private async Task TellAsync(int id, LocalizedText problem, CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        var told = JsonSerializer.Serialize(problem);
        await db.Sources.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.LastError, told), cancellationToken);
    }

    private static TimeSpan Pause(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, 10));
        return (pause < LongestPause ? pause : LongestPause) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }
}
