namespace Voc.Analysis.Text;

/// <summary>
/// A text brought to one spelling, with the way back to the text as it was given: Unicode NFKC (half-width kana, full-width
/// Latin), one mark for a prolonged sound, repetitions and laughter folded, iteration marks written out, invisible and control
/// characters removed, lone surrogates replaced by U+FFFD, line ends as <c>\n</c>. Time is linear in the length of the text.
/// </summary>
public sealed class NormalizedText
{
    private readonly OffsetText? _offsets;

    private NormalizedText(string original, string text, OffsetText? offsets, IReadOnlyList<TextSignal> signals)
    {
        (Original, Text, _offsets, Signals) = (original, text, offsets, signals);
    }

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    /// <summary>The normalised text; valid UTF-16.</summary>
    public string Text { get; }

    /// <summary>What stress was folded, in text order.</summary>
    public IReadOnlyList<TextSignal> Signals { get; }

    /// <summary>Normalises a text.</summary>
    public static NormalizedText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var characters = CharacterFolding.Fold(text);
        var folded = new MarkFolding(characters).Fold(out var signals);
        return folded.Units.SequenceEqual(text)
            ? new NormalizedText(text, text, null, signals)
            : new NormalizedText(text, folded.Units.ToString(), folded, signals);
    }

    /// <summary>The stretch of the original that a stretch of <see cref="Text"/> was made of.</summary>
    /// <param name="start">Offset in <see cref="Text"/>.</param>
    /// <param name="length">Length there; for 0 the answer is empty as well.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not inside <see cref="Text"/>.</exception>
    public TextSpan ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Text.Length - length);
        if (_offsets is null)
        {
            return new TextSpan(start, length);
        }

        var from = start < Text.Length ? _offsets.StartOf(start) : Original.Length;
        return length == 0 ? new TextSpan(from, 0) : new TextSpan(from, _offsets.EndOf(start + length - 1) - from);
    }
}
