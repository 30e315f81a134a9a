using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis.Opinions;

/// <summary>Hands out what was read, with offsets into the text as it was given.</summary>
internal static class Reading
{
    private const double Faintest = 0.05;

    public static IReadOnlyList<SentenceSentiment> Sentences(ReadSentence[] sentences, SentimentOdds[] odds, NormalizedText text)
    {
        var read = new SentenceSentiment[sentences.Length];
        var end = 0;
        for (var i = 0; i < read.Length; i++)
        {
            // A character that normalisation writes as several, ‼ with an accent, can hold the end of one sentence and the start of the next.
            var span = text.ToOriginal(sentences[i].Span.Start, sentences[i].Span.Length);
            var start = Math.Max(end, span.Start);
            end = Math.Max(start, span.End);
            read[i] = new(start, end - start, odds[i].Label, Math.Round(odds[i].Score, 4));
        }

        return read;
    }

    public static IReadOnlyList<Opinion> Opinions(Passage p, ReadSentence[] sentences, NormalizedText text)
    {
        var opinions = new List<Opinion>();
        foreach (var sentence in sentences)
        {
            foreach (var finding in sentence.Findings)
            {
                if (finding is { IsCue: false, IsMention: false } && (finding.IsEven || Math.Abs(finding.Strength) >= Faintest))
                {
                    opinions.Add(Of(p, finding, text));
                }
            }
        }

        return opinions;
    }

    private static Opinion Of(Passage p, Finding finding, NormalizedText text)
    {
        var start = p.Tokens[finding.Words.Start].Start;
        var span = text.ToOriginal(start, p.Tokens[finding.End - 1].End - start);
        var target = finding.Target.IsEmpty ? null : p.Span(finding.Target.Start, finding.Target.End).ToString();
        return new(target, finding.Expression, Polarity(finding), finding.Negated, finding.Modality, span.Start, span.Length);
    }

    // Who wishes for something lacks it; who asks or imagines has not said; what is over no longer hurts.
    private static int Polarity(Finding finding) => finding.Modality switch
    {
        "wish" => -1,
        "question" or "hypothetical" => 0,
        "resolved" when finding.Strength < 0 => 0,
        _ => Math.Sign(finding.Strength),
    };
}
