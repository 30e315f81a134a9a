using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Search;
using Voc.Api.Problems;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.SavedSearches;

/// <summary>
/// Keeps searches, changes and removes them. Changes are made one after the other by the store's writer, so of two on one version one is
/// refused. What is another's own alone is answered as if it were not there.
/// </summary>
internal sealed class SavedSearchBook(GroupCommitWriter writer, TimeProvider time)
{
    public static readonly LocalizedText What = new("保存した検索", "saved search");

    /// <summary>Keeps a search and returns its identifier.</summary>
    /// <exception cref="SearchParameterException">A parameter of the search does not hold what it should.</exception>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public async Task<(long Id, Refusal? Refusal)> AddAsync(SavedSearchInput input, Reader by, CancellationToken cancellationToken)
    {
        var (search, wrong) = SavedSearchRules.Check(input);
        if (wrong is not null)
        {
            return (0, wrong);
        }
        return await writer.WriteAsync<(long, Refusal?)>(connection =>
        {
            using var context = connection.Context();
            var now = time.GetUtcNow();
            var row = new SavedSearchRow { Name = search!.Name, Query = search.Query, Owner = by.UserName, ChangedBy = by.UserName, CreatedAt = now };
            return Fill(connection, context, row, search, by, now) is { } refusal ? (0, refusal) : (row.Id, null);
        }, cancellationToken);
    }

    /// <summary>Makes a search another one; answers why not, or null.</summary>
    /// <exception cref="SearchParameterException">A parameter of the search does not hold what it should.</exception>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public async Task<Refusal?> ChangeAsync(long id, SavedSearchInput input, int? expected, Reader by, CancellationToken cancellationToken)
    {
        var (search, wrong) = SavedSearchRules.Check(input);
        return wrong ?? await EditAsync(id, expected, by, (connection, context, row) =>
        {
            row.Version++;
            return Fill(connection, context, row, search!, by, time.GetUtcNow());
        }, cancellationToken);
    }

    /// <summary>Removes a search with its alerts; answers why not, or null.</summary>
    public Task<Refusal?> RemoveAsync(long id, int? expected, Reader by, CancellationToken cancellationToken) => EditAsync(id, expected, by, (_, context, row) =>
    {
        context.Remove(row);
        context.SaveChanges();
        return null;
    }, cancellationToken);

    /// <summary>Has somebody told, or not told any more, when a shared search alerts; answers why not, or null.</summary>
    public Task<Refusal?> FollowAsync(long id, bool follow, Reader by, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (Find(context, id, by) is not { } row)
        {
            return Refusal.Missing(What, id);
        }
        var now = row.Followers.SingleOrDefault(f => f.UserName == by.UserName);
        if (follow && now is null)
        {
            row.Followers.Add(new SearchFollowerRow { UserName = by.UserName });
        }
        else if (!follow && now is not null)
        {
            row.Followers.Remove(now);
        }
        context.SaveChanges();
        return null;
    }, cancellationToken);

    private Task<Refusal?> EditAsync(long id, int? expected, Reader by, Func<StoreConnection, VocDbContext, SavedSearchRow, Refusal?> edit, CancellationToken cancellationToken) =>
        writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            if (Find(context, id, by) is not { } row)
            {
                return Refusal.Missing(What, id);
            }
            if (!by.MayChange(row))
            {
                return new Refusal(
                    StatusCodes.Status403Forbidden, null,
                    new($"この検索は {row.Owner} さんのものです。", $"This search is {row.Owner}'s."),
                    new("別の名前で保存すれば自由に変更できます。", "Save it under another name to change it."));
            }
            return expected is { } version && version != row.Version ? EntityVersion.Changed : edit(connection, context, row);
        }, cancellationToken);

    private static SavedSearchRow? Find(VocDbContext context, long id, Reader by) =>
        context.Set<SavedSearchRow>().Include(s => s.Followers).Include(s => s.Watch!.Webhooks).SingleOrDefault(s => s.Id == id) is { } row && row.IsVisibleTo(by.UserName) ? row : null;

    private static Refusal? Fill(StoreConnection connection, VocDbContext context, SavedSearchRow row, CheckedSearch search, Reader by, DateTimeOffset now)
    {
        if (context.Set<SavedSearchRow>().Any(s => s.Owner == row.Owner && s.Name == search.Name && s.Id != row.Id))
        {
            return Refusal.Conflict(
                new($"「{search.Name}」という検索は既に保存されています。", $"There is a saved search '{search.Name}' already."), new("別の名前を付けてください。", "Choose another name."), "duplicate");
        }
        if (Webhooks(context, row, search.Alert, by) is { } refusal)
        {
            return refusal;
        }
        var another = row.Query != search.Query;
        (row.Name, row.Note, row.Query, row.Shared) = (search.Name, search.Note, search.Query, search.Shared);
        (row.ChangedAt, row.ChangedBy) = (now, by.UserName);
        SetAlert(connection, row, search.Alert, another);
        if (row.Id == 0)
        {
            context.Add(row);
        }
        context.SaveChanges();
        return null;
    }

    /// <summary>Texts leave the service by webhook, so not everybody may add one; one that is there may stay.</summary>
    private static Refusal? Webhooks(VocDbContext context, SavedSearchRow row, CheckedAlert? alert, Reader by)
    {
        var added = (alert?.Webhooks ?? []).Except((row.Watch?.Webhooks ?? []).Select(w => w.WebhookId)).ToList();
        if (added.Count == 0)
        {
            return null;
        }
        if (!by.MayUseWebhooks)
        {
            return Refusal.Of("alert.webhooks", new("Webhook への送信を設定できるのは製品担当と管理者です。", "Product managers and administrators alone may send alerts to webhooks."));
        }
        var known = context.Set<WebhookRow>().Where(w => added.Contains(w.Id)).Select(w => w.Id).ToList();
        return added.Except(known).Select(id => Refusal.Of("alert.webhooks", new($"Webhook {id} はありません。", $"There is no webhook {id}."))).FirstOrDefault();
    }

    /// <summary>What was not told of yet is forgotten where it would be told of otherwise now; only what comes from here on counts.</summary>
    private static void SetAlert(StoreConnection connection, SavedSearchRow row, CheckedAlert? alert, bool another)
    {
        if (alert is null)
        {
            row.Watch = null;
            return;
        }
        var watch = row.Watch ??= new SearchWatchRow { After = -1 };
        if (another || watch.After < 0 || watch.Rule != alert.Rule)
        {
            watch.After = (long)connection.Scalar("SELECT coalesce(max(Sequence), 0) FROM event")!;
            (watch.Pending, watch.PendingIds, watch.Past, watch.PastIds, watch.PastSince, watch.PastLast, watch.LastAlertAt) = (0, "[]", 0, "[]", null, null, null);
        }
        (watch.Rule, watch.Threshold, watch.WindowHours, watch.CoolDownMinutes, watch.Hub) = (alert.Rule, alert.Threshold, alert.WindowHours, alert.CoolDownMinutes, alert.Hub);
        watch.Webhooks.RemoveAll(w => !alert.Webhooks.Contains(w.WebhookId));
        watch.Webhooks.AddRange(alert.Webhooks.Except(watch.Webhooks.Select(w => w.WebhookId)).Select(id => new SearchWatchWebhookRow { WebhookId = id }).ToList());
    }
}
