using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>What the pipeline needs to know of a source.</summary>
internal sealed record SourceEntry(int Id, string Name, Channel Channel, string Kind, bool Enabled);

/// <summary>Sources by name, kept in memory: every submission asks.</summary>
internal sealed class SourceDirectory(Store store, GroupCommitWriter writer, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SourceEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>The identifier of a registered source.</summary>
    /// <exception cref="UnknownSourceException">There is none by this name.</exception>
    public async ValueTask<int> IdAsync(string name, CancellationToken cancellationToken = default) =>
        (await EntryAsync(name, cancellationToken)).Id;

    /// <summary>A registered source.</summary>
    /// <exception cref="UnknownSourceException">There is none by this name.</exception>
    public async ValueTask<SourceEntry> EntryAsync(string name, CancellationToken cancellationToken = default) =>
        await FindAsync(name, cancellationToken) ?? throw new UnknownSourceException(name);

    public async ValueTask<SourceEntry?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        if (_entries.TryGetValue(name, out var known))
        {
            return known;
        }
        await using var context = store.Context();
        var found = await context.Sources.Where(s => s.Name == name)
            .Select(s => new SourceEntry(s.Id, s.Name, s.Channel, s.Kind, s.Enabled)).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : _entries.GetOrAdd(name, found);
    }

    /// <summary>The identifier of a source, which is registered now where it was not yet.</summary>
    public async Task<int> EnsureAsync(string name, Channel channel, string kind, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(name, cancellationToken) is { } known)
        {
            return known.Id;
        }
        return await writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            if (context.Sources.SingleOrDefault(s => s.Name == name) is { } other)
            {
                return other.Id;
            }
            var row = new SourceRow { Name = name, Channel = channel, Kind = kind, CreatedAt = time.GetUtcNow() };
            context.Sources.Add(row);
            context.SaveChanges();
            return row.Id;
        }, cancellationToken);
    }

    /// <summary>Reads a source again at its next use, because it was changed.</summary>
    public void Forget(string name) => _entries.TryRemove(name, out _);
}
