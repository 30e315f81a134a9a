namespace Voc.Analysis.Text;

/// <summary>How a writer stressed something; what normalisation folds away is kept as such.</summary>
public enum TextSignalKind
{
    /// <summary>Laughter: ｗｗｗ, （笑）.</summary>
    Laughter,

    /// <summary>A sound drawn out: すごーーーい, やばいいいい.</summary>
    Elongation,

    /// <summary>Repeated exclamation or question marks.</summary>
    Exclamation,

    /// <summary>Trailing off: …, ・・・, 。。。.</summary>
    Ellipsis,
}

/// <summary>A place where a writer stressed something.</summary>
/// <param name="Kind">How.</param>
/// <param name="Span">Where, in the text as it was given.</param>
public readonly record struct TextSignal(TextSignalKind Kind, TextSpan Span);
