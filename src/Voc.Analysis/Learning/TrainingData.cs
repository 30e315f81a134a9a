namespace Voc.Analysis.Learning;

/// <summary>Examples with what is known of them.</summary>
public sealed class TrainingData
{
    private readonly int[][] _labels;

    private TrainingData(
        IReadOnlyList<FeatureVector> examples, IReadOnlyList<string> labels, int[][] of, bool multiLabel, IReadOnlyList<float>? weights, IReadOnlyList<int>? folds)
    {
        if (examples.Count != of.Length || (weights is not null && weights.Count != of.Length) || (folds is not null && folds.Count != of.Length))
        {
            throw new ArgumentException($"There are {examples.Count} examples, labels of {of.Length}, {weights?.Count} weights and {folds?.Count} parts.", nameof(examples));
        }

        if (weights?.Any(weight => !(weight > 0 && float.IsFinite(weight))) == true || folds?.Any(fold => fold < 0) == true)
        {
            throw new ArgumentException("Weights are more than 0, parts 0 or more.", nameof(weights));
        }

        if (Array.Exists(of, set => Array.Exists(set, label => label < 0 || label >= labels.Count)))
        {
            throw new ArgumentException("A label is not one of the names.", nameof(of));
        }

        (Examples, Labels, _labels, IsMultiLabel) = (examples, labels, of, multiLabel);
        (Weights, Folds) = (weights, folds);
    }

    /// <summary>What the model will see of each example.</summary>
    public IReadOnlyList<FeatureVector> Examples { get; }

    /// <summary>Names of the labels.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Whether an example may have any number of labels rather than exactly one.</summary>
    public bool IsMultiLabel { get; }

    /// <summary>How much each example counts, 1 where null; more than 0.</summary>
    public IReadOnlyList<float>? Weights { get; }

    /// <summary>The part each example falls into when cross-validating, 0 up; null for parts drawn at random with the labels in like proportion.</summary>
    public IReadOnlyList<int>? Folds { get; }

    /// <summary>Examples of exactly one label each.</summary>
    /// <param name="examples">What the model will see.</param>
    /// <param name="labels">Names of the labels, at least two.</param>
    /// <param name="of">For each example the number of its label.</param>
    /// <param name="weights">How much each example counts, more than 0; 1 where null.</param>
    /// <param name="folds">Parts for cross-validation, to be given where examples hang together, as sentences of one author do.</param>
    /// <exception cref="ArgumentException">The lists do not fit together.</exception>
    public static TrainingData SingleLabel(
        IReadOnlyList<FeatureVector> examples, IReadOnlyList<string> labels, IReadOnlyList<int> of, IReadOnlyList<float>? weights = null, IReadOnlyList<int>? folds = null) =>
        labels is { Count: >= 2 }
            ? new(examples, labels, [.. of.Select(label => new[] { label })], false, weights, folds)
            : throw new ArgumentException("One of at least two labels is chosen.", nameof(labels));

    /// <summary>Examples of any number of labels each.</summary>
    /// <param name="examples">What the model will see.</param>
    /// <param name="labels">Names of the labels, at least one.</param>
    /// <param name="of">For each example the numbers of its labels, perhaps none.</param>
    /// <param name="weights">How much each example counts, more than 0; 1 where null.</param>
    /// <param name="folds">Parts for cross-validation, to be given where examples hang together, as sentences of one author do.</param>
    /// <exception cref="ArgumentException">The lists do not fit together.</exception>
    public static TrainingData MultiLabel(
        IReadOnlyList<FeatureVector> examples, IReadOnlyList<string> labels, IReadOnlyList<int[]> of, IReadOnlyList<float>? weights = null, IReadOnlyList<int>? folds = null) =>
        labels is { Count: >= 1 } ? new(examples, labels, [.. of], true, weights, folds) : throw new ArgumentException("There is no label.", nameof(labels));

    internal ReadOnlySpan<int> LabelsOf(int example) => _labels[example];

    internal float WeightOf(int example) => Weights?[example] ?? 1;
}
