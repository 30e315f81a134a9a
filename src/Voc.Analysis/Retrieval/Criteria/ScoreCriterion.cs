using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Scores of sentiment that satisfy a condition.</summary>
internal sealed class ScoreCriterion(Func<double, bool> condition) : Criterion
{
    public override int Weight => 2;

    public override int Bound(SegmentView view) => view.Live;

    public override int Restrict(SegmentView view, int firstWord, Span<ulong> bits, int count) =>
        Where(bits, firstWord, new Satisfies(view.Segment.Scores, condition));

    private readonly struct Satisfies(short[] scores, Func<double, bool> condition) : ITextTest
    {
        public bool IsTrue(int text) => condition(scores[text] / Scale.Score);
    }
}
