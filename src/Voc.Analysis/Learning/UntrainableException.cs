namespace Voc.Analysis.Learning;

/// <summary>Nothing can be learned from the texts and labels given.</summary>
/// <param name="problem">Why, and what to do about it.</param>
public sealed class UntrainableException(LocalizedText problem) : Exception(problem?.En)
{
    /// <summary>Why, and what to do about it.</summary>
    public LocalizedText Problem { get; } = problem!;
}
