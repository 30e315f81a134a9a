using Voc.Analysis.Morphology;

namespace Voc.Analysis.Learning;

/// <summary>A text with the label a person gave it.</summary>
/// <param name="Text">Any string.</param>
/// <param name="Label">Name of the label.</param>
public sealed record TrainingText(string Text, string Label);

/// <summary>What a classifier says of a text.</summary>
/// <param name="Label">The most likely label.</param>
/// <param name="Confidence">How likely it is, 0 to 1: of answers with confidence 0.8 about 80 % are right on texts like those learned from.</param>
public readonly record struct Classification(string Label, double Confidence);

/// <summary>A classifier with what cross-validation said of it.</summary>
/// <param name="Classifier">The classifier, trained on all texts.</param>
/// <param name="Quality">Of classifiers trained without the texts they answered.</param>
/// <param name="Texts">How many texts were learned from; fewer than given where there were too many.</param>
public sealed record TrainedClassifier(TextClassifier Classifier, LabelScores Quality, int Texts);

/// <summary>Tells which of some labels a text has, learned from labelled examples. Safe for any number of threads; time is linear in the length of the text.</summary>
public sealed class TextClassifier
{
    private readonly TextFeatures _features;
    private readonly FeatureTable _table;

    internal TextClassifier(Tokenizer tokenizer, int characters, float words, ulong[] keys, float[] factors, LinearModel model)
    {
        (Characters, Words, Keys, Factors, Model) = (characters, words, keys, factors, model);
        _features = new(tokenizer, characters, words);
        _table = new FeatureTable(keys.Length);
        foreach (var key in keys)
        {
            _table.GetOrAdd(key);
        }
    }

    /// <summary>The labels, sorted by name.</summary>
    public IReadOnlyList<string> Labels => Model.Labels;

    internal int Characters { get; }

    internal float Words { get; }

    internal ulong[] Keys { get; }

    internal float[] Factors { get; }

    internal LinearModel Model { get; }

    /// <summary>Learns from labelled texts.</summary>
    /// <param name="texts">At least ten, of at least two labels and at most 500.</param>
    /// <param name="tokenizer">Segments the texts; a model gives its best with the dictionary it was trained with.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told the part that is done, 0 to 1, or null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UntrainableException">There are too few texts, or too few or too many labels.</exception>
    public static TrainedClassifier Train(
        IReadOnlyList<TrainingText> texts, Tokenizer tokenizer, TextClassifierOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        TextClassifierTraining.Run(texts, tokenizer, options ?? new(), progress, cancellationToken);

    /// <summary>The most likely label of a text.</summary>
    /// <param name="text">Any string; where it tells nothing the answer is what is most likely anyway.</param>
    public Classification Classify(string text)
    {
        Span<float> probabilities = Labels.Count <= 256 ? stackalloc float[Labels.Count] : new float[Labels.Count];
        Probabilities(text, probabilities);
        var best = 0;
        for (var k = 1; k < probabilities.Length; k++)
        {
            best = probabilities[k] > probabilities[best] ? k : best;
        }

        return new(Labels[best], probabilities[best]);
    }

    /// <summary>How likely each label is; they sum to 1.</summary>
    /// <param name="text">Any string.</param>
    /// <param name="probabilities">Receives a probability a label, in the order of <see cref="Labels"/>.</param>
    /// <exception cref="ArgumentException">The probabilities are not as many as the labels.</exception>
    public void Probabilities(string text, Span<float> probabilities)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var lease = _features.Read(text);
        var features = lease.Features;
        var values = lease.Values;
        var sum = 0f;
        for (var i = 0; i < values.Length; i++)
        {
            var number = _table.Find(features.Keys[i]);
            values[i] *= number < 0 ? 0 : Factors[number];
            sum += values[i] * values[i];
        }

        var length = MathF.Sqrt(sum);
        foreach (ref var value in values)
        {
            value /= Math.Max(length, float.Epsilon);
        }

        Model.Probabilities(features, probabilities);
    }

    /// <summary>Writes the classifier in its own format, version 1.</summary>
    /// <param name="stream">Stays open.</param>
    public void Save(Stream stream) => TextClassifierFile.Write(this, stream);

    /// <summary>Reads a classifier.</summary>
    /// <param name="stream">Is read up to the end of the classifier; stays open.</param>
    /// <param name="place">Name of the file, for messages.</param>
    /// <param name="tokenizer">Segments the texts.</param>
    /// <exception cref="DataFileException">It is no classifier, damaged, or of another version.</exception>
    public static TextClassifier Load(Stream stream, string place, Tokenizer tokenizer) => TextClassifierFile.Read(stream, place, tokenizer);
}
