namespace Voc.Analysis.Issues;

/// <summary>Which way feedback rises.</summary>
public enum IssuePolarity
{
    /// <summary>Complaints and reports: everything that is not praise.</summary>
    Negative = -1,

    /// <summary>Praise.</summary>
    Positive = 1,
}

/// <summary>The grain at which a report is about something, from the coarsest to the finest.</summary>
public enum CandidateKind
{
    /// <summary>The product as a whole.</summary>
    Product,

    /// <summary>A topic of the taxonomy.</summary>
    Topic,

    /// <summary>A word or compound: what an opinion is about, a keyphrase, or any other word that says something.</summary>
    Term,

    /// <summary>What is said, whatever it is said of; a negated expression begins with <see cref="IssueCandidates.Negation"/>.</summary>
    Expression,

    /// <summary>Something said of something: target, <see cref="IssueCandidates.Separator"/>, expression.</summary>
    Opinion,
}

/// <summary>Something feedback can be about, and that can become an issue when it comes more often than its own past lets expect.</summary>
/// <param name="Polarity">Whether it is complained about or praised.</param>
/// <param name="Product">Name of the product, or null for all products together.</param>
/// <param name="Kind">The grain.</param>
/// <param name="Term">The words in base form, or the topic's identifier; empty for <see cref="CandidateKind.Product"/>.</param>
public readonly record struct CandidateKey(IssuePolarity Polarity, string? Product, CandidateKind Kind, string Term);

/// <summary>A candidate found in one feedback.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Phrase">How this customer put it: the words from target to expression, or the keyphrase; null for a mere word and for what has no words.</param>
public readonly record struct IssueCandidate(CandidateKey Key, string? Phrase);
