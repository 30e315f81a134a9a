namespace Voc.Api.Issues;

/// <summary>An issue that is like another one.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Title in Japanese.</param>
/// <param name="TitleEn">Title in English.</param>
/// <param name="Product">Product it is about, or null.</param>
/// <param name="State">Its state.</param>
/// <param name="Polarity"><c>negative</c> or <c>positive</c>.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="DetectedAt">When it was detected.</param>
/// <param name="Count">Feedback in its window.</param>
/// <param name="Likeness">How like it is, 0 to 1.</param>
/// <param name="Shared">Terms that both have.</param>
/// <param name="EndedAt">When it was fixed or muted; null while somebody has something to do.</param>
/// <param name="Days">Days from its detection to then; null likewise.</param>
/// <param name="Assignee">User name of who looked after it, or null.</param>
/// <param name="TicketUrl">Address of its ticket, or null.</param>
internal sealed record SimilarIssue(
    long Id, string Title, string TitleEn, string? Product, string State, string Polarity, string Severity, DateTimeOffset DetectedAt, int Count,
    double Likeness, IReadOnlyList<string> Shared, DateTimeOffset? EndedAt, int? Days, string? Assignee, string? TicketUrl);
