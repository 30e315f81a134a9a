using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Synonyms;
using Voc.Api.Storage;

namespace Voc.Api.Vocabulary;

/// <summary>The company's synonyms in use. They act on queries only, so that a change takes effect at once and no text is read anew.</summary>
internal sealed class CurrentSynonyms(Store store, ILogger<CurrentSynonyms> log)
{
    private readonly Lock _lock = new();
    private volatile SynonymGroups? _now;

    public SynonymGroups Now => _now ?? Load();

    /// <summary>Takes over what the store holds now.</summary>
    public void Reload() => Load();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with what is stored, people must go on searching.")]
    private SynonymGroups Load()
    {
        lock (_lock)
        {
            try
            {
                using var connection = store.Open();
                using var context = connection.Context();
                return _now = new SynonymGroups(context.Set<SynonymGroupRow>().AsNoTracking().OrderBy(g => g.Id).Select(g => g.Words).ToList().Select(VocabularyJson.Strings));
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The company's synonyms could not be read; searches go on with those known before");
                return _now ??= SynonymGroups.None;
            }
        }
    }
}
