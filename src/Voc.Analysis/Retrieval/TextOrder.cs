namespace Voc.Analysis.Retrieval;

/// <summary>Orders of a result. What is equal otherwise comes newest first.</summary>
public enum TextOrder
{
    /// <summary>By BM25 over the terms of the query, best first.</summary>
    Relevance,

    /// <summary>By identifier, highest first.</summary>
    Newest,

    /// <summary>By identifier, lowest first.</summary>
    Oldest,

    /// <summary>By the sentiment's score, lowest first.</summary>
    MostNegative,

    /// <summary>By likeness to the result as a whole, best first.</summary>
    MostTypical,
}
