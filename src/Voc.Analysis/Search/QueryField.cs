namespace Voc.Analysis.Search;

/// <summary>The fields a query can ask for.</summary>
public enum QueryField
{
    /// <summary>The kind of place it was said in.</summary>
    Channel,

    /// <summary>The product's name.</summary>
    Product,

    /// <summary>Positive, neutral or negative.</summary>
    Sentiment,

    /// <summary>A topic of the taxonomy, by its identifier.</summary>
    Topic,

    /// <summary>What the writer wants.</summary>
    Intent,

    /// <summary>The name of the source.</summary>
    Source,

    /// <summary>The kind of customer.</summary>
    Segment,

    /// <summary>Any other attribute, as <c>name=value</c>.</summary>
    Attribute,

    /// <summary>The main language of the text.</summary>
    Language,

    /// <summary>An issue, by its number: the texts it holds.</summary>
    Issue,

    /// <summary>The customer, by pseudonym.</summary>
    Customer,

    /// <summary>The identifier of the text.</summary>
    Id,

    /// <summary>How the text sounds, from -1 to 1.</summary>
    Score,

    /// <summary>The customer's answer to "would you recommend us", 0 to 10.</summary>
    Nps,

    /// <summary>The customer's satisfaction.</summary>
    Csat,

    /// <summary>The effort it was for the customer.</summary>
    Ces,

    /// <summary>The customer's rating, such as stars.</summary>
    Rating,

    /// <summary>The company's day on which it was said.</summary>
    Date,

    /// <summary>An opinion: what is said of what.</summary>
    Opinion,

    /// <summary>A term of the index itself, see <see cref="IndexTerms"/>: nothing is analysed, folded or split.</summary>
    Term,

    /// <summary>A word as texts are counted by: a term, but not where it is only a part of a longer word. Nothing is analysed, folded or split.</summary>
    Word,

    /// <summary>An opinion by its key, see <see cref="Retrieval.OpinionPair.Key"/>, or all opinions of a target: nothing is analysed or folded.</summary>
    Pair,
}

/// <summary>How the value of a field is written.</summary>
public enum QueryFieldKind
{
    /// <summary>A name, one of a fixed set or free.</summary>
    Name,

    /// <summary>A number, or bounds of one.</summary>
    Number,

    /// <summary>A day, month or year, or bounds.</summary>
    Date,

    /// <summary>A number that something goes by.</summary>
    Identifier,

    /// <summary>What is said of what, with a stroke between.</summary>
    Opinion,
}
