using Voc.Analysis.Classification;
using Voc.Analysis.Opinions;
using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Learning;

/// <summary>What the learned models make of a text.</summary>
/// <param name="Document">Odds of the text.</param>
/// <param name="Sentences">Odds of each sentence.</param>
/// <param name="Intents">Most confident first.</param>
/// <param name="Topics">Most confident first.</param>
internal sealed record LearnedReading(SentimentOdds Document, SentimentOdds[] Sentences, IReadOnlyList<ScoredLabel> Intents, IReadOnlyList<ScoredLabel> Topics);

/// <summary>
/// Judges sentiment, intents and topics: each sentence by itself and, where there are several, the text as a whole, for one of many
/// may hold what matters: 「…。もう泊まりません。」 The features of a sentence are made once for all models.
/// </summary>
internal sealed class LearnedReader(SentimentModel sentiment, IntentReader intents, TopicReader topics)
{
    private const float SentenceAlone = 0.75f;
    private const int MostSentences = 32;

    /// <summary>Reads a text.</summary>
    /// <param name="p">The text.</param>
    /// <param name="sentences">What lexicon and grammar read in it.</param>
    /// <param name="features">To work with; what it holds does not matter.</param>
    public LearnedReading Read(Passage p, ReadSentence[] sentences, FeatureBuilder features)
    {
        var odds = new SentimentOdds[sentences.Length];
        Span<float> wanted = stackalloc float[intents.Count];
        var about = new float[topics.Count];
        Span<float> known = stackalloc float[3];
        Span<float> composed = stackalloc float[3];
        Span<float> composedMean = stackalloc float[3];
        for (var i = 0; i < sentences.Length; i++)
        {
            features.Clear();
            FindingFeatures.Composition(p, sentences[i], features);
            sentiment.Composition.Score(features.Features, composed);
            ReadPhrases(p, sentences.AsSpan(i, 1), features, known);
            odds[i] = sentiment.Blend.Of(known, composed, sentences[i].Score, sentences[i].Mixed);
            for (var label = 0; label < composed.Length; label++)
            {
                composedMean[label] += composed[label] / sentences.Length;
            }

            if (i < MostSentences)
            {
                ReadLabels(p, sentences.AsSpan(i, 1), features, sentences.Length > 1 ? SentenceAlone : 1, wanted, about);
            }
        }

        if (sentences.Length > 1)
        {
            ReadPhrases(p, sentences, features, known);
            ReadLabels(p, sentences, features, 1, wanted, about);
        }

        return new(sentiment.Document(sentences, odds, known, composedMean), odds, intents.Tell(p, sentences, wanted), topics.Tell(p, about));
    }

    private void ReadPhrases(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder features, Span<float> known)
    {
        features.Clear();
        WordingFeatures.Phrases(p, sentences, features);
        sentiment.Phrases.Score(features.Features, known);
    }

    private void ReadLabels(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder features, float factor, Span<float> wanted, Span<float> about)
    {
        if (wanted.Length + about.Length == 0)
        {
            return;
        }

        WordingFeatures.Pieces(p, sentences, features);
        topics.AddFeatures(p, new(sentences[0].Tokens.Start, sentences[^1].Tokens.End), features);
        topics.Judge(features, factor, about);
        intents.AddFeatures(p, sentences, features);
        intents.Judge(features, factor, wanted);
    }
}
