using System.Text.Json;
using System.Text.Json.Serialization;
using Voc.Api.Storage;

namespace Voc.Api.Alerts;

/// <summary>A rule as it is applied.</summary>
/// <param name="Id">Identifier; 0 for one that is only tried.</param>
/// <param name="Name">Its name.</param>
/// <param name="Channel">The channel that is told.</param>
/// <param name="Conditions">What it tells.</param>
/// <param name="Timing">When.</param>
/// <param name="AfterChange">Only changes of issues after this one are told.</param>
/// <param name="Since">When it was made or last switched on.</param>
internal sealed record AlertRule(int Id, string Name, int Channel, AlertConditions Conditions, AlertTiming Timing, long AfterChange, DateTimeOffset Since)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static AlertRule Of(AlertRuleRow row) => new(row.Id, row.Name, row.WebhookId, ReadConditions(row), ReadTiming(row), row.AfterChange, row.ActiveSince);

    public static AlertConditions ReadConditions(AlertRuleRow row) => JsonSerializer.Deserialize<AlertConditions>(row.Conditions, Json)!;

    public static AlertTiming ReadTiming(AlertRuleRow row) => JsonSerializer.Deserialize<AlertTiming>(row.Timing, Json)!;

    public static string Write(AlertConditions conditions) => JsonSerializer.Serialize(conditions, Json);

    public static string Write(AlertTiming timing) => JsonSerializer.Serialize(timing, Json);

    /// <summary>Rules that are switched on, in order.</summary>
    public static IReadOnlyList<AlertRule> Active(VocDbContext context) =>
        [.. context.Set<AlertRuleRow>().Where(r => r.Enabled).OrderBy(r => r.Position).ThenBy(r => r.Id).AsEnumerable().Select(Of)];

    public bool Tells(string happened) => Conditions.Events.Contains(happened);
}
