namespace Voc.Analysis.Learning;

/// <summary>What is wrong with a corpus, and where.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Kind">What sort of problem.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record CorpusProblem(string Place, CorpusProblemKind Kind, LocalizedText Message);

/// <summary>The sorts of problems <see cref="CorpusLint"/> finds.</summary>
public enum CorpusProblemKind
{
    /// <summary>A label that does not exist, or a text too short or too long.</summary>
    Label,

    /// <summary>An opinion that does not stand in its text.</summary>
    Span,

    /// <summary>A text that stands there twice.</summary>
    Duplicate,

    /// <summary>Nearly the same text to learn from and to be measured on.</summary>
    Leak,

    /// <summary>Labels that contradict each other, in one text or between two that are nearly the same.</summary>
    Conflict,
}
