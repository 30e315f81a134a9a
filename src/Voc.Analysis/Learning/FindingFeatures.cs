using Voc.Analysis.Opinions;

namespace Voc.Analysis.Learning;

/// <summary>What the learned readings see of what lexicon, grammar and keywords already read. Adding to a builder allocates nothing.</summary>
internal static class FindingFeatures
{
    // Groups 1 to 5 are those of wording.
    private const int Said = 6;
    private const int SaidOf = 7;
    private const int Grammar = 8;
    private const int Amounts = 9;
    private const int Votes = 10;

    // What comes behind so much adds little, and a builder must not grow with what people send.
    private const int Most = 1 << 14;

    /// <summary>Adds what was read in a sentence, of length 1, and how much of it.</summary>
    public static void Composition(Passage p, in ReadSentence sentence, FeatureBuilder into)
    {
        var from = into.Count;
        var (good, bad, goodCues, badCues, opinions) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < Math.Min(sentence.Findings.Count, Most); i++)
        {
            var finding = sentence.Findings[i];
            AddFinding(finding, i == sentence.Findings.Count - 1, into);
            var value = finding.Weight * Opinions.Composition.Value(finding.Strength, finding.Modality);
            opinions += finding.IsCue ? 0 : 1;
            good += !finding.IsCue && value > 0 ? value : 0;
            bad += !finding.IsCue && value < 0 ? value : 0;
            goodCues += finding.IsCue && value > 0 ? value : 0;
            badCues += finding.IsCue && value < 0 ? value : 0;
        }

        AddGrammar(p, sentence, into);
        into.DampAndNormalize(from);
        Amount(into, "score", 2 * sentence.Score);
        Amount(into, "leaning", Math.Abs(sentence.Score));
        Amount(into, "good", 2 * Math.Tanh(good));
        Amount(into, "bad", 2 * Math.Tanh(bad));
        Amount(into, "good cues", Math.Tanh(goodCues));
        Amount(into, "bad cues", Math.Tanh(badCues));
        Amount(into, "signs", sentence.Signs);
        Amount(into, "both", Math.Min(good, -bad));
        Amount(into, "silent", opinions == 0 ? 1 : 0);
        Amount(into, "length", Math.Log(1 + sentence.Span.Length) / 4);
    }

    /// <summary>Adds the findings of a sentence: which expressions, with what sign, said how.</summary>
    public static void Findings(in ReadSentence sentence, FeatureBuilder into)
    {
        for (var i = 0; i < sentence.Findings.Count && into.Count < 2 * Most; i++)
        {
            AddFinding(sentence.Findings[i], i == sentence.Findings.Count - 1, into);
        }
    }

    /// <summary>Adds an amount under a name.</summary>
    public static void Amount(FeatureBuilder into, ReadOnlySpan<char> name, double value) => into.Add(Amounts, name, (float)value);

    /// <summary>Adds how much the keywords of a topic speak for it.</summary>
    public static void Vote(FeatureBuilder into, string topic, double score) => into.Add(Votes, topic, (float)(Math.Min(score, 6) / 3));

    private static void AddFinding(Finding finding, bool isLast, FeatureBuilder into)
    {
        var sign = (ulong)(1 + Math.Sign(finding.Strength));
        var how = FeatureHash.Combine(FeatureHash.Of(Said, finding.Modality), sign);
        into.Add(FeatureHash.Combine(how, finding.IsCue ? 1u : 2u));
        into.Add(FeatureHash.Combine(how, isLast ? 3u : 4u));
        into.Add(FeatureHash.Combine(FeatureHash.Of(SaidOf, finding.Expression), sign));
        if (finding.Entry is { } entry)
        {
            into.Add(FeatureHash.Combine(FeatureHash.Of(Grammar, entry.Group), how));
        }

        if (finding.IsIncident)
        {
            into.Add(Grammar, "incident");
        }
    }

    private static void AddGrammar(Passage p, in ReadSentence sentence, FeatureBuilder into)
    {
        if (SentenceStructure.IsQuestion(p, sentence.Tokens))
        {
            into.Add(Grammar, "question");
        }

        if (sentence.Turns)
        {
            into.Add(Grammar, "turn");
        }
    }
}
