using Voc.Dashboard.Live;

namespace Voc.Api.Webhooks;

/// <summary>What a webhook is told, before it is put into the form of its kind.</summary>
/// <param name="Event">One of <see cref="WebhookEvents"/>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Title">What happened, in a sentence.</param>
internal sealed record WebhookMessage(string Event, DateTimeOffset At, LocalizedText Title)
{
    /// <summary>A message that only tries whether messages arrive.</summary>
    public static WebhookMessage Test(DateTimeOffset at, VocOptions options) =>
        new(WebhookEvents.Test, at, new("Voc からのテストです。", "This is a test from Voc.")) { Path = "/", Url = options.UrlOf("/") };

    /// <summary>The alert it is about, or null.</summary>
    public SearchAlertSummary? Alert { get; init; }

    /// <summary>Issues it is about; several in a digest.</summary>
    public IReadOnlyList<IssueNotice> Issues { get; init; } = [];

    /// <summary>Name of the rule that chose them, or null.</summary>
    public string? Rule { get; init; }

    /// <summary>The feedback it quotes.</summary>
    public IEnumerable<FeedbackSummary> Quotes => (Alert?.Quotes ?? []).Concat(Issues.SelectMany(i => i.Quotes));

    /// <summary>The same message without what customers said, or null where it is about nothing else.</summary>
    public WebhookMessage? WithoutQuotes() => Issues.Count == 0 ? null : this with { Issues = [.. Issues.Select(i => i with { Quotes = [] })] };

    /// <summary>Page of the dashboard with more, from the root of the site, or null.</summary>
    public string? Path { get; init; }

    /// <summary>Full address of <see cref="Path"/>, or null where the installation does not know its own.</summary>
    public string? Url { get; init; }
}
