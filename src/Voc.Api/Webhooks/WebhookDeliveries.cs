using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Mail;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Webhooks;

/// <summary>
/// Sends what waits for webhooks, in the one process that holds the <see cref="PipelineLock"/>. Each webhook is sent to one message after
/// the other, so a receiver that hangs holds up its own messages only. A message counts as delivered once its answer is noted in the store:
/// a crash in between sends it again, under the same key.
/// </summary>
internal sealed class WebhookDeliveries(
    Store store, GroupCommitWriter writer, WebhookSender sender, MailSender mail, WebhookAddresses addresses, PipelineLock pipelineLock, VocOptions options, TimeProvider time, ILogger<WebhookDeliveries> log) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Tidying = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<int, Task> _sending = new();
    private DateTimeOffset _tidied;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the store from being read, messages must go out once it can be.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await pipelineLock.Acquired.WaitAsync(stoppingToken);
        await SealAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TidyAsync(stoppingToken);
                foreach (var webhook in Due())
                {
                    Start(webhook, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Messages for webhooks could not be read; they are tried again");
            }
            await Task.Delay(Pace, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.WhenAll(_sending.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Sends a message once, now, and notes what came of it; one that fails is not tried again by itself.</summary>
    public async Task<DeliveryInfo> TestAsync(WebhookRow webhook, WebhookMessage message, CancellationToken cancellationToken)
    {
        // Not due by itself: what is due the service would send beside this.
        var row = await writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            var added = WebhookQueue.Add(context, webhook, message, time.GetUtcNow());
            added.DueAt = added.GiveUpAt;
            context.SaveChanges();
            return added;
        }, cancellationToken);
        var attempt = await SendAsync(webhook, row, cancellationToken);
        await NoteAsync(row, attempt, giveUp: attempt.Error is not null);
        return DeliveryInfo.Of(row);
    }

    private List<int> Due()
    {
        using var connection = store.Open();
        using var rows = connection.Query(
            "SELECT DISTINCT d.WebhookId FROM webhook_delivery d JOIN webhook w ON w.Id = d.WebhookId WHERE d.State = $waiting AND ((w.Enabled AND d.DueAt <= $now) OR d.GiveUpAt <= $now)",
            ("$waiting", (int)DeliveryState.Waiting), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        var webhooks = new List<int>();
        while (rows.Read())
        {
            webhooks.Add(rows.GetInt32(0));
        }
        return webhooks;
    }

    private void Start(int webhook, CancellationToken stoppingToken)
    {
        if (_sending.TryGetValue(webhook, out var running) && !running.IsCompleted)
        {
            return;
        }
        _sending[webhook] = Task.Run(() => SendAllAsync(webhook, stoppingToken), CancellationToken.None);
    }

    /// <summary>Sends what is due of one webhook, in order; after one that got no answer the rest waits for the next round.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What failed is noted and logged, and the message is still in the store.")]
    private async Task SendAllAsync(int webhookId, CancellationToken stoppingToken)
    {
        try
        {
            await using var context = store.Context();
            var now = time.GetUtcNow();
            var due = await context.Set<WebhookDeliveryRow>().AsNoTracking().Include(d => d.Webhook)
                .Where(d => d.WebhookId == webhookId && d.State == DeliveryState.Waiting && ((d.Webhook!.Enabled && d.DueAt <= now) || d.GiveUpAt <= now))
                .OrderBy(d => d.Id).Take(BatchSize).ToListAsync(stoppingToken);
            foreach (var delivery in due)
            {
                var attempt = delivery.Webhook!.Enabled ? await SendAsync(delivery.Webhook, delivery, stoppingToken) : new DeliveryAttempt(null, WebhookProblems.SwitchedOff);
                await NoteAsync(delivery, attempt, giveUp: !delivery.Webhook.Enabled);
                if (attempt is { Status: null, Error: not null })
                {
                    return;
                }
            }
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "Messages for webhook {Webhook} could not be sent; they are tried again", webhookId);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A message that makes the sender fail must not keep those behind it from being sent.")]
    private async Task<DeliveryAttempt> SendAsync(WebhookRow webhook, WebhookDeliveryRow delivery, CancellationToken stoppingToken)
    {
        try
        {
            return webhook.Kind == WebhookKinds.Mail ? await mail.SendAsync(webhook, delivery, stoppingToken) : await sender.SendAsync(webhook, delivery, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(failure, "Delivery {Delivery} failed", delivery.Key);
            return new DeliveryAttempt(null, WebhookProblems.Unexpected);
        }
    }

    /// <summary>Notes an attempt on the row in the store, where it is still there and still waits, and on the one given.</summary>
    private async Task NoteAsync(WebhookDeliveryRow delivery, DeliveryAttempt attempt, bool giveUp) => await writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var now = time.GetUtcNow();
        var stored = context.Set<WebhookDeliveryRow>().SingleOrDefault(d => d.Id == delivery.Id && d.State == DeliveryState.Waiting);
        foreach (var row in new[] { delivery, stored }.OfType<WebhookDeliveryRow>())
        {
            WebhookQueue.Note(row, attempt, options.WebhookRetryDelay, now);
            if (giveUp)
            {
                WebhookQueue.GiveUp(row, now);
            }
        }
        return context.SaveChanges();
    });

    [SuppressMessage("Design", "CA1031", Justification = "Addresses that are not encrypted yet are read as well; the next start tries again.")]
    private async Task SealAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(addresses.SealAll, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError(failure, "Addresses of webhooks could not be encrypted");
        }
    }

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _tidied > Tidying)
        {
            await writer.WriteAsync(connection =>
            {
                WebhookQueue.Forget(connection, now);
                return true;
            }, cancellationToken);
            _tidied = now;
        }
    }
}
