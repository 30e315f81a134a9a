namespace Voc.Analysis;

/// <summary>A lexicon or taxonomy file cannot be used as it is. The message names file, place and remedy.</summary>
public sealed class DataFileException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">File, with line or path inside it.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    public DataFileException(string place, LocalizedText problem)
        : base($"{place}: {(problem ?? throw new ArgumentNullException(nameof(problem))).En}")
    {
        Place = place;
        Problem = problem;
    }

    /// <summary>File, with line or path inside it.</summary>
    public string Place { get; }

    /// <summary>What is wrong and what would be right.</summary>
    public LocalizedText Problem { get; }
}
