using Voc.Analysis.Learning;
using Voc.Analysis.Opinions;

namespace Voc.Analysis.Classification;

/// <summary>
/// Tells intents and topics of a text: from the text as a whole and, where it has several sentences, from each of them, for one of
/// many may hold what matters: 「…。もう泊まりません。」
/// </summary>
internal sealed class LabelReader(IntentReader intents, TopicReader topics)
{
    private const float SentenceAlone = 0.75f;
    private const int MostSentences = 32;

    /// <summary>The intents and the topics, most confident first.</summary>
    /// <param name="p">The text.</param>
    /// <param name="sentences">What was read in it.</param>
    /// <param name="features">Holds the phrases of the text; what it holds afterwards is of no use.</param>
    public (IReadOnlyList<ScoredLabel> Intents, IReadOnlyList<ScoredLabel> Topics) Read(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder features)
    {
        Span<float> wanted = stackalloc float[intents.Count];
        var about = new float[topics.Count];
        if (wanted.Length + about.Length > 0)
        {
            WordingFeatures.Pieces(p, sentences, features);
            Judge(p, sentences, features, 1, wanted, about);
            for (var i = 0; sentences.Length > 1 && i < Math.Min(sentences.Length, MostSentences); i++)
            {
                features.Clear();
                WordingFeatures.Phrases(p, sentences.Slice(i, 1), features);
                WordingFeatures.Pieces(p, sentences.Slice(i, 1), features);
                Judge(p, sentences.Slice(i, 1), features, SentenceAlone, wanted, about);
            }
        }

        return (intents.Tell(p, sentences, wanted), topics.Tell(p, about));
    }

    private void Judge(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder features, float factor, Span<float> wanted, Span<float> about)
    {
        if (sentences.Length > 0)
        {
            topics.AddFeatures(p, new(sentences[0].Tokens.Start, sentences[^1].Tokens.End), features);
            topics.Judge(features, factor, about);
            intents.AddFeatures(p, sentences, features);
            intents.Judge(features, factor, wanted);
        }
    }
}
