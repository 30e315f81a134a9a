using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Issues.Arrivals;
using Voc.Analysis.Issues.Calendar;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Silences;

/// <summary>
/// Looks every few minutes, by the clock and whether or not anything arrives, what fell silent or came back. Runs in the one process that holds
/// the <see cref="PipelineLock"/>; all it knows is in the store, so a restart neither repeats nor loses anything.
/// </summary>
internal sealed class SilenceService(
    Store store, GroupCommitWriter writer, Arrivals arrivals, PipelineLock pipelineLock, DetectionSettings settings, VocOptions options, TimeProvider time, ILogger<SilenceService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(2);

    private readonly SilenceWatch _watch = new(JapaneseHolidays.Shipped);

    /// <summary>Counts what arrived and judges it, once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await arrivals.CountAsync(cancellationToken);
        var now = time.GetUtcNow();
        using var connection = store.Open();
        var series = SilenceSeries.Read(connection, now, options.Zone);
        var (silences, _) = _watch.Judge(
            series.Subjects().Select(s => new KeyValuePair<string, IReadOnlyList<ArrivalHour>>(s.Key, series.Of(s))), series.Time, settings.FalseAlarmsPerYear());
        await writer.WriteAsync(open => Apply(open, series, silences, now), cancellationToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, silences must be heard once it can be.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(failure, "What fell silent could not be judged; it is tried again");
            }
            await Task.Delay(Pace, time, stoppingToken);
        }
    }

    private bool Apply(StoreConnection connection, SilenceSeries series, IReadOnlyDictionary<string, Silence> silences, DateTimeOffset now)
    {
        using var context = connection.Context();
        new SilenceIssues(connection, context, series, options.Zone, now).Apply(silences);
        return true;
    }
}
