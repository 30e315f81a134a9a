namespace Voc.Analysis.Learning;

/// <summary>What is minimised beside the squared length of the weights.</summary>
public enum Loss
{
    /// <summary>Multinomial logistic loss: the labels compete. For exactly one label.</summary>
    Softmax,

    /// <summary>A logistic loss for each label by itself.</summary>
    Logistic,

    /// <summary>A squared hinge loss for each label by itself, as in a linear support vector machine.</summary>
    SquaredHinge,
}

/// <summary>How a linear model is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>What is minimised; <see cref="Loss.Softmax"/> by default.</summary>
    public Loss Loss { get; init; } = Loss.Softmax;

    /// <summary>
    /// Weight of the loss against half the squared length of the weights, more than 0; 1 by default. It suits examples of length 1: more
    /// fits the examples more closely.
    /// </summary>
    public double Cost { get; init; } = 1;

    /// <summary>
    /// How far rare labels are made to count more, 0 to 1: an example of a label that n of N examples have weighs (N/n) to this power, relative
    /// to the mean. 0, the default, lets each example count alike.
    /// </summary>
    public double Balance { get; init; }

    /// <summary>Features of fewer examples are left out; 1 by default.</summary>
    public int MinimumCount { get; init; } = 1;

    /// <summary>Of the features that are left the model keeps so many, those with the greatest weights; 1 million by default.</summary>
    public int MaximumFeatures { get; init; } = 1_000_000;

    /// <summary>Most passes over the examples; 60 by default. It ends sooner when passes change little.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>It ends when a pass moves each dual variable, on average, by less than this part of its range; 0.002 by default.</summary>
    public double Tolerance { get; init; } = 0.002;

    /// <summary>
    /// Parts of the cross-validation that probabilities are calibrated by, 5 by default; 0 leaves them as the loss makes them. Training
    /// takes so many times longer, spread over the processors.
    /// </summary>
    public int CalibrationFolds { get; init; } = 5;

    /// <summary>Seed of the order in which examples are seen: the same seed gives the same model on the same machine.</summary>
    public int Seed { get; init; } = 1;
}
