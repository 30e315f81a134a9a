namespace Voc.Analysis.Learning;

/// <summary>How a text classifier looks at texts and learns. The defaults are what did best in the comparison that <c>docs/evaluation.md</c> reports.</summary>
public sealed record TextClassifierOptions
{
    /// <summary>Runs of up to so many characters are features; 3 by default, 0 for none.</summary>
    public int Characters { get; init; } = 3;

    /// <summary>How much words and pairs of neighbouring words, in base form, count beside the runs of characters; 0.7 by default, 0 for not at all.</summary>
    public double Words { get; init; } = 0.7;

    /// <summary>Whether features of many texts count less (inverse document frequency); true by default.</summary>
    public bool FavourRare { get; init; } = true;

    /// <summary>
    /// How far features count more the more they tell about the label: by 1 + this × the information gained, in nats, when the feature is
    /// seen (supervised term weighting). 3 by default, 0 for not at all.
    /// </summary>
    public double FavourTelling { get; init; } = 3;

    /// <summary>What is minimised; <see cref="Loss.SquaredHinge"/> by default.</summary>
    public Loss Loss { get; init; } = Loss.SquaredHinge;

    /// <summary>See <see cref="TrainingOptions.Cost"/>; 1 by default.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>See <see cref="TrainingOptions.Balance"/>; 0.3 by default.</summary>
    public double Balance { get; init; } = 0.3;

    /// <summary>Parts of the cross-validation that tells quality and calibrates confidence, 2 or more; 4 by default.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>Most texts that are learned from; of more, so many are drawn. 100,000 by default.</summary>
    public int MaximumTexts { get; init; } = 100_000;

    /// <summary>Seed of every draw; the same texts and seed give the same model on the same machine.</summary>
    public int Seed { get; init; } = 1;
}
