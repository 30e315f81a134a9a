namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Orders by likeness to the result as a whole: the cosine between a text's vector of tf-idf, with idf = ln(1 + N / df) over the whole
/// archive, and the sum of the vectors of all texts of the result, each of length 1. Texts without terms are like nothing.
/// </summary>
internal sealed class TypicalityRanking : IRanking
{
    private readonly float[] _rarity;
    private readonly float[] _text;
    private readonly double[] _centre;
    private readonly double _length;

    public TypicalityRanking(IReadOnlyList<MatchedPart> parts, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        var frequencies = snapshot.DocumentFrequencies();
        _rarity = [.. frequencies.Select(df => df == 0 ? 0 : (float)Math.Log(1 + ((double)snapshot.Count / df)))];
        _text = new float[_rarity.Length];
        _centre = new double[_rarity.Length];
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                Add(part.Segment.Terms[text]);
            }
        }
        _length = Math.Sqrt(_centre.Sum(w => w * w));
    }

    public void Rank(MatchedPart part, Span<float> keys)
    {
        foreach (var text in new TextsOf(part.Texts))
        {
            var terms = part.Segment.Terms[text];
            var product = 0.0;
            foreach (var term in terms)
            {
                product += _rarity[term] * _centre[term];
            }
            keys[text] = terms.IsEmpty ? 0 : (float)(product / (Length(terms) * _length));
        }
    }

    private void Add(ReadOnlySpan<int> terms)
    {
        var length = Length(terms);
        foreach (var term in terms)
        {
            _centre[term] += _rarity[term] / length;
        }
    }

    private double Length(ReadOnlySpan<int> terms)
    {
        var squares = 0.0;
        foreach (var term in terms)
        {
            var (before, more) = (_text[term], _rarity[term]);
            _text[term] = before + more;
            squares += more * ((2.0 * before) + more);
        }
        foreach (var term in terms)
        {
            _text[term] = 0;
        }
        return Math.Sqrt(squares);
    }
}
