using System.Globalization;
using System.Text.Json;
using Voc.Api.Storage;

namespace Voc.Api.Webhooks;

/// <summary>The messages that wait for webhooks, in the store: put there in the transaction of what they tell of, and taken out by what is noted on them.</summary>
internal static class WebhookQueue
{
    /// <summary>How long a message is tried.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How long what became of a message can be looked up.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Puts a message into the queue, inside the open transaction.</summary>
    public static WebhookDeliveryRow Add(VocDbContext context, WebhookRow webhook, WebhookMessage message, DateTimeOffset now)
    {
        var quoted = message.Quotes.Select(q => q.Id).Distinct().ToList();
        var row = new WebhookDeliveryRow
        {
            Key = Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture),
            WebhookId = webhook.Id,
            Event = message.Event,
            Body = WebhookKinds.Format(webhook, message),
            Quoted = quoted.Count > 0 ? $",{string.Join(',', quoted)}," : null,
            Unquoted = quoted.Count > 0 && message.WithoutQuotes() is { } plain ? WebhookKinds.Format(webhook, plain) : null,
            CreatedAt = now,
            DueAt = now,
            GiveUpAt = now + Lifetime,
        };
        context.Add(row);
        return row;
    }

    /// <summary>Notes what came of an attempt; what failed is due again after a pause that grows, or is given up once its time is over.</summary>
    public static void Note(WebhookDeliveryRow row, DeliveryAttempt attempt, TimeSpan retryDelay, DateTimeOffset now)
    {
        row.Attempts++;
        (row.LastAttemptAt, row.LastStatus) = (now, attempt.Status);
        row.LastError = attempt.Error is null ? null : JsonSerializer.Serialize(attempt.Error);
        if (attempt.Error is null)
        {
            (row.State, row.FinishedAt) = (DeliveryState.Delivered, now);
            return;
        }
        var (pause, asked) = (Pause(row.Attempts, retryDelay), attempt.RetryAfter ?? TimeSpan.Zero);
        row.DueAt = now + (asked <= pause ? pause : asked < LongestPause ? asked : LongestPause);
        if (row.DueAt > row.GiveUpAt)
        {
            GiveUp(row, now);
        }
    }

    public static void GiveUp(WebhookDeliveryRow row, DateTimeOffset now) => (row.State, row.FinishedAt) = (DeliveryState.Failed, now);

    /// <summary>Puts a message that was given up, or delivered, into the queue anew, under the same key.</summary>
    public static void SendAgain(WebhookDeliveryRow row, DateTimeOffset now)
    {
        (row.State, row.FinishedAt, row.Attempts) = (DeliveryState.Waiting, null, 0);
        (row.DueAt, row.GiveUpAt) = (now, now + Lifetime);
    }

    /// <summary>Forgets what came to its end long ago.</summary>
    public static void Forget(StoreConnection connection, DateTimeOffset now) => connection.Execute(
        "DELETE FROM webhook_delivery WHERE State <> $waiting AND FinishedAt < $before",
        ("$waiting", (int)DeliveryState.Waiting), ("$before", (now - Kept).ToUnixTimeMilliseconds()));

    /// <summary>Forgets what messages quote of a feedback, sent or not: it was deleted. What is about more than the quotes stays without them.</summary>
    public static void ForgetFeedback(StoreConnection connection, long id)
    {
        connection.Execute(
            "UPDATE webhook_delivery SET Body = Unquoted, Unquoted = NULL, Quoted = NULL WHERE Unquoted IS NOT NULL AND Quoted LIKE '%,' || $id || ',%'", ("$id", id));
        connection.Execute("DELETE FROM webhook_delivery WHERE Quoted LIKE '%,' || $id || ',%'", ("$id", id));
    }

    private static TimeSpan Pause(int attempts, TimeSpan retryDelay)
    {
        var pause = retryDelay * Math.Pow(3, Math.Min(attempts - 1, 12));
        return pause < LongestPause ? pause : LongestPause;
    }
}
