using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Learning;

/// <summary>What was learned of sentiment, intents and topics from labelled texts. Immutable; safe for any number of threads.</summary>
public sealed class ReadingModel
{
    private static readonly ModelFile Frame = new("VOCR", 1);

    internal ReadingModel(SentimentModel sentiment, LinearModel intents, float[] intentThresholds, LinearModel topics, string origin)
    {
        (Sentiment, Intents, IntentThresholds, Topics, Origin) = (sentiment, intents, intentThresholds, topics, origin);
    }

    /// <summary>A model that has learned nothing: lexicon, cues and keywords alone decide.</summary>
    public static ReadingModel Untrained { get; } = new(
        new SentimentModel(LinearModel.Empty(SentimentModel.Labels, multiLabel: false), LinearModel.Empty(SentimentModel.Labels, multiLabel: false), SentimentBlend.LexiconOnly),
        LinearModel.Empty([], multiLabel: true), [], LinearModel.Empty([], multiLabel: false), "");

    /// <summary>Fingerprint of what it was trained on, as the trainer was told; empty where it was trained on nothing.</summary>
    public string Origin { get; }

    internal SentimentModel Sentiment { get; }

    /// <summary>Probability of each intent, or no labels at all.</summary>
    internal LinearModel Intents { get; }

    /// <summary>From which probability on an intent is told, one for each.</summary>
    internal float[] IntentThresholds { get; }

    internal LinearModel Topics { get; }

    /// <summary>The same model with some of the experts on sentiment only.</summary>
    public ReadingModel With(SentimentExperts experts) => new(Sentiment.With(experts), Intents, IntentThresholds, Topics, Origin);

    /// <summary>Writes the model, format version 1.</summary>
    /// <param name="stream">Stays open.</param>
    public void Save(Stream stream) => Frame.Write(stream, writer =>
    {
        writer.Write(Origin);
        var blend = Sentiment.Blend;
        foreach (var factor in new[] { blend.Phrases, blend.Composition, blend.Lexicon, blend.Neutral, blend.Opposed })
        {
            writer.Write(factor);
        }

        writer.Write(IntentThresholds.Length);
        foreach (var threshold in IntentThresholds)
        {
            writer.Write(threshold);
        }

        writer.Flush();
        foreach (var model in new[] { Sentiment.Phrases, Sentiment.Composition, Intents, Topics })
        {
            model.Save(writer.BaseStream);
        }
    });

    /// <summary>Reads a model file.</summary>
    /// <exception cref="DataFileException">It is no such model, damaged, or of another version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ReadingModel Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file, Path.GetFileName(path));
    }

    /// <summary>Reads a model.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="place">Name of the file, for messages.</param>
    /// <exception cref="DataFileException">It is no such model, damaged, or of another version.</exception>
    public static ReadingModel Load(Stream stream, string place) => Frame.Read(stream, place, reader =>
    {
        var origin = reader.ReadString();
        var blend = new SentimentBlend(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var thresholds = new float[reader.ReadInt32() is var count && count >= 0 && count <= Voc.Analysis.Classification.Intents.Labels.Length ? count : throw new InvalidDataException()];
        for (var i = 0; i < thresholds.Length; i++)
        {
            thresholds[i] = reader.ReadSingle();
        }

        var (phrases, composition) = (Next(SentimentModel.Labels.Length), Next(SentimentModel.Labels.Length));
        var (intents, topics) = (Next(thresholds.Length), Next(null));
        return new ReadingModel(new SentimentModel(phrases, composition, blend), intents, thresholds, topics, origin);

        LinearModel Next(int? labels)
        {
            var model = LinearModel.Load(reader.BaseStream, place);
            return labels is null || model.Labels.Count == labels ? model : throw new InvalidDataException();
        }
    });
}
