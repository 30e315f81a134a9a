using System.Buffers.Binary;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Retrieval.Criteria;
using Voc.Analysis.Search;

namespace Voc.Analysis.Mining;

/// <summary>
/// Finds a keyword in texts as the index has them, without reading or segmenting any: words among the terms, exact strings in the normalised
/// text. The places are those that <see cref="KeywordOccurrences"/> finds, in their order. Not for two threads at once.
/// </summary>
public sealed class IndexedKeyword
{
    /// <summary>Neighbours that are compared; in units of <see cref="ByCharacters"/> or terms.</summary>
    private const int NearbyTerms = 8;
    private const int NearbyCharacters = 64;

    private readonly Analysis.Retrieval.Vocabulary _terms;
    private readonly List<Word> _words;
    private readonly IReadOnlyList<string> _strings;

    private IndexedKeyword(Analysis.Retrieval.Vocabulary terms, List<Word> words, IReadOnlyList<string> strings) => (_terms, _words, _strings) = (terms, words, strings);

    /// <summary>Whether places and neighbours are characters of the normalised text; else they are terms.</summary>
    public bool ByCharacters => _strings.Count > 0;

    /// <summary>Prepares a keyword; null where it asks for words near each other, or for words and exact strings at once.</summary>
    public static IndexedKeyword? Of(KeywordOccurrences keyword, IndexSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(keyword);
        ArgumentNullException.ThrowIfNull(snapshot);
        if ((keyword.Words.Count > 0 && keyword.Strings.Count > 0) || keyword.Words.Any(w => w is TermsMatch { Slop: > 0, Terms.Count: > 1 }))
        {
            return null;
        }
        return new IndexedKeyword(snapshot.Vocabulary, [.. keyword.Words.Select(w => Word.Of(w, snapshot.Vocabulary))], [.. keyword.Strings.Select(s => s.Text)]);
    }

    /// <summary>The places in a text, in order and apart from each other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">Is cleared, then receives them: the first unit and that behind the last.</param>
    public void Find(in IndexedText text, List<(int First, int End)> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        places.Clear();
        foreach (var wanted in _strings)
        {
            for (var at = 0; text.Text[at..].IndexOf(wanted, StringComparison.Ordinal) is var next && next >= 0; at += next + wanted.Length)
            {
                places.Add((at + next, at + next + wanted.Length));
            }
        }
        foreach (var word in _words)
        {
            word.Find(text, places);
        }
        if (_words.Count + _strings.Count > 1 || places.Count > 1)
        {
            Merge(places);
        }
    }

    /// <summary>A number that sorts as the nearest neighbour of a place does.</summary>
    public ulong Key(in IndexedText text, (int First, int End) place, bool left)
    {
        Span<byte> key = stackalloc byte[8];
        if (ByCharacters)
        {
            for (var i = 0; i < 4; i++)
            {
                BinaryPrimitives.WriteUInt16BigEndian(key[(2 * i)..], (ushort)Math.Max(0, Character(text, place, left, i)));
            }
        }
        else if (Term(text, place, left, 0) is var term && term >= 0)
        {
            var utf8 = _terms.Utf8(term);
            utf8[..Math.Min(8, utf8.Length)].CopyTo(key);
        }
        return BinaryPrimitives.ReadUInt64BigEndian(key);
    }

    /// <summary>Compares two places by what stands beside them, from the keyword outwards; what ends comes first.</summary>
    public int Compare(in IndexedText a, (int First, int End) placeOfA, in IndexedText b, (int First, int End) placeOfB, bool left)
    {
        var order = 0;
        for (var i = 0; order == 0 && i < (ByCharacters ? NearbyCharacters : NearbyTerms); i++)
        {
            var (own, other) = ByCharacters ? (Character(a, placeOfA, left, i), Character(b, placeOfB, left, i)) : (Term(a, placeOfA, left, i), Term(b, placeOfB, left, i));
            if (own < 0 && other < 0)
            {
                break;
            }
            order = ByCharacters || own < 0 || other < 0 ? own.CompareTo(other) : own == other ? 0 : _terms.Utf8(own).SequenceCompareTo(_terms.Utf8(other));
        }
        return order;
    }

    private static int Character(in IndexedText text, (int First, int End) place, bool left, int distance) =>
        (left ? place.First - 1 - distance : place.End + distance) is var at && at >= 0 && at < text.Text.Length ? text.Text[at] : -1;

    private static int Term(in IndexedText text, (int First, int End) place, bool left, int distance) =>
        (left ? place.First - 1 - distance : place.End + distance) is var at && at >= 0 && at < text.Terms.Length ? text.Terms[at] : -1;

    private static void Merge(List<(int First, int End)> places)
    {
        places.Sort();
        var count = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var place = places[i];
            if (count > 0 && place.First < places[count - 1].End)
            {
                places[count - 1] = (places[count - 1].First, Math.Max(places[count - 1].End, place.End));
            }
            else
            {
                places[count++] = place;
            }
        }
        places.RemoveRange(count, places.Count - count);
    }

    /// <summary>A word or phrase by ordinals.</summary>
    /// <param name="First">The first term; -1 where it is one of several or none.</param>
    /// <param name="Rest">The terms behind it.</param>
    /// <param name="Last">The last of a prefix is any of these; null without a prefix.</param>
    /// <param name="WordOnly">Whether it does not stand where it is only a part of other words.</param>
    private sealed record Word(int First, int[] Rest, OrdinalSet? Last, bool WordOnly)
    {
        public static Word Of(Match match, Analysis.Retrieval.Vocabulary terms)
        {
            if (match is WordMatch word)
            {
                return new Word(terms.Find(word.Word), [], null, WordOnly: true);
            }
            var wanted = (TermsMatch)match;
            int[] ordinals = [.. wanted.Terms.Select((t, i) => wanted.Prefix && i == wanted.Terms.Count - 1 ? -1 : terms.Find(t))];
            return new Word(ordinals[0], ordinals[1..], wanted.Prefix ? new OrdinalSet([.. terms.WithPrefix(wanted.Terms[^1])]) : null, WordOnly: false);
        }

        public void Find(in IndexedText text, List<(int First, int End)> places)
        {
            var terms = text.Terms;
            var compounds = text.Compounds;
            var next = 0;
            for (var at = 0; at < terms.Length; at++)
            {
                while (next < compounds.Length && compounds[next].End <= at)
                {
                    next++;
                }
                var isInside = next < compounds.Length && compounds[next].First <= at;
                if (!(WordOnly && isInside) && IsAt(terms, at))
                {
                    // A code spans its parts, which stand behind it.
                    var last = at + Rest.Length;
                    places.Add((at, Math.Max(last + 1, EndOfCode(terms, compounds, last))));
                }
            }
            foreach (ref readonly var compound in compounds)
            {
                if (Rest.Length == 0 && Takes(compound.Word, 0))
                {
                    places.Add((compound.First, compound.End));
                }
            }
        }

        private bool IsAt(ReadOnlySpan<int> terms, int at)
        {
            if (at + Rest.Length >= terms.Length)
            {
                return false;
            }
            for (var i = 0; i <= Rest.Length; i++)
            {
                if (!Takes(terms[at + i], i))
                {
                    return false;
                }
            }
            return true;
        }

        private bool Takes(int term, int place) =>
            Last is not null && place == Rest.Length ? Last.Contains(term) : term == (place == 0 ? First : Rest[place - 1]);

        private static int EndOfCode(ReadOnlySpan<int> terms, ReadOnlySpan<Retrieval.Segments.Compound> compounds, int at)
        {
            foreach (ref readonly var compound in compounds)
            {
                if (compound.First == at && terms[at] == compound.Word)
                {
                    return compound.End;
                }
            }
            return 0;
        }
    }
}
