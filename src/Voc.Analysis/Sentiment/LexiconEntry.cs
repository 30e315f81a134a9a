namespace Voc.Analysis.Sentiment;

/// <summary>What an expression does to the polarity of a sentence.</summary>
public enum LexiconKind : byte
{
    /// <summary>Carries a polarity of its own; found in any inflected form.</summary>
    Word,

    /// <summary>As <see cref="Word"/>, but found as it is written, anywhere: emoji and kaomoji.</summary>
    Surface,

    /// <summary>A circumstance that colours its sentence without saying something about anything: やっと, またしても.</summary>
    Cue,

    /// <summary>Multiplies the strength of what follows: とても, 少し.</summary>
    Degree,

    /// <summary>Strengthens the polarity of its argument: エラーが多い.</summary>
    Raise,

    /// <summary>Turns the polarity of its argument round: エラーが減る.</summary>
    Lower,

    /// <summary>Says as a predicate that something is neither good nor bad: 可もなく不可もなく, 普通.</summary>
    Even,
}

/// <summary>One meaning of an expression.</summary>
/// <param name="Strength">From −1 to 1; for a degree, raise or lower the factor, above 0.</param>
/// <param name="Negated">Strength when negated.</param>
/// <param name="Target">Class of <c>targets.tsv</c> that what it is said of must belong to, or null for any.</param>
/// <param name="Kind">What it does.</param>
public sealed record LexiconSense(double Strength, double Negated, string? Target, LexiconKind Kind);

/// <summary>An expression of the lexicon in base form with its meanings, those with a target first.</summary>
/// <param name="Expression">As it is written in the lexicon.</param>
/// <param name="Group">The file it comes from, without its extension, such as <c>failure</c>.</param>
/// <param name="Senses">At least one.</param>
public sealed record LexiconEntry(string Expression, string Group, IReadOnlyList<LexiconSense> Senses)
{
    /// <summary>The meaning that multiplies what follows, or null.</summary>
    public LexiconSense? Degree { get; } = Senses.FirstOrDefault(s => s.Kind == LexiconKind.Degree);

    /// <summary>The meaning that works on a polar argument, or null.</summary>
    public LexiconSense? Shift { get; } = Senses.FirstOrDefault(s => s.Kind is LexiconKind.Raise or LexiconKind.Lower);

    /// <summary>The meaning that holds whatever it is said of, or null.</summary>
    public LexiconSense? Plain { get; } = Senses.FirstOrDefault(s => s.Target is null && s.Kind is LexiconKind.Word or LexiconKind.Cue or LexiconKind.Surface or LexiconKind.Even);

    /// <summary>Whether it never says anything: a polite phrase kept so that shorter entries inside it stay silent.</summary>
    public bool IsSilent { get; } = Senses.All(s => s is { Strength: 0, Negated: 0, Kind: not LexiconKind.Even });
}
