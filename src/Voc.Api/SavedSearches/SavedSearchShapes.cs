namespace Voc.Api.SavedSearches;

/// <summary>When a saved search alerts.</summary>
/// <param name="On"><c>match</c>: every new match; <c>count</c>: so many within a window.</param>
/// <param name="Threshold">The count from which it alerts, 1 to 1,000,000; for <c>count</c> only.</param>
/// <param name="Window"><c>hour</c>, <c>day</c>, <c>week</c> or <c>month</c> (30 days) back from now; for <c>count</c> only.</param>
/// <param name="CoolDownMinutes">Least time between two alerts, 1 to 43,200; where not given 10 minutes for <c>match</c>, the window for <c>count</c>.</param>
/// <param name="Hub">Whether owner and followers are told in the dashboard; true where not given.</param>
/// <param name="Webhooks">Identifiers of webhooks that are told.</param>
internal sealed record AlertSettings(string? On, int? Threshold, string? Window, int? CoolDownMinutes, bool? Hub, IReadOnlyList<int>? Webhooks)
{
    public static AlertSettings Of(SearchWatchRow row) => new(
        row.Rule == AlertRule.Match ? "match" : "count", row.Threshold, AlertWindows.Name(row.WindowHours), row.CoolDownMinutes, row.Hub, [.. row.Webhooks.Select(w => w.WebhookId).Order()]);
}

/// <summary>What a saved search shall be.</summary>
/// <param name="Name">1 to 100 characters, no other of the same owner's.</param>
/// <param name="Note">What it is for, or null.</param>
/// <param name="Query">The search page's address after the question mark; <c>period=30d</c> stands for the last 30 days whenever it is opened.</param>
/// <param name="Shared">Whether everybody who may read sees it.</param>
/// <param name="Alert">When it alerts, or null for never.</param>
internal sealed record SavedSearchInput(string? Name, string? Note, string? Query, bool? Shared, AlertSettings? Alert);

/// <summary>A saved search as its reader sees it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name.</param>
/// <param name="Note">What it is for, or null.</param>
/// <param name="Query">The search as it was saved.</param>
/// <param name="Address">The search page's address for it now: a period has become dates.</param>
/// <param name="Link">Address that always opens it.</param>
/// <param name="Owner">User name of who made it.</param>
/// <param name="Shared">Whether everybody who may read sees it.</param>
/// <param name="Editable">Whether the reader may change it.</param>
/// <param name="Followed">Whether the reader is told when it alerts: owners always are.</param>
/// <param name="Alert">When it alerts, or null for never.</param>
/// <param name="LastAlertAt">When it last alerted, or null.</param>
/// <param name="CreatedAt">When it was made, by its owner.</param>
/// <param name="ChangedAt">When it was last changed.</param>
/// <param name="ChangedBy">User name of who changed it.</param>
/// <param name="Version">Grows with each change.</param>
internal sealed record SavedSearchInfo(
    long Id, string Name, string? Note, string Query, string Address, string Link, string Owner, bool Shared, bool Editable, bool Followed,
    AlertSettings? Alert, DateTimeOffset? LastAlertAt, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, string ChangedBy, int Version);

/// <summary>A search and settings to try.</summary>
internal sealed record AlertTrial(string? Query, AlertSettings? Alert);

/// <summary>What alerts there would have been lately.</summary>
/// <param name="Days">Days back from now that were looked at.</param>
/// <param name="Matches">Texts of these days that match.</param>
/// <param name="Alerts">Alerts there would have been of them.</param>
/// <param name="Last">The last of these alerts, newest first, at most 20.</param>
internal sealed record AlertPreview(int Days, int Matches, int Alerts, IReadOnlyList<RehearsedAlert> Last);
