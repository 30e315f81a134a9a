namespace Voc.Analysis.Retrieval;

/// <summary>The ways a result can be counted.</summary>
public enum Facet
{
    /// <summary>Where it was said; adds up to the total.</summary>
    Channel,

    /// <summary>Positive, neutral, negative; adds up to the total.</summary>
    Sentiment,

    /// <summary>Topics; a text is in each of its topics.</summary>
    Topic,

    /// <summary>Intents; a text is in each of its intents.</summary>
    Intent,

    /// <summary>Product; texts without one count as the value <c>""</c>, so that it adds up to the total.</summary>
    Product,

    /// <summary>Source; adds up to the total.</summary>
    Source,

    /// <summary>Customer segment; texts without one count as the value <c>""</c>, so that it adds up to the total.</summary>
    Segment,

    /// <summary>Month as <c>yyyy-MM</c>; adds up to the total.</summary>
    Month,

    /// <summary>Week by its Monday as <c>yyyy-MM-dd</c>; adds up to the total.</summary>
    Week,

    /// <summary>Day as <c>yyyy-MM-dd</c>; adds up to the total.</summary>
    Day,

    /// <summary>Language; adds up to the total.</summary>
    Language,
}
