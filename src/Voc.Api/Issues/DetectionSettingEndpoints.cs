using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Problems;

namespace Voc.Api.Issues;

/// <summary>How many false alarms a year are accepted, and who changed that.</summary>
/// <param name="FalseAlarmsPerYear">What is in force.</param>
/// <param name="InUse">What the detector works at now; for a moment after a change still what it was before; null before detection has begun.</param>
/// <param name="Configured">What the configuration says, which holds until somebody chooses.</param>
/// <param name="Changes">The last changes, newest first.</param>
internal sealed record DetectionSettingInfo(double FalseAlarmsPerYear, double? InUse, double Configured, IReadOnlyList<DetectionSettingChange> Changes);

/// <summary>A change of the setting; after it is null where it was left to the configuration again.</summary>
internal sealed record DetectionSettingChange(DateTimeOffset At, string Who, double From, double? To, int? Replay);

internal sealed record NewDetectionSetting
{
    [Description("False alarms to accept in a year, from 0.1 to 1,000; null for what the configuration says")]
    public double? FalseAlarmsPerYear { get; init; }

    [Description("The replay it was chosen by")]
    public int? Replay { get; init; }
}

internal static class DetectionSettingEndpoints
{
    public const double Least = 0.1;
    public const double Most = 1000;

    public static void MapDetectionSetting(this IEndpointRouteBuilder api)
    {
        var detection = api.MapGroup("/detection").WithTags("Issues").RequireAuthorization(Policies.Triage);
        detection.MapGet("", (DetectionSettings settings) => Info(settings)).WithSummary("How many false alarms a year detection accepts, and who set that");
        detection.MapPut("", ChangeAsync).WithSummary("Set how many false alarms a year detection accepts; it follows at once").ProducesProblem(400);
    }

    /// <summary>What is wrong with a number of false alarms a year, or null.</summary>
    public static ProblemHttpResult? Wrong(double? perYear) => perYear is null or (>= Least and <= Most) ? null : Problem.Field(
        "falseAlarmsPerYear",
        new("誤報の許容数は 1 年あたり 0.1 以上 1,000 以下の数で指定してください。", "Give the false alarms to accept in a year as a number from 0.1 to 1,000."));

    private static async Task<Results<Ok<DetectionSettingInfo>, ProblemHttpResult>> ChangeAsync(
        NewDetectionSetting body, DetectionSettings settings, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (Wrong(body.FalseAlarmsPerYear) is { } wrong)
        {
            return wrong;
        }
        await settings.ChangeAsync(body.FalseAlarmsPerYear, body.Replay, user.Identity?.Name ?? "?", cancellationToken);
        return TypedResults.Ok(Info(settings));
    }

    private static DetectionSettingInfo Info(DetectionSettings settings) => new(
        settings.FalseAlarmsPerYear(), settings.InUse, settings.Configured, [.. settings.Changes().Select(c => new DetectionSettingChange(c.At, c.Who, c.Before, c.After, c.ReplayId))]);
}
