using Voc.Analysis.Opinions;

namespace Voc.Analysis.Sentiment;

/// <summary>Turns what lexicon and grammar found into a score, without anything learned.</summary>
internal static class LexiconScore
{
    // A sum this large stands half way between neutral and certain.
    private const double Half = 0.55;
    private const double Silence = 0.16;
    private const double SilentSentence = 0.3;
    private const double LastSentence = 1.3;

    /// <summary>Score of a sentence, −1 to 1, from the sum of what its findings are worth.</summary>
    public static double Of(double sum) => sum / (Math.Abs(sum) + Half);

    /// <summary>Score of a text, −1 to 1: the mean of its sentences, of which those that say nothing count little and the last one more.</summary>
    public static double Document(ReadOnlySpan<ReadSentence> sentences)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < sentences.Length; i++)
        {
            var weight = i == sentences.Length - 1 && sentences.Length > 1 ? LastSentence : 1;
            sum += weight * sentences[i].Score;
            weights += weight * (Math.Abs(sentences[i].Score) < Silence ? SilentSentence : 1);
        }

        return weights == 0 ? 0 : Math.Clamp(sum / weights, -1, 1);
    }
}
