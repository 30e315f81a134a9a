using Voc.Analysis.Search;
using Voc.Api.Problems;
using Voc.Api.Search;

namespace Voc.Api.SavedSearches;

/// <summary>A saved search that was checked by itself, without looking at what others there are.</summary>
internal sealed record CheckedSearch(string Name, string? Note, string Query, bool Shared, CheckedAlert? Alert);

/// <summary>Settings of an alert that were checked, with what was left out filled in.</summary>
internal sealed record CheckedAlert(AlertRule Rule, int? Threshold, int? WindowHours, int CoolDownMinutes, bool Hub, IReadOnlyList<int> Webhooks);

/// <summary>What a saved search must look like.</summary>
internal static class SavedSearchRules
{
    public const int LongestCoolDown = 30 * 24 * 60;
    private const int MaximumName = 100;
    private const int MaximumNote = 1000;
    private const int MostWebhooks = 10;
    private const int LargestThreshold = 1_000_000;
    private const int UsualCoolDown = 10;

    /// <summary>The search, or why there cannot be such.</summary>
    /// <exception cref="SearchParameterException">A parameter of the search does not hold what it should.</exception>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public static (CheckedSearch? Search, Refusal? Refusal) Check(SavedSearchInput input)
    {
        var (name, note) = (input.Name?.Trim() ?? "", input.Note?.Trim());
        if (name.Length is 0 or > MaximumName || name.Any(char.IsControl))
        {
            return (null, Refusal.Of("name", new($"1〜{MaximumName} 文字の名前を付けてください。", $"Give it a name of 1 to {MaximumName} characters.")));
        }
        if (note?.Length > MaximumNote)
        {
            return (null, Refusal.Of("note", new($"メモは {MaximumNote} 文字までです。", $"A note may have up to {MaximumNote} characters.")));
        }
        var (alert, wrong) = input.Alert is null ? default : Check(input.Alert);
        return wrong is not null
            ? (null, wrong)
            : (new CheckedSearch(name, string.IsNullOrEmpty(note) ? null : note, SavedQuery.Read(Query(input.Query)).Address, input.Shared ?? false, alert), null);
    }

    /// <summary>The settings, or why there cannot be such.</summary>
    public static (CheckedAlert? Alert, Refusal? Refusal) Check(AlertSettings settings)
    {
        if (settings.On is not ("match" or "count"))
        {
            return (null, Refusal.Of("alert.on", new("match（新しい一致）か count（件数）を選んでください。", "Choose match (every new match) or count.")));
        }
        var byCount = settings.On == "count";
        if (byCount && settings.Threshold is not (>= 1 and <= LargestThreshold))
        {
            return (null, Refusal.Of("alert.threshold", new("件数は 1〜1,000,000 で指定してください。", "Give a count from 1 to 1,000,000.")));
        }
        if (byCount && AlertWindows.Hours(settings.Window) is null)
        {
            return (null, Refusal.Of("alert.window", new(
                $"期間は {string.Join("、", AlertWindows.Names)} から選んでください。", $"Choose the window from {string.Join(", ", AlertWindows.Names)}.")));
        }
        if (settings.CoolDownMinutes is not (null or (>= 1 and <= LongestCoolDown)))
        {
            return (null, Refusal.Of("alert.coolDownMinutes", new($"間隔は 1〜{LongestCoolDown} 分にしてください。", $"Give 1 to {LongestCoolDown} minutes.")));
        }
        var webhooks = settings.Webhooks ?? [];
        if (webhooks.Distinct().Count() > MostWebhooks)
        {
            return (null, Refusal.Of("alert.webhooks", new($"Webhook は {MostWebhooks} 件までです。", $"Give at most {MostWebhooks} webhooks.")));
        }
        var hours = byCount ? AlertWindows.Hours(settings.Window) : null;
        return (new CheckedAlert(
            byCount ? AlertRule.Count : AlertRule.Match, byCount ? settings.Threshold : null, hours,
            settings.CoolDownMinutes ?? (hours * 60) ?? UsualCoolDown, settings.Hub ?? true, [.. webhooks.Distinct()]), null);
    }

    /// <summary>An address with or without the question mark.</summary>
    public static string Query(string? given) => (given ?? "").Trim().TrimStart('?');
}
