using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Ingest;

namespace Voc.Api.Sources.Flow;

/// <summary>Counts what sources sent that could not be taken in. What names no source that is registered is nobody's.</summary>
internal sealed class SourceRefusals(GroupCommitWriter writer, SourceDirectory sources, TimeProvider time)
{
    /// <summary>Refused rows by source: the one they name, or else the one they came through.</summary>
    public async Task<IReadOnlyList<(SourceEntry Source, Arrived Arrived)>> SortAsync(IEnumerable<RejectedRow> rows, string? through, CancellationToken cancellationToken)
    {
        var sorted = new List<(SourceEntry, Arrived)>();
        foreach (var rejected in rows.GroupBy(row => row.Source ?? through))
        {
            if (rejected.Key is { } name && await sources.FindAsync(name, cancellationToken) is { } source)
            {
                sorted.Add((source, Arrived.Refusing([.. rejected])));
            }
        }
        return sorted;
    }

    /// <summary>Counts inside the open transaction.</summary>
    public void Count(StoreConnection connection, IReadOnlyList<(SourceEntry Source, Arrived Arrived)> refused)
    {
        foreach (var (source, arrivals) in refused)
        {
            SourceHours.Received(connection, source.Id, source.Kind, time.GetUtcNow(), arrivals);
        }
    }

    /// <summary>Counts in a transaction of its own, where nothing else is written.</summary>
    public async Task CountAsync(string source, Arrived arrivals)
    {
        if (arrivals != default && await sources.FindAsync(source) is { } entry)
        {
            await writer.WriteAsync(connection =>
            {
                Count(connection, [(entry, arrivals)]);
                return true;
            });
        }
    }
}
