namespace Voc.Analysis.Retrieval.Criteria;

/// <summary>Terms that follow each other. Together they weigh as much as each of them.</summary>
/// <param name="places">Two or more.</param>
/// <param name="boost">Factor of what it adds to the score.</param>
internal sealed class PhraseCriterion(PhrasePlace[] places, double boost) : SequenceCriterion(places, boost)
{
    protected override int Frequency(ReadOnlySpan<int> terms, int limit)
    {
        var count = 0;
        for (var at = 0; at + Places.Length <= terms.Length; at++)
        {
            if (Places[0].Terms is null)
            {
                var next = terms[at..^(Places.Length - 1)].IndexOf(Places[0].Term);
                if (next < 0)
                {
                    break;
                }
                at += next;
            }
            if (IsAt(terms[at..]) && ++count == limit)
            {
                break;
            }
        }
        return count;
    }

    private bool IsAt(ReadOnlySpan<int> terms)
    {
        for (var i = 0; i < Places.Length; i++)
        {
            if (!Places[i].Takes(terms[i]))
            {
                return false;
            }
        }
        return true;
    }
}
