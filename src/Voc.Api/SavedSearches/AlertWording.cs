using System.Globalization;

namespace Voc.Api.SavedSearches;

/// <summary>Says in a sentence why a saved search alerted.</summary>
internal static class AlertWording
{
    public static LocalizedText Why(AlertReason reason, string name, int count, int? threshold, int? windowHours)
    {
        var (n, least) = (Number(count), Number(threshold ?? 0));
        var window = windowHours is { } hours ? AlertWindows.Text(hours) : new("", "");
        return reason switch
        {
            AlertReason.Count => new(
                $"「{name}」に合う声が、直近 {window.Ja}で {n} 件になりました（しきい値 {least} 件）。",
                $"{n} {Texts(count)} of the last {window.En} match '{name}' (threshold {least})."),
            AlertReason.Past => new(
                $"取り込まれた過去の声のうち {n} 件が「{name}」に合いました。",
                $"{n} {Texts(count)} of the past that came in just now match '{name}'."),
            _ => new(
                $"「{name}」に合う新しい声が {n} 件ありました。",
                $"{n} new {Texts(count)} match{(count == 1 ? "es" : "")} '{name}'."),
        };
    }

    private static string Texts(int count) => count == 1 ? "text" : "texts";

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
