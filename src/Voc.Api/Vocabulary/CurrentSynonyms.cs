using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Synonyms;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>
/// The company's synonyms in use. They act on queries only, so that a change takes effect at once and no text is read anew; one that another
/// process made, with the next query.
/// </summary>
internal sealed class CurrentSynonyms(Store store, ILogger<CurrentSynonyms> log)
{
    private const string LastSequence = "SELECT coalesce(max(Sequence), 0) FROM event";
    private const string ChangedSince = "SELECT 1 FROM event WHERE Sequence > $after AND Sequence <= $last AND Kind = 6 LIMIT 1";

    private readonly Lock _lock = new();
    private Known? _now;

    public SynonymGroups Now => (Volatile.Read(ref _now) ?? Load()).Groups;

    /// <summary>Takes over what the store holds now.</summary>
    public void Reload() => Load();

    /// <summary>Takes over what was changed up to a state of the store.</summary>
    /// <param name="connection">A connection that sees that state.</param>
    /// <param name="sequence">Its last event.</param>
    public void Follow(StoreConnection connection, long sequence)
    {
        if (Volatile.Read(ref _now) is not { } known || sequence <= known.Sequence)
        {
            return;
        }
        if (connection.Scalar(ChangedSince, ("$after", known.Sequence), ("$last", sequence)) is null)
        {
            Interlocked.CompareExchange(ref _now, known with { Sequence = sequence }, known);
        }
        else
        {
            Load();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with what is stored, people must go on searching.")]
    private Known Load()
    {
        lock (_lock)
        {
            try
            {
                using var connection = store.Open();
                connection.Execute("BEGIN"); // One view of the store, for the event to fit the groups.
                using var context = connection.Context();
                var groups = context.Set<SynonymGroupRow>().AsNoTracking().OrderBy(g => g.Id).Select(g => g.Words).ToList();
                return _now = new Known(new SynonymGroups(groups.Select(VocabularyJson.Strings)), (long)connection.Scalar(LastSequence)!);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The company's synonyms could not be read; searches go on with those known before");
                return _now ??= new Known(SynonymGroups.None, 0);
            }
        }
    }

    /// <summary>The groups as they were at an event.</summary>
    private sealed record Known(SynonymGroups Groups, long Sequence);
}
