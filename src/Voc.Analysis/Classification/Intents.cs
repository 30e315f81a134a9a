namespace Voc.Analysis.Classification;

/// <summary>What a writer wants.</summary>
internal enum Intent
{
    Complaint,
    Request,
    Question,
    Praise,
    ChurnRisk,
    Report,
}

internal static class Intents
{
    /// <summary>Labels in the order of <see cref="Intent"/>.</summary>
    public static string[] Labels { get; } = ["complaint", "request", "question", "praise", "churn-risk", "report"];
}
