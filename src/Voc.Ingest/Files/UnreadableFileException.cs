namespace Voc.Ingest.Files;

/// <summary>A file that cannot be read at all, or not in the way that was asked for; nothing of it is taken in.</summary>
/// <param name="problem">What is wrong, where, and what to do about it.</param>
public sealed class UnreadableFileException(LocalizedText problem) : Exception(problem?.En)
{
    /// <summary>What is wrong, where, and what to do about it.</summary>
    public LocalizedText Problem { get; } = problem!;
}
