using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>
/// What the service does to issues by itself: muted ones wake when their time has come or they have grown as much as was said, and
/// fixed ones are verified or come back as their reports tell.
/// </summary>
internal sealed class IssueFollowUp(Store store, GroupCommitWriter writer, PipelineLock pipelineLock, VocOptions options, TimeProvider time, ILogger<IssueFollowUp> logger) : BackgroundService
{
    /// <summary>Days after a fix for which its effect is followed.</summary>
    private const int EffectDays = 120;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    /// <summary>Measuring reads all feedback of weeks; days are compared, so it need not be done often.</summary>
    private static readonly TimeSpan EffectPace = TimeSpan.FromMinutes(10);

    private long? _measured;

    /// <summary>Looks at all issues that wait for something, once.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var today = CompanyDay.Of(time.GetUtcNow(), options.Zone);
        foreach (var id in Muted())
        {
            await writer.WriteAsync(connection => Wake(connection, id, today), cancellationToken);
        }
    }

    /// <summary>Verifies what a fix has helped and opens again what has come back, once.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var issue in Fixed(CompanyDay.Of(now, options.Zone)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await MeasureAsync(issue, now, cancellationToken);
        }
    }

    /// <summary>Does so with one issue as of a time.</summary>
    public async Task MeasureAsync(IssueRow issue, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var to = Measured(issue, CompanyDay.Of(at, options.Zone));
        if (to != issue.State)
        {
            await writer.WriteAsync(connection => Move(connection, issue, to, at), cancellationToken);
        }
    }

    /// <summary>The state that what was said before a day calls for.</summary>
    public IssueState Measured(IssueRow issue, DateOnly today)
    {
        using var connection = store.Open();
        return IssueEffects.Of(connection, issue, today, options.Zone)?.Verdict switch
        {
            "verified" => IssueState.Verified,
            "regressed" => IssueState.Regressed,
            _ => issue.State,
        };
    }

    /// <summary>Issues whose fixes are followed.</summary>
    public IReadOnlyList<IssueRow> Fixed(DateOnly today)
    {
        using var context = store.Context();
        return [.. context.Set<IssueRow>().AsNoTracking().Where(i => i.Kind == IssueKind.Rise && (i.State == IssueState.Fixed || i.State == IssueState.Verified)
            && i.FixedOn > today.DayNumber - EffectDays && i.FixedOn <= today.DayNumber)];
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, issues must be followed once it can be.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
                if (_measured is not { } last || time.GetElapsedTime(last) >= EffectPace)
                {
                    _measured = time.GetTimestamp();
                    await MeasureAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(failure, "Issues could not be followed up; it is tried again");
            }
            await Task.Delay(Pace, time, stoppingToken);
        }
    }

    private List<long> Muted()
    {
        using var context = store.Context();
        return [.. context.Set<IssueRow>().AsNoTracking().Where(i => i.State == IssueState.Muted && (i.MuteUntil != null || i.MuteGrowth != null)).Select(i => i.Id)];
    }

    /// <summary>Unless somebody was faster: then what was measured is of a fix that is no more.</summary>
    private static bool Move(StoreConnection connection, IssueRow measured, IssueState to, DateTimeOffset at)
    {
        using var context = connection.Context();
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == measured.Id && i.State == measured.State && i.FixedOn == measured.FixedOn) is not { } issue)
        {
            return false;
        }
        var edit = new IssueEdit(connection, context, issue, "", at);
        edit.ChangeState(to, "effect");
        edit.Commit();
        return true;
    }

    private bool Wake(StoreConnection connection, long id, DateOnly today)
    {
        using var context = connection.Context();
        if (context.Set<IssueRow>().SingleOrDefault(i => i.Id == id && i.State == IssueState.Muted) is not { } issue)
        {
            return false;
        }
        var reason = issue.MuteUntil <= today.DayNumber ? "date" : HasGrown(connection, issue, today) ? "grew" : null;
        if (reason is null)
        {
            return false;
        }
        var edit = new IssueEdit(connection, context, issue, "", time.GetUtcNow());
        edit.ChangeState(issue.MutedFrom ?? IssueState.Acknowledged, reason);
        edit.Commit();
        return true;
    }

    /// <summary>Reports of seven days against those before it was muted; a silent issue grows with its first two.</summary>
    private static bool HasGrown(StoreConnection connection, IssueRow issue, DateOnly today) =>
        issue is { MuteGrowth: { } percent, MuteReports: { } reports } && IssueEdit.Recent(connection, issue.Id, today) >= Math.Max(1, reports) * (1 + (percent / 100.0));
}
