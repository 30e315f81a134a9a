using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Something said about something, while its sentence is being read.</summary>
internal sealed record Finding
{
    /// <summary>The words that carry it.</summary>
    public required TokenRange Words { get; init; }

    /// <summary>Their base form, without negation.</summary>
    public required string Expression { get; init; }

    /// <summary>What it is said of; may be empty.</summary>
    public required TokenRange Target { get; init; }

    /// <summary>What follows it.</summary>
    public required Tail Tail { get; init; }

    /// <summary>From −1 to 1, after negation and degree.</summary>
    public double Strength { get; set; }

    /// <summary>Whether it is negated, in its tail or by the verb it is the subject of.</summary>
    public bool Negated { get; set; }

    /// <summary>How it is said: <see cref="Voc.Opinion.Modality"/>.</summary>
    public string Modality { get; set; } = "fact";

    /// <summary>How much it counts in its sentence.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Whether it only colours the sentence and is no opinion of its own.</summary>
    public bool IsCue { get; init; }

    /// <summary>Whether the writer only names it and does not say it: a fault in the name of something, an expectation, a quotation.</summary>
    public bool IsMention { get; set; }

    /// <summary>Whether it says that something is neither good nor bad.</summary>
    public bool IsEven { get; init; }

    /// <summary>Whether it has the meaning that holds whatever it is said of.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether it tells of something that failed rather than of a taste.</summary>
    public bool IsIncident { get; init; }

    /// <summary>Its entry, or null where the construction alone carries it.</summary>
    public LexiconEntry? Entry { get; init; }

    /// <summary>First token behind it.</summary>
    public int End { get; set; }
}
