using Voc.Dashboard.Live;

namespace Voc.Api.Webhooks;

/// <summary>What a webhook is told, before it is put into the form of its kind.</summary>
/// <param name="Event">One of <see cref="WebhookEvents"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Title">What happened, in a sentence.</param>
internal sealed record WebhookMessage(string Event, DateTimeOffset At, LocalizedText Title)
{
    /// <summary>The alert it is about, or null.</summary>
    public SearchAlertSummary? Alert { get; init; }

    /// <summary>Page of the dashboard with more, from the root of the site, or null.</summary>
    public string? Path { get; init; }

    /// <summary>Full address of <see cref="Path"/>, or null where the installation does not know its own.</summary>
    public string? Url { get; init; }
}
