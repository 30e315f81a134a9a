using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Api.Webhooks;

namespace Voc.Api.Alerts;

/// <summary>Keeps rules and their order. Changes are made one after the other by the store's writer, so of two on one version one is refused.</summary>
internal sealed class AlertRuleBook(Store store, GroupCommitWriter writer, VocOptions options, TimeProvider time)
{
    private const int MostRules = 100;

    public static readonly LocalizedText What = new("ルール", "rule");

    public IReadOnlyList<RuleInfo> List()
    {
        using var context = store.Context();
        var held = context.Set<AlertPendingRow>().AsNoTracking().ToLookup(p => p.RuleId);
        return [.. context.Set<AlertRuleRow>().AsNoTracking().OrderBy(r => r.Position).ThenBy(r => r.Id).AsEnumerable().Select(r => RuleInfo.Of(r, [.. held[r.Id]], options.Zone))];
    }

    public RuleInfo? Find(int id) => List().SingleOrDefault(r => r.Id == id);

    public Task<(int Id, Refusal? Refusal)> AddAsync(RuleInput input, string by, CancellationToken cancellationToken)
    {
        var (name, conditions, timing, wrong) = AlertRuleReader.Read(input);
        if (wrong is not null)
        {
            return Task.FromResult((0, (Refusal?)wrong));
        }
        return writer.WriteAsync(connection =>
        {
            using var context = connection.Context();
            if (Check(context, 0, name, input.Channel) is { } refusal)
            {
                return (0, refusal);
            }
            if (context.Set<AlertRuleRow>().Count() >= MostRules)
            {
                return (0, Refusal.Conflict(
                    new($"ルールは {MostRules} 件までです。", $"There are at most {MostRules} rules."), new("使わないルールを削除してください。", "Delete some that are not used."), "full"));
            }
            var now = time.GetUtcNow();
            var row = context.Add(new AlertRuleRow
            {
                Name = name,
                Position = (context.Set<AlertRuleRow>().Max(r => (int?)r.Position) ?? 0) + 1,
                Enabled = input.Enabled ?? true,
                WebhookId = input.Channel!.Value,
                Conditions = AlertRule.Write(conditions!),
                Timing = AlertRule.Write(timing!),
                AfterChange = LastChange(context),
                ActiveSince = now,
                CreatedAt = now,
                CreatedBy = by,
                ChangedAt = now,
                ChangedBy = by,
            }).Entity;
            context.SaveChanges();
            return (row.Id, (Refusal?)null);
        }, cancellationToken);
    }

    /// <summary>Makes a rule what is given. What happened while it was switched off, or was another, is not told afterwards.</summary>
    public Task<Refusal?> ChangeAsync(int id, RuleInput input, int? expected, string by, CancellationToken cancellationToken)
    {
        var (name, conditions, timing, wrong) = AlertRuleReader.Read(input);
        return wrong is not null ? Task.FromResult<Refusal?>(wrong) : EditAsync(id, expected, (context, row) =>
        {
            if (Check(context, id, name, input.Channel) is { } refusal)
            {
                return refusal;
            }
            var (now, enabled, wanted) = (time.GetUtcNow(), input.Enabled ?? true, AlertRule.Write(conditions!));
            if (row.Conditions != wanted || row.Enabled != enabled || row.WebhookId != input.Channel)
            {
                (row.AfterChange, row.ActiveSince) = (LastChange(context), now);
            }
            if (!enabled)
            {
                context.RemoveRange(context.Set<AlertPendingRow>().Where(p => p.RuleId == id));
            }
            (row.Name, row.Enabled, row.WebhookId, row.Conditions, row.Timing) = (name, enabled, input.Channel!.Value, wanted, AlertRule.Write(timing!));
            (row.Version, row.ChangedAt, row.ChangedBy) = (row.Version + 1, now, by);
            return null;
        }, cancellationToken);
    }

    public Task<Refusal?> RemoveAsync(int id, int? expected, CancellationToken cancellationToken) => EditAsync(id, expected, (context, row) =>
    {
        context.Remove(row);
        return null;
    }, cancellationToken);

    /// <summary>Puts all rules into an order.</summary>
    public Task<Refusal?> OrderAsync(IReadOnlyList<int> ids, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        var rows = context.Set<AlertRuleRow>().ToList();
        if (!ids.Order().SequenceEqual(rows.Select(r => r.Id).Order()))
        {
            return EntityVersion.Changed;
        }
        foreach (var row in rows)
        {
            row.Position = ids.Index().First(i => i.Item == row.Id).Index + 1;
        }
        context.SaveChanges();
        return null;
    }, cancellationToken);

    private Task<Refusal?> EditAsync(int id, int? expected, Func<VocDbContext, AlertRuleRow, Refusal?> edit, CancellationToken cancellationToken) => writer.WriteAsync(connection =>
    {
        using var context = connection.Context();
        if (context.Set<AlertRuleRow>().SingleOrDefault(r => r.Id == id) is not { } row)
        {
            return Refusal.Missing(What, id);
        }
        if (expected is { } version && version != row.Version)
        {
            return EntityVersion.Changed;
        }
        if (edit(context, row) is { } refusal)
        {
            return refusal;
        }
        context.SaveChanges();
        return null;
    }, cancellationToken);

    private static Refusal? Check(VocDbContext context, int id, string name, int? channel)
    {
        if (!context.Set<WebhookRow>().Any(w => w.Id == channel))
        {
            return Refusal.Of("channel", new("送信先を選んでください。", "Choose a channel."));
        }
        return context.Set<AlertRuleRow>().Any(r => r.Name == name && r.Id != id)
            ? Refusal.Conflict(new($"ルール「{name}」は既にあります。", $"There is a rule '{name}' already."), new("別の名前を付けてください。", "Choose another name."), "duplicate")
            : null;
    }

    private static long LastChange(VocDbContext context) => context.Set<IssueChangeRow>().Max(c => (long?)c.Id) ?? 0;
}
