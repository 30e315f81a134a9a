using System.Globalization;

namespace Voc.Analysis.Morphology;

/// <summary>A dictionary cannot be used: a file is missing, damaged or of another format. Says which and what to do.</summary>
public sealed class DictionaryException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="text">What is wrong and what to do, in both languages.</param>
    /// <param name="inner">What was caught, if anything.</param>
    public DictionaryException(LocalizedText text, Exception? inner = null)
        : base(text?.In(CultureInfo.InvariantCulture), inner) => Text = text!;

    /// <summary>What is wrong and what to do.</summary>
    public LocalizedText Text { get; }
}
