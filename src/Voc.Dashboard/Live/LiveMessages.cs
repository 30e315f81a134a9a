namespace Voc.Dashboard.Live;

/// <summary>Names of the hub's messages and methods as they travel: the only declaration; a test compares the client's with it.</summary>
public static class LiveMessages
{
    /// <summary>Address of the hub.</summary>
    public const string Path = "/hubs/live";

    /// <summary>Server to client: <see cref="Live.FeedbackArrived"/>.</summary>
    public const string FeedbackArrived = "feedbackArrived";

    /// <summary>Server to client: <see cref="Live.FeedbackChanged"/>.</summary>
    public const string FeedbackChanged = "feedbackChanged";

    /// <summary>Server to client: <see cref="Live.FeedbackDeleted"/>.</summary>
    public const string FeedbackDeleted = "feedbackDeleted";

    /// <summary>Server to client: <see cref="Live.IssueChanged"/>.</summary>
    public const string IssueChanged = "issueChanged";

    /// <summary>Server to client: <see cref="Live.SavedSearchAlert"/>.</summary>
    public const string SavedSearchAlert = "savedSearchAlert";

    /// <summary>Server to client: <see cref="Live.TrendTick"/>.</summary>
    public const string TrendTick = "trendTick";

    /// <summary>Client to server: <see cref="LiveHub.Subscribe"/>.</summary>
    public const string Subscribe = "Subscribe";
}

/// <summary>Feedback that was stored together.</summary>
/// <param name="Sequence">Sequence number of the last of its events.</param>
/// <param name="Items">The feedback, in order of commit.</param>
public sealed record FeedbackArrived(long Sequence, IReadOnlyList<FeedbackSummary> Items);

/// <summary>Feedback whose labels were corrected.</summary>
/// <param name="Sequence">Sequence number of the last of its events.</param>
/// <param name="Items">The feedback in its new state.</param>
public sealed record FeedbackChanged(long Sequence, IReadOnlyList<FeedbackSummary> Items);

/// <summary>Feedback that was deleted. Everybody is told, whatever they subscribed to: nothing but its identifier is left of it.</summary>
/// <param name="Sequence">Sequence number of the last of its events.</param>
/// <param name="Ids">Identifiers of the feedback.</param>
public sealed record FeedbackDeleted(long Sequence, IReadOnlyList<long> Ids);

/// <summary>An issue in its new state.</summary>
/// <param name="Sequence">Sequence number of the event.</param>
/// <param name="Issue">The issue.</param>
public sealed record IssueChanged(long Sequence, IssueSummary Issue);

/// <summary>A saved search alerted; sent to its owner and those who follow it.</summary>
/// <param name="Sequence">Sequence number of the event.</param>
/// <param name="Alert">The alert.</param>
public sealed record SavedSearchAlert(long Sequence, SearchAlertSummary Alert);

/// <summary>Counts of the company's current day.</summary>
/// <param name="Sequence">Sequence number up to which feedback is counted, at least.</param>
/// <param name="At">When it was counted.</param>
/// <param name="Total">All feedback of the day.</param>
/// <param name="Positive">Positive feedback of the day.</param>
/// <param name="Neutral">Neutral feedback of the day.</param>
/// <param name="Negative">Negative feedback of the day.</param>
public sealed record TrendTick(long Sequence, DateTimeOffset At, int Total, int Positive, int Neutral, int Negative);

/// <summary>What a client wants to hear; null lists mean everything.</summary>
/// <param name="Channels">Names of channels.</param>
/// <param name="Products">Names of products.</param>
public sealed record LiveFilter(IReadOnlyList<string>? Channels, IReadOnlyList<string>? Products)
{
    /// <summary>Whether this feedback passes.</summary>
    public bool Passes(FeedbackSummary feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return Channels?.Contains(feedback.Channel) != false && (Products is null || (feedback.Product is { } p && Products.Contains(p)));
    }

    /// <summary>Whether this issue passes.</summary>
    public bool Passes(IssueSummary issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        return Products is null || (issue.Product is { } p && Products.Contains(p));
    }
}

/// <summary>Where a subscription starts.</summary>
/// <param name="Sequence">Everything after this will be sent.</param>
public sealed record Subscribed(long Sequence);
