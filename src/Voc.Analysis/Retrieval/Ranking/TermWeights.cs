using System.Runtime.CompilerServices;
using Voc.Analysis.Retrieval.Criteria;
using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>What a term of a query is worth in texts of a snapshot. Usual cases are worked out once.</summary>
internal sealed class TermWeights
{
    private const int Frequencies = 8;
    private const int Lengths = byte.MaxValue;

    private readonly float[] _known = new float[Frequencies * Lengths];
    private readonly double _factor;
    private readonly double _averageLength;

    public TermWeights(ScoredCriterion criterion, IndexSnapshot snapshot)
    {
        (_factor, _averageLength) = (criterion.Boost * criterion.Rarity(snapshot), snapshot.AverageLength);
    }

    /// <summary>What a term is worth in a text.</summary>
    /// <param name="segment">The text's segment.</param>
    /// <param name="text">The text.</param>
    /// <param name="frequency">How often the term stands there; at least 1. What is above 255 counts as 255, which is as far as postings count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Of(Segment segment, int text, int frequency)
    {
        int length = segment.Lengths[text];
        if (frequency < Frequencies && length < Lengths && _known[(frequency * Lengths) + length] is var known && known != 0)
        {
            return known;
        }
        return WorkOut(segment, text, frequency);
    }

    private float WorkOut(Segment segment, int text, int frequency)
    {
        frequency = Math.Min(byte.MaxValue, frequency);
        var length = segment.Terms.Length(text);
        var weight = (float)(_factor * Bm25.Weight(frequency, length, _averageLength));
        if (frequency < Frequencies && length < Lengths)
        {
            _known[(frequency * Lengths) + length] = weight;
        }
        return weight;
    }
}
