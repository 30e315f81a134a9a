namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>
/// Orders by likeness to the result as a whole: the cosine between a text's vector of tf-idf, with idf = ln(1 + N / df) over the whole
/// archive, and the sum of the vectors of all texts of the result, each of length 1. Texts without terms are like nothing.
/// </summary>
internal sealed class TypicalityRanking : IRanking
{
    private readonly Dimension[] _dimensions;
    private readonly double _length;

    public TypicalityRanking(IReadOnlyList<MatchedPart> parts, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        _dimensions = [.. snapshot.DocumentFrequencies().Select(df => new Dimension { Rarity = df == 0 ? 0 : (float)Math.Log(1 + ((double)snapshot.Count / df)) })];
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in new TextsOf(part.Texts))
            {
                Add(part.Segment.Terms[text]);
            }
        }
        _length = Math.Sqrt(_dimensions.Sum(d => d.Centre * d.Centre));
    }

    public void Rank(MatchedPart part, Span<float> keys)
    {
        foreach (var text in new TextsOf(part.Texts))
        {
            var terms = part.Segment.Terms[text];
            var product = 0.0;
            foreach (var term in terms)
            {
                product += _dimensions[term].Rarity * _dimensions[term].Centre;
            }
            keys[text] = terms.IsEmpty ? 0 : (float)(product / (Length(terms) * _length));
        }
    }

    private void Add(ReadOnlySpan<int> terms)
    {
        var length = Length(terms);
        foreach (var term in terms)
        {
            ref var dimension = ref _dimensions[term];
            dimension.Centre += dimension.Rarity / length;
        }
    }

    private double Length(ReadOnlySpan<int> terms)
    {
        var squares = 0.0;
        foreach (var term in terms)
        {
            ref var dimension = ref _dimensions[term];
            squares += dimension.Rarity * ((2.0 * dimension.Text) + dimension.Rarity);
            dimension.Text += dimension.Rarity;
        }
        foreach (var term in terms)
        {
            _dimensions[term].Text = 0;
        }
        return Math.Sqrt(squares);
    }

    /// <summary>What is known of a term; together, so that it is in one place of memory.</summary>
    private struct Dimension
    {
        public float Rarity;

        /// <summary>Its part in the vector of the text that is being looked at.</summary>
        public float Text;

        /// <summary>Its part in the sum of all texts.</summary>
        public double Centre;
    }
}
