namespace Voc.Analysis.Retrieval;

/// <summary>What the index knows of a text. Nothing in it may change after it was handed over.</summary>
public sealed record IndexEntry
{
    /// <summary>Identifier; positive, in the order of time.</summary>
    public required long Id { get; init; }

    /// <summary>Terms in text order, repeated as they occur, as <see cref="Search.TermLine"/> writes them.</summary>
    public ReadOnlyMemory<byte> Terms { get; init; }

    /// <summary>The day it was said in the company's time zone, see <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day { get; init; }

    /// <summary>Where it was said.</summary>
    public Channel Channel { get; init; }

    /// <summary>Sentiment of the whole.</summary>
    public SentimentLabel Sentiment { get; init; }

    /// <summary>Score of the sentiment, -1 to 1; kept to 1/10,000.</summary>
    public double Score { get; init; }

    /// <summary>Name of the source.</summary>
    public string Source { get; init; } = "";

    /// <summary>Name of the product, or null.</summary>
    public string? Product { get; init; }

    /// <summary>Identifiers of topics with one space between.</summary>
    public string Topics { get; init; } = "";

    /// <summary>Intents with one space between.</summary>
    public string Intents { get; init; } = "";

    /// <summary>Keys of opinions, see <see cref="OpinionPair.Key"/>, with a tab between, in text order.</summary>
    public string Opinions { get; init; } = "";

    /// <summary>Pseudonym of the customer, or null.</summary>
    public string? Customer { get; init; }

    /// <summary>The customer's own scores by name as a JSON object of numbers, or null.</summary>
    public string? Scores { get; init; }

    /// <summary>Attributes by name as a JSON object of strings, or null.</summary>
    public string? Attributes { get; init; }

    /// <summary>ISO 639-1 code of the language, <c>und</c> where there is none to tell.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The same number for texts that say the same in nearly the same words; 0 where there is nothing to compare. See <see cref="AnalyzedText.Wording"/>.</summary>
    public long Wording { get; init; }

    /// <summary>The text as it was said; the index normalises it. Null where it comes later, see <see cref="ArchiveIndex.AttachTexts"/>.</summary>
    public string? Text { get; init; }
}
