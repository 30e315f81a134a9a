using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis.Opinions;

/// <summary>Reads the sentences of a passage one by one and scores them.</summary>
internal sealed class SentenceReader(PolarityLexicon lexicon)
{
    private readonly OpinionReader _opinions = new(lexicon);

    public ReadSentence[] Read(Passage p, IReadOnlyList<TextSpan> spans)
    {
        var sentences = new ReadSentence[spans.Count];
        var token = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            while (token < p.Count && p.Tokens[token].Start < spans[i].Start)
            {
                token++;
            }

            var start = token;
            while (token < p.Count && p.Tokens[token].Start < spans[i].End)
            {
                token++;
            }

            sentences[i] = Read(p, spans[i], new(start, token));
        }

        return sentences;
    }

    private ReadSentence Read(Passage p, TextSpan span, TokenRange tokens)
    {
        var findings = _opinions.Read(p, tokens);
        var signs = SignFinder.Sum(span.Of(p.Text), lexicon);
        var (good, bad) = (0.0, 0.0);
        foreach (var finding in findings)
        {
            var value = finding.Weight * Composition.Value(finding.Strength, finding.Modality);
            (good, bad) = value > 0 ? (good + value, bad) : (good, bad + value);
        }

        return new(span, tokens, findings, LexiconScore.Of(signs + good + bad), signs, Math.Min(good, -bad), SentenceStructure.Turns(p, tokens));
    }
}
