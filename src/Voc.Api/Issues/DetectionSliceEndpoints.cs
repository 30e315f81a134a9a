using System.ComponentModel;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Issues;
using Voc.Api.Access;
using Voc.Api.Problems;

namespace Voc.Api.Issues;

/// <summary>In which slices of the feedback issues are looked for, and who chose that.</summary>
/// <param name="Chosen">The fields somebody chose; null where the detector chooses by itself.</param>
/// <param name="Seen">The fields the feedback has, as the detector knows them; empty for a moment after a start.</param>
/// <param name="Changes">The last choices, newest first.</param>
internal sealed record DetectionSliceInfo(IReadOnlyList<string>? Chosen, IReadOnlyList<SliceFieldUse> Seen, IReadOnlyList<DetectionSliceChange> Changes);

/// <summary>A choice of fields; null where it was left to the detector again.</summary>
internal sealed record DetectionSliceChange(DateTimeOffset At, string Who, IReadOnlyList<string>? Fields);

internal sealed record NewDetectionSlices
{
    [Description("source, or names of attributes, eight at most; an empty list for none, null to leave the choice to the detector")]
    public IReadOnlyList<string>? Fields { get; init; }
}

internal static class DetectionSliceEndpoints
{
    private const int MaxName = 60;

    public static void MapDetectionSlices(this IEndpointRouteBuilder api)
    {
        var slices = api.MapGroup("/detection/slices").WithTags("Issues").RequireAuthorization(Policies.Triage);
        slices.MapGet("", (DetectionSlices slices) => Info(slices)).WithSummary("Whether issues are looked for by source and by which attributes, and who chose that");
        slices.MapPut("", ChooseAsync).WithSummary("Choose the attributes by whose values issues are looked for; detection follows at once").ProducesProblem(400);
    }

    private static async Task<Results<Ok<DetectionSliceInfo>, ProblemHttpResult>> ChooseAsync(
        NewDetectionSlices body, DetectionSlices slices, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var fields = body.Fields?.Select(f => f?.Trim() ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        if (fields is not null && (fields.Count > IssueDetectorOptions.MaxSliceFields || fields.Exists(f => f.Length is 0 or > MaxName)))
        {
            return Problem.Field("fields", new(
                $"項目は {IssueDetectorOptions.MaxSliceFields} 個まで、名前は 1〜{MaxName} 文字で指定してください。",
                $"Give at most {IssueDetectorOptions.MaxSliceFields} fields, each with a name of 1 to {MaxName} characters."));
        }
        await slices.ChooseAsync(fields, user.Identity?.Name ?? "?", cancellationToken);
        return TypedResults.Ok(Info(slices));
    }

    private static DetectionSliceInfo Info(DetectionSlices slices) =>
        new(slices.Chosen(), slices.Seen, [.. slices.Changes().Select(c => new DetectionSliceChange(c.At, c.Who, c.Read()))]);
}
