using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;

namespace Voc.Api.Replays;

/// <summary>What became of a wish for a replay.</summary>
internal enum ReplayAdmission
{
    Admitted,

    /// <summary>This person has one already.</summary>
    OneAlready,

    /// <summary>Too many wait.</summary>
    Full,
}

/// <summary>Replays in the store: those that wait or run, and the last that ended.</summary>
internal sealed class ReplayStore(Store store, GroupCommitWriter writer)
{
    /// <summary>Replays that are kept once they have ended.</summary>
    public const int Kept = 20;

    /// <summary>Replays that may wait or run at one time.</summary>
    public const int Capacity = 5;

    /// <summary>Admits a replay unless its owner has one or too many wait; forgets the oldest that are beyond what is kept.</summary>
    public Task<ReplayAdmission> AddAsync(ReplayRow row, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var active = context.Set<ReplayRow>().Where(r => r.State == ReplayState.Queued || r.State == ReplayState.Running).Select(r => r.Owner).ToList();
        if (active.Contains(row.Owner))
        {
            return ReplayAdmission.OneAlready;
        }
        if (active.Count >= Capacity)
        {
            return ReplayAdmission.Full;
        }
        var old = context.Set<ReplayRow>().Where(r => r.State != ReplayState.Queued && r.State != ReplayState.Running).OrderByDescending(r => r.Id).Skip(Kept - 1).ToList();
        context.RemoveRange(old);
        context.Add(row);
        context.SaveChanges();
        return ReplayAdmission.Admitted;
    }, cancellationToken);

    /// <summary>Changes a replay; returns it, or null where there is none.</summary>
    public Task<ReplayRow?> ChangeAsync(int id, Action<ReplayRow> change) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<ReplayRow>().Find(id) is not { } row)
        {
            return null;
        }
        change(row);
        context.SaveChanges();
        return row;
    });

    public Task<bool> DeleteAsync(int id) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<ReplayRow>().Find(id) is not { } row)
        {
            return false;
        }
        context.Remove(row);
        context.SaveChanges();
        return true;
    });

    public ReplayRow? Find(int id)
    {
        using var context = store.Context();
        return context.Set<ReplayRow>().AsNoTracking().SingleOrDefault(r => r.Id == id);
    }

    /// <summary>All without their results, newest first.</summary>
    public IReadOnlyList<ReplayRow> List()
    {
        using var context = store.Context();
        return [.. context.Set<ReplayRow>().AsNoTracking().OrderByDescending(r => r.Id).Select(r => new ReplayRow
        {
            Id = r.Id,
            Owner = r.Owner,
            From = r.From,
            To = r.To,
            FalseAlarmsPerYear = r.FalseAlarmsPerYear,
            Copies = r.Copies,
            Curve = r.Curve,
            State = r.State,
            CreatedAt = r.CreatedAt,
            StartedAt = r.StartedAt,
            FinishedAt = r.FinishedAt,
            Outcome = r.Outcome,
            Error = r.Error,
        })];
    }

    /// <summary>The replay that has waited longest, now running; null where none waits.</summary>
    public Task<ReplayRow?> NextAsync(DateTimeOffset now) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<ReplayRow>().Where(r => r.State == ReplayState.Queued).OrderBy(r => r.Id).FirstOrDefault() is not { } row)
        {
            return null;
        }
        (row.State, row.StartedAt) = (ReplayState.Running, now);
        context.SaveChanges();
        return row;
    });

    /// <summary>Those that ran when the service stopped say so.</summary>
    public Task<int> InterruptAsync(DateTimeOffset now) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        foreach (var row in context.Set<ReplayRow>().Where(r => r.State == ReplayState.Running))
        {
            (row.State, row.FinishedAt) = (ReplayState.Interrupted, now);
        }
        return context.SaveChanges();
    });
}
