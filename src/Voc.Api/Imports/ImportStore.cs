using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;

namespace Voc.Api.Imports;

/// <summary>Imports in the store, and their files in the data folder.</summary>
internal sealed class ImportStore(Store store, GroupCommitWriter writer, VocOptions options)
{
    private const int Shown = 50;
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Folder of uploads and reports.</summary>
    public string Folder
    {
        get
        {
            var folder = options.PathOf("imports");
            return Directory.CreateDirectory(folder).FullName;
        }
    }

    public string Upload(int id) => Path.Combine(Folder, $"{id}.upload");

    public string Report(int id) => Path.Combine(Folder, $"{id}.bad-rows.csv");

    /// <summary>A name for a file that is still coming in.</summary>
    public string Incoming() => Path.Combine(Folder, $"{Guid.NewGuid():N}.incoming");

    /// <summary>Registers an import and moves its file into place.</summary>
    public async Task<ImportRow> AddAsync(ImportRow row, string incoming, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            context.Add(row);
            context.SaveChanges();
            // Inside the transaction: if this fails there is no import, and one that is there has its file. Where the commit failed after
            // this, the number is given again, and the file that lies there under it is nobody's.
            File.Move(incoming, Upload(row.Id), overwrite: true);
            return row.Id;
        }, cancellationToken);
        return row;
    }

    /// <summary>Deletes files that a crash left behind: of imports that have ended, and uploads that broke off more than a day ago.</summary>
    public async Task TidyAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        var kept = await context.Set<ImportRow>().Where(i => i.State == ImportState.Queued || i.State == ImportState.Running).Select(i => i.Id).ToListAsync(cancellationToken);
        var names = kept.Select(id => Path.GetFileName(Upload(id))).ToHashSet();
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles())
        {
            var left = file.Extension == ".incoming" || (file.Extension == ".upload" && !names.Contains(file.Name));
            if (left && now.UtcDateTime - file.LastWriteTimeUtc > Abandoned)
            {
                file.Delete();
            }
        }
    }

    /// <summary>Changes an import; returns it, or null where there is none.</summary>
    public Task<ImportRow?> ChangeAsync(int id, Action<ImportRow> change) => ChangeAsync(id, (_, row) => change(row));

    /// <summary>Changes an import, and something else in the same transaction.</summary>
    public Task<ImportRow?> ChangeAsync(int id, Action<StoreConnection, ImportRow> change) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<ImportRow>().Find(id) is not { } row)
        {
            return null;
        }
        change(connection, row);
        context.SaveChanges();
        return row;
    });

    public async Task<ImportRow?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ImportRow>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
    }

    /// <summary>The last imports, newest first.</summary>
    public async Task<IReadOnlyList<ImportRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ImportRow>().AsNoTracking().OrderByDescending(i => i.Id).Take(Shown).ToListAsync(cancellationToken);
    }

    /// <summary>Imports of a source whose files are still in its watched folder, oldest first.</summary>
    public async Task<IReadOnlyList<ImportRow>> WatchedAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ImportRow>().AsNoTracking().Where(i => i.Watched != null && i.Source == source).OrderBy(i => i.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The last import of a source that failed, or null.</summary>
    public async Task<ImportRow?> LastFailedAsync(string source, CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ImportRow>().AsNoTracking().Where(i => i.Source == source && i.State == ImportState.Failed).OrderByDescending(i => i.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The next import to run or to undo: one that a stop interrupted, else the oldest that waits.</summary>
    public async Task<ImportRow?> NextAsync(CancellationToken cancellationToken)
    {
        await using var context = store.Context();
        return await context.Set<ImportRow>().AsNoTracking()
            .Where(i => i.State == ImportState.Queued || i.State == ImportState.Running || i.State == ImportState.Undoing)
            .OrderBy(i => i.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
