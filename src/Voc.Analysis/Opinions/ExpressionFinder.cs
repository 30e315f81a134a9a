using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>A phrase found at tokens: its number and where.</summary>
internal readonly record struct FoundPhrase(int Value, TokenRange Range);

/// <summary>Finds phrases in a passage: as written up to the last word, which may be inflected. The longest wins.</summary>
internal static class ExpressionFinder
{
    // Long enough for any phrase, and what keeps the search linear in the text.
    private const int LongestPhrase = 16;

    /// <summary>The phrases of a range, left to right, not overlapping.</summary>
    public static void Find(Passage p, TokenRange range, PhraseTrie trie, List<FoundPhrase> into)
    {
        for (var i = range.Start; i < range.End;)
        {
            var found = At(p, i, range.End, trie);
            if (found.Value != PhraseTrie.None)
            {
                into.Add(found);
                i = found.Range.End;
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>The longest phrase that begins at a token; its value is <see cref="PhraseTrie.None"/> where there is none.</summary>
    public static FoundPhrase At(Passage p, int start, int limit, PhraseTrie trie)
    {
        var best = new FoundPhrase(PhraseTrie.None, TokenRange.None);
        if (p.Class(start) is WordClass.GenitiveParticle or WordClass.TopicParticle or WordClass.ClauseParticle or WordClass.Comma or WordClass.Space or WordClass.Address || IsPartOfNumber(p, start) || p.Is(start, "や") && p.Is(start + 1, "けど")
            || (!trie.StartsWith(p.Surface(start)[0]) && !trie.StartsWith(p.Base(start)[0])))
        {
            return best;
        }

        limit = Math.Min(limit, start + LongestPhrase);
        var node = PhraseTrie.Root;
        for (var i = start; i < limit; i++)
        {
            var asWritten = trie.Walk(node, p.Surface(i));
            var value = asWritten == PhraseTrie.None || (i == start && IsInflectedVerb(p, i)) ? PhraseTrie.None : trie.Value(asWritten);
            if (value == PhraseTrie.None && trie.Walk(node, p.Base(i)) is var inBase and not PhraseTrie.None)
            {
                value = trie.Value(inBase);
            }

            if (value == PhraseTrie.None && Contractions.Missing(p, i) is var missing and not '\0' && trie.Walk(node, p.Surface(i)) is var stem and not PhraseTrie.None
                && trie.Walk(stem, [missing]) is var whole and not PhraseTrie.None)
            {
                value = trie.Value(whole);
            }

            if (value != PhraseTrie.None && i == start && NounPhrase.IsNominalised(p, i))
            {
                value = PhraseTrie.None;
            }

            if (value != PhraseTrie.None)
            {
                best = new(value, new(start, i + 1));
            }

            if (asWritten == PhraseTrie.None)
            {
                break;
            }

            node = asWritten;
        }

        return best;
    }

    // 二十分 is a time, not enough.
    private static bool IsPartOfNumber(Passage p, int i) =>
        p.Class(i) == WordClass.Number ? p.Is(i + 1, "分") : p.Is(i, "十分") && p.Class(i - 1) == WordClass.Number;

    // 買い is a noun of praise, but not in 買いました.
    private static bool IsInflectedVerb(Passage p, int i) =>
        p.Class(i) is WordClass.Verb or WordClass.DependentVerb && !p.Surface(i).SequenceEqual(p.Base(i));
}
