namespace Voc.Api.Tests.Infrastructure;

/// <summary>Feedback to try things on.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));

    public static Feedback Feedback(string externalId, string text = "ミラーが格納できない。", string source = "shop", Channel channel = Channel.Review) => new()
    {
        Source = source,
        ExternalId = externalId,
        Channel = channel,
        Text = text,
        OccurredAt = Time,
    };

    /// <summary>A feedback as a program sends it.</summary>
    public static object Submission(string externalId, string text = "ミラーが格納できない。", string source = "shop", string? customer = null) =>
        new { source, externalId, channel = "review", text, occurredAt = Time, customer };
}
