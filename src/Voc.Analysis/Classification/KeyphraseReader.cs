using Voc.Analysis.Opinions;

namespace Voc.Analysis.Classification;

/// <summary>
/// Picks the compound nouns a text is about: those that come early, often, are said something of, and are not in every text.
/// </summary>
internal sealed class KeyphraseReader(HashSet<string> commonWords)
{
    private const int Most = 8;
    private const double SaidOf = 1.5;
    private const double OfCompound = 0.4;
    private const double Common = 0.25;

    /// <summary>At most eight phrases, most important first.</summary>
    public IReadOnlyList<string> Read(Passage p, ReadOnlySpan<ReadSentence> sentences)
    {
        var scores = new Dictionary<string, (double Score, int First)>(StringComparer.OrdinalIgnoreCase);
        foreach (var sentence in sentences)
        {
            AddNouns(p, sentence.Tokens, scores);
            foreach (var finding in sentence.Findings)
            {
                if (!finding.Target.IsEmpty && Key(p, finding.Target) is { } target && scores.TryGetValue(target, out var known))
                {
                    scores[target] = (known.Score + SaidOf, known.First);
                }
            }
        }

        return [.. scores
            .Where(s => !commonWords.Contains(s.Key) || s.Value.Score > 1)
            .OrderByDescending(s => s.Value.Score)
            .ThenBy(s => s.Value.First)
            .Take(Most)
            .Select(s => s.Key)];
    }

    private void AddNouns(Passage p, TokenRange sentence, Dictionary<string, (double Score, int First)> scores)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            var end = i;
            while (end < sentence.End && end - i < 8 && p.Class(end).IsNominal())
            {
                end++;
            }

            if (end == i)
            {
                continue;
            }

            var noun = NounPhrase.EndingAt(p, end - 1, i);
            if (!noun.IsEmpty && Key(p, noun) is { } phrase)
            {
                var known = scores.GetValueOrDefault(phrase, (Score: 0, First: i));
                var weight = (commonWords.Contains(phrase) ? Common : 1) * (1 + (OfCompound * (noun.End - noun.Start - 1))) / (1 + (0.01 * known.First));
                scores[phrase] = (known.Score + weight, known.First);
            }

            i = end - 1;
        }
    }

    // A single character or a number alone is no phrase.
    private static string? Key(Passage p, TokenRange noun)
    {
        var text = p.Span(noun.Start, noun.End);
        return text.Length < 2 && !(text[0] is >= '\u4E00' and <= '\u9FFF') || text.Length > 40 || !text.ContainsAnyExceptInRange('0', '9') ? null : text.ToString();
    }
}
