using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Tells what failed from what is disliked.</summary>
internal static class Incident
{
    /// <summary>Whether an expression tells of a failure: one of the failure words, or something that works by itself and here does not.</summary>
    public static bool Is(LexiconEntry entry, LexiconSense sense, bool negated) =>
        negated ? sense.Strength == 0 && sense.Negated < 0 : sense.Strength < 0 && entry.Group is "failure" or "domains";
}
