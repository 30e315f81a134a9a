using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>Keeps the company's synonyms and puts them to use. They concern searches only: nothing is read or indexed anew.</summary>
internal sealed class SynonymBook(Store store, GroupCommitWriter writer, CurrentSynonyms synonyms, CurrentReading reading, TimeProvider time)
{
    /// <summary>All groups, in the order they were made.</summary>
    public IReadOnlyList<SynonymGroup> All()
    {
        using var connection = store.Open();
        using var context = connection.Context();
        return [.. context.Set<SynonymGroupRow>().AsNoTracking().OrderBy(g => g.Id).ToList().Select(SynonymGroup.Of)];
    }

    /// <summary>Makes a group (no id) or changes one, or says why it cannot be.</summary>
    public async Task<(SynonymGroup? Group, Refusal? Refusal)> SaveAsync(string by, int? id, SynonymInput input, CancellationToken cancellationToken)
    {
        if (!SynonymEditor.TryWords(input, reading.Analyzer.Terms, out var words, out var wrong))
        {
            return (null, wrong);
        }
        var result = await writer.WriteAsync(connection => Save(connection, by, id, words), cancellationToken);
        synonyms.Reload();
        return result;
    }

    /// <summary>Deletes a group, or says that there is none.</summary>
    public async Task<Refusal?> DeleteAsync(int id, CancellationToken cancellationToken)
    {
        var deleted = await writer.WriteAsync(connection => Delete(connection, id), cancellationToken);
        synonyms.Reload();
        return deleted == 0 ? Refusal.Missing(SynonymEditor.What, id) : null;
    }

    private int Delete(StoreConnection connection, int id)
    {
        var deleted = connection.Execute("DELETE FROM synonym_group WHERE Id=$id", ("$id", id));
        if (deleted > 0)
        {
            connection.AppendEvent(EventKind.SynonymsChanged, id, time.GetUtcNow());
        }
        return deleted;
    }

    private (SynonymGroup?, Refusal?) Save(StoreConnection connection, string by, int? id, IReadOnlyList<string> words)
    {
        using var context = connection.Context();
        var groups = context.Set<SynonymGroupRow>().ToList();
        var row = groups.Find(g => g.Id == id);
        if (id is not null && row is null)
        {
            return (null, Refusal.Missing(SynonymEditor.What, id));
        }
        var full = row is null ? SynonymEditor.Full(groups.Count) : null;
        if ((full ?? SynonymEditor.Known(words, groups.Where(g => g != row))) is { } refusal)
        {
            return (null, refusal);
        }
        if (row is null)
        {
            context.Add(row = new SynonymGroupRow { Words = "", ChangedBy = by });
        }
        (row.Words, row.ChangedBy, row.ChangedAt) = (VocabularyJson.Write(words), by, time.GetUtcNow());
        context.SaveChanges();
        connection.AppendEvent(EventKind.SynonymsChanged, row.Id, row.ChangedAt);
        return (SynonymGroup.Of(row), null);
    }
}
