using Voc.Analysis.Classification;
using Voc.Analysis.Opinions;
using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Learning;

/// <summary>What each model sees of one text when it learns: the same as when it reads.</summary>
/// <param name="Phrases">For sentiment.</param>
/// <param name="Composition">For sentiment, of a text of one sentence; else null, for which sentence bears the label is not known.</param>
/// <param name="Intents">Phrases and the evidence for intents.</param>
/// <param name="Topics">Phrases and the votes of keywords.</param>
/// <param name="Lexicon">The lexicon's own score.</param>
/// <param name="Mixed">How much its only sentence says for and against at once.</param>
internal sealed record TrainingExample(FeatureVector Phrases, FeatureVector? Composition, FeatureVector Intents, FeatureVector Topics, double Lexicon, double Mixed)
{
    public static TrainingExample Of(Passage p, ReadSentence[] sentences, IntentReader intents, TopicReader topics)
    {
        var builder = new FeatureBuilder();
        WordingFeatures.Phrases(p, sentences, builder);
        var phrases = builder.ToVector();
        WordingFeatures.Pieces(p, sentences, builder);
        topics.AddFeatures(p, new(0, p.Count), builder);
        var withVotes = builder.ToVector();
        builder.Clear();
        WordingFeatures.Phrases(p, sentences, builder);
        WordingFeatures.Pieces(p, sentences, builder);
        intents.AddFeatures(p, sentences, builder);
        var withEvidence = builder.ToVector();
        var lexicon = LexiconScore.Document(sentences);
        if (sentences.Length != 1)
        {
            return new(phrases, null, withEvidence, withVotes, lexicon, 0);
        }

        builder.Clear();
        FindingFeatures.Composition(p, sentences[0], builder);
        return new(phrases, builder.ToVector(), withEvidence, withVotes, lexicon, sentences[0].Mixed);
    }
}
