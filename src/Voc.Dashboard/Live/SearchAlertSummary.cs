namespace Voc.Dashboard.Live;

/// <summary>An alert of a saved search as lists and notices show it.</summary>
public sealed record SearchAlertSummary
{
    /// <summary>Identifier in the store; grows with time.</summary>
    public required long Id { get; init; }

    /// <summary>The saved search that alerted.</summary>
    public required long SavedSearchId { get; init; }

    /// <summary>Its name at that time.</summary>
    public required string Name { get; init; }

    /// <summary>When it alerted.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>match</c> for new matches, <c>count</c> for a count over the threshold, <c>past</c> for texts of the past that came in late.</summary>
    public required string Reason { get; init; }

    /// <summary>Texts it is about.</summary>
    public required int Count { get; init; }

    /// <summary>The count from which it alerts, or null where it alerts of every match.</summary>
    public int? Threshold { get; init; }

    /// <summary><c>hour</c>, <c>day</c>, <c>week</c> or <c>month</c> in which is counted, or null.</summary>
    public string? Window { get; init; }

    /// <summary>Why it alerted.</summary>
    public required LocalizedText Why { get; init; }

    /// <summary>The newest of the texts, as many as the place has room for.</summary>
    public required IReadOnlyList<FeedbackSummary> Quotes { get; init; }
}

/// <summary>An alert and who is told.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Audience">User names.</param>
public sealed record LiveAlert(SearchAlertSummary Alert, IReadOnlyList<string> Audience);
