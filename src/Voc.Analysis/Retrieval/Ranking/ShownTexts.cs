using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Texts of which no two are nearly the same: their fingerprints would differ in at most <see cref="Simhash.Near"/> bits, they would
/// share at least three quarters of all their terms (Jaccard), and they would say the same. Texts without terms are nearly the same as none.
/// </summary>
/// <param name="saySame">Tells of two texts of unequal wording whether they say the same; terms alone tell neither a denial nor who did it to whom.</param>
/// <remarks>
/// Few texts are compared one by one. Many are looked up: in any order of terms, two sets that share so much have a term in common
/// among the last quarter of each (prefix filtering, Chaudhuri et al., 2006).
/// </remarks>
internal sealed class ShownTexts(Func<long, long, bool> saySame)
{
    private const int Few = 128;

    private readonly List<Shown> _shown = [];
    private readonly Dictionary<int, List<int>> _byTerm = [];
    private int[] _terms = [];

    public int Count => _shown.Count;

    /// <summary>The first text that one is nearly the same as, or -1.</summary>
    public int Find(Segment segment, int text) => _shown.Count <= Few ? Compare(segment, text) : LookUp(segment, text);

    /// <summary>Whether a text is nearly the same as one of the shown.</summary>
    public bool IsLike(int shown, Segment segment, int text) => IsLike(_shown[shown], segment, text, Distinct(segment.Terms[text]));

    public void Add(Segment segment, int text)
    {
        int[] terms = [.. Distinct(segment.Terms[text])];
        foreach (var term in Telling(terms))
        {
            if (!_byTerm.TryGetValue(term, out var with))
            {
                _byTerm.Add(term, with = []);
            }
            with.Add(_shown.Count);
        }
        _shown.Add(new Shown(segment.Ids[text], segment.Simhashes[text], segment.Wordings[text], terms));
    }

    private int Compare(Segment segment, int text)
    {
        var fingerprint = segment.Simhashes[text];
        ReadOnlySpan<int> terms = default;
        for (var i = 0; i < _shown.Count; i++)
        {
            if (Simhash.Distance(fingerprint, _shown[i].Fingerprint) <= Simhash.Near)
            {
                terms = terms.IsEmpty ? Distinct(segment.Terms[text]) : terms;
                if (Shares(_shown[i].Terms, terms) && SaySame(_shown[i], segment, text))
                {
                    return i;
                }
            }
        }
        return -1;
    }

    private int LookUp(Segment segment, int text)
    {
        var terms = Distinct(segment.Terms[text]);
        var first = int.MaxValue;
        foreach (var term in Telling(terms))
        {
            foreach (var i in _byTerm.GetValueOrDefault(term) ?? [])
            {
                if (i >= first)
                {
                    break;
                }
                first = IsLike(_shown[i], segment, text, terms) ? i : first;
            }
        }
        return first == int.MaxValue ? -1 : first;
    }

    private bool IsLike(in Shown shown, Segment segment, int text, ReadOnlySpan<int> terms) =>
        Simhash.Distance(segment.Simhashes[text], shown.Fingerprint) <= Simhash.Near && Shares(shown.Terms, terms) && SaySame(shown, segment, text);

    private bool SaySame(in Shown shown, Segment segment, int text) =>
        (shown.Wording != 0 && shown.Wording == segment.Wordings[text]) || shown.Id == segment.Ids[text] || saySame(shown.Id, segment.Ids[text]);

    /// <summary>The terms of which texts that are nearly the same share one. Later ordinals are of rarer terms, so that few texts have them.</summary>
    private static ReadOnlySpan<int> Telling(ReadOnlySpan<int> distinct) => distinct[^((distinct.Length / 4) + Math.Min(1, distinct.Length))..];

    private static bool Shares(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].CompareTo(b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared > 0 && 4 * shared >= 3 * (a.Length + b.Length - shared);
    }

    /// <summary>The distinct terms, ascending; until it is asked again.</summary>
    private ReadOnlySpan<int> Distinct(ReadOnlySpan<int> terms)
    {
        if (_terms.Length < terms.Length)
        {
            _terms = new int[2 * terms.Length];
        }
        var distinct = _terms.AsSpan(0, terms.Length);
        terms.CopyTo(distinct);
        distinct.Sort();
        var count = 0;
        foreach (var term in distinct)
        {
            if (count == 0 || term != distinct[count - 1])
            {
                distinct[count++] = term;
            }
        }
        return distinct[..count];
    }

    private readonly record struct Shown(long Id, ulong Fingerprint, long Wording, int[] Terms);
}
