using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;

namespace Voc.Api.Exports;

/// <summary>Exports in the store, and their files in the data folder.</summary>
internal sealed class ExportStore(Store store, GroupCommitWriter writer, VocOptions options)
{
    private const int Shown = 50;

    /// <summary>How long a finished file is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Where the file of an export is.</summary>
    public string PathOf(int id)
    {
        var folder = Directory.CreateDirectory(options.PathOf("exports")).FullName;
        return Path.Combine(folder, $"{id}.export");
    }

    public async Task<ExportRow> AddAsync(ExportRow row, CancellationToken cancellationToken) => await writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        context.Add(row);
        context.SaveChanges();
        return row;
    }, cancellationToken);

    /// <summary>Changes an export; returns it, or null where there is none.</summary>
    public Task<ExportRow?> ChangeAsync(int id, Action<ExportRow> change) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<ExportRow>().Find(id) is not { } row)
        {
            return null;
        }
        change(row);
        context.SaveChanges();
        return row;
    });

    /// <summary>One export of this owner; of anybody's where there is no owner.</summary>
    public async Task<ExportRow?> FindAsync(int id, string? owner, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ExportRow>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && (owner == null || e.Owner == owner), cancellationToken);
    }

    /// <summary>The last exports of an owner, or of everybody, newest first.</summary>
    public async Task<IReadOnlyList<ExportRow>> ListAsync(string? owner, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ExportRow>().AsNoTracking().Where(e => owner == null || e.Owner == owner).OrderByDescending(e => e.Id).Take(Shown).ToListAsync(cancellationToken);
    }

    /// <summary>The next export to write: one that a stop interrupted, else the oldest that waits.</summary>
    public async Task<ExportRow?> NextAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ExportRow>().AsNoTracking().Where(e => e.State == ExportState.Queued || e.State == ExportState.Running)
            .OrderBy(e => e.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Deletes files that are old, or whose export ended without one.</summary>
    public async Task TidyAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        var oldest = now - Kept;
        var wanted = await context.Set<ExportRow>()
            .Where(e => e.State == ExportState.Queued || e.State == ExportState.Running || (e.State == ExportState.Done && e.FinishedAt >= oldest))
            .Select(e => e.Id).ToListAsync(cancellationToken);
        var names = wanted.Select(PathOf).ToHashSet();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(PathOf(0))!, "*.export").Where(file => !names.Contains(file)))
        {
            File.Delete(file);
        }
    }
}
