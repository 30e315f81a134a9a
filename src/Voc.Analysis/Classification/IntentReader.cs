using Voc.Analysis.Learning;
using Voc.Analysis.Opinions;
using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Classification;

/// <summary>
/// Tells what a writer wants from cue phrases and from what the sentences were read to say; where a model was trained, from its
/// wording as well, with that as evidence. Each intent is judged by itself, so that a text may complain and ask at once.
/// </summary>
internal sealed class IntentReader(IntentCues cues, ReadingModel model)
{
    private const double ShownFrom = 0.5;
    private const double LaterCue = 0.4;

    // In the order of Intent: how much evidence it takes.
    private static readonly double[] Thresholds = [2.4, 2.2, 2.2, 2.6, 2.6, 2.0];

    /// <summary>How many intents the model knows; 0 where nothing was learned.</summary>
    public int Count => model.IntentThresholds.Length;

    /// <summary>Raises the probabilities of intents to those of some features, times a factor.</summary>
    public void Judge(FeatureBuilder features, float factor, Span<float> probabilities) => model.Intents.Raise(probabilities, features.Features, factor);

    /// <summary>The intents of a text, most confident first: by their probabilities or, where nothing was learned, by the evidence.</summary>
    public IReadOnlyList<ScoredLabel> Tell(Passage p, ReadOnlySpan<ReadSentence> sentences, ReadOnlySpan<float> probabilities)
    {
        if (probabilities.IsEmpty)
        {
            Span<double> evidence = stackalloc double[Thresholds.Length];
            Weigh(p, sentences, evidence);
            return Rank(evidence);
        }

        var labels = new List<ScoredLabel>();
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] >= model.IntentThresholds[i])
            {
                labels.Add(new(model.Intents.Labels[i], Math.Round(probabilities[i], 4)));
            }
        }

        return Sort(labels);
    }

    /// <summary>Adds the evidence for intents as features to learn from.</summary>
    public void AddFeatures(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder features)
    {
        Span<double> evidence = stackalloc double[Thresholds.Length];
        Weigh(p, sentences, evidence);
        AddEvidence(sentences, evidence, features);
    }

    private static void AddEvidence(ReadOnlySpan<ReadSentence> sentences, ReadOnlySpan<double> evidence, FeatureBuilder features)
    {
        var from = features.Count;
        foreach (var sentence in sentences)
        {
            FindingFeatures.Findings(sentence, features);
        }

        features.DampAndNormalize(from);
        for (var i = 0; i < evidence.Length; i++)
        {
            FindingFeatures.Amount(features, Intents.Labels[i], Math.Clamp(evidence[i], -4, 4) / 2);
        }
    }

    private void Weigh(Passage p, ReadOnlySpan<ReadSentence> sentences, Span<double> evidence)
    {
        AddCues(p, sentences, evidence);
        foreach (var sentence in sentences)
        {
            AddSentence(p, sentence, evidence);
        }

        var document = LexiconScore.Document(sentences);
        evidence[(int)Intent.Complaint] += document < 0 ? -4 * document : -2 * document;
        evidence[(int)Intent.Praise] += document > 0 ? 3 * document : 4 * document;
    }

    private void AddCues(Passage p, ReadOnlySpan<ReadSentence> sentences, Span<double> evidence)
    {
        var found = new List<FoundPhrase>();
        Span<int> times = stackalloc int[Thresholds.Length];
        foreach (var sentence in sentences)
        {
            found.Clear();
            ExpressionFinder.Find(p, sentence.Tokens, cues.Trie, found);
            var near = 0;
            foreach (var phrase in found)
            {
                while (near < sentence.Findings.Count && sentence.Findings[near].End <= phrase.Range.Start)
                {
                    near++;
                }

                foreach (var (intent, weight) in cues.Votes(phrase.Value))
                {
                    if (!IsCancelled(p, intent, phrase.Range, sentence, near))
                    {
                        evidence[(int)intent] += weight * Math.Pow(LaterCue, times[(int)intent]++);
                    }
                }
            }
        }
    }

    // 「満足できない」 is no praise, and 「壊れていません」 reports nothing.
    private static bool IsCancelled(Passage p, Intent intent, TokenRange phrase, in ReadSentence sentence, int near) => intent switch
    {
        Intent.Praise => IsDenied(sentence.Findings, near, phrase, -1) || sentence.Score < 0,
        Intent.Complaint => IsDenied(sentence.Findings, near, phrase, 1),
        Intent.Report => sentence.Score > 0,
        Intent.ChurnRisk => TailReader.Read(p, phrase.End, sentence.Tokens.End) is { Negated: true, Ability: false },
        _ => false,
    };

    // Findings stand in text order, so that only those from the nearest on need be looked at.
    private static bool IsDenied(List<Finding> findings, int near, TokenRange phrase, int sign)
    {
        for (var i = near; i < findings.Count && findings[i].Words.Start < phrase.End; i++)
        {
            if (phrase.Start < findings[i].End && findings[i].Strength > 0 == sign > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddSentence(Passage p, in ReadSentence sentence, Span<double> evidence)
    {
        evidence[(int)Intent.Complaint] += sentence.Score < 0 ? -1.5 * sentence.Score : 0;
        evidence[(int)Intent.Praise] += sentence.Score > 0 ? 1.5 * sentence.Score : 0;
        evidence[(int)Intent.Question] += SentenceStructure.IsQuestion(p, sentence.Tokens) ? 2.5 : 0;
        evidence[(int)Intent.Request] += Wishes.In(p, sentence.Tokens);
        evidence[(int)Intent.ChurnRisk] += Farewells.In(p, sentence.Tokens);
        var incidents = 0;
        foreach (var finding in sentence.Findings)
        {
            evidence[(int)Intent.Request] += finding.Modality == "wish" ? 1.2 : 0;
            evidence[(int)Intent.Report] += finding is { IsIncident: true, Modality: "fact", Strength: < 0 } ? 1.6 * Math.Pow(LaterCue, incidents++) : 0;
        }
    }

    private static List<ScoredLabel> Rank(Span<double> evidence)
    {
        var labels = new List<ScoredLabel>();
        for (var i = 0; i < evidence.Length; i++)
        {
            var confidence = 1 / (1 + Math.Exp(1.5 * (Thresholds[i] - Math.Min(evidence[i], 6))));
            if (confidence >= ShownFrom)
            {
                labels.Add(new(Intents.Labels[i], Math.Round(confidence, 4)));
            }
        }

        return Sort(labels);
    }

    private static List<ScoredLabel> Sort(List<ScoredLabel> labels)
    {
        labels.Sort((a, b) => a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) : string.CompareOrdinal(a.Label, b.Label));
        return labels;
    }
}
