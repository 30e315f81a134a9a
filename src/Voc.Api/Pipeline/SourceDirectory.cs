using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;

namespace Voc.Api.Pipeline;

/// <summary>Names of sources to their rows' identifiers.</summary>
internal sealed class SourceDirectory(Store store, GroupCommitWriter writer, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>The identifier of a registered source.</summary>
    /// <exception cref="UnknownSourceException">There is none by this name.</exception>
    public async Task<int> IdAsync(string name, CancellationToken cancellationToken = default) =>
        await FindAsync(name, cancellationToken) ?? throw new UnknownSourceException(name);

    public async Task<int?> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        if (_ids.TryGetValue(name, out var known))
        {
            return known;
        }
        await using var context = store.Context();
        var id = await context.Sources.Where(s => s.Name == name).Select(s => (int?)s.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } found ? _ids.GetOrAdd(name, found) : null;
    }

    /// <summary>The identifier of a source, which is registered now where it was not yet.</summary>
    public async Task<int> EnsureAsync(string name, Channel channel, string kind, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(name, cancellationToken) is { } known)
        {
            return known;
        }
        var id = await writer.WriteAsync(connection =>
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
        return _ids.GetOrAdd(name, id);
    }
}
