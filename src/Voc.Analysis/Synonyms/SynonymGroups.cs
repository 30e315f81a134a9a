using Voc.Analysis.Search;

namespace Voc.Analysis.Synonyms;

/// <summary>Groups of words that mean the same to one company. Immutable; safe for any number of threads.</summary>
public sealed class SynonymGroups
{
    private readonly Dictionary<string, List<IReadOnlyList<string>>> _byWord = new(StringComparer.Ordinal);

    /// <summary>Takes the groups; a word may be in several.</summary>
    public SynonymGroups(IEnumerable<IReadOnlyList<string>> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
        {
            foreach (var word in group.Select(QueryFields.Normalize).Distinct())
            {
                if (!_byWord.TryGetValue(word, out var known))
                {
                    _byWord.Add(word, known = []);
                }
                known.Add(group);
            }
        }
    }

    /// <summary>No groups.</summary>
    public static SynonymGroups None { get; } = new([]);

    /// <summary>The other words of the groups that a word is in, in their order.</summary>
    /// <param name="word">In any width and case.</param>
    public IReadOnlyList<string> Of(string word)
    {
        var normal = QueryFields.Normalize(word);
        return [.. (_byWord.GetValueOrDefault(normal) ?? []).SelectMany(g => g).Where(w => QueryFields.Normalize(w) != normal).Distinct()];
    }
}
