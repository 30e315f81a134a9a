using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Issues;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Severity;

/// <summary>How severity is reckoned.</summary>
/// <param name="Version">Number of the change that put it in force, to be sent back with a change; 0 for what is shipped.</param>
/// <param name="Settings">What is in force.</param>
/// <param name="Shipped">What is shipped.</param>
/// <param name="Levels">The points from which an issue is of a level.</param>
/// <param name="Attributes">Attributes that recent feedback has, and their most frequent values.</param>
/// <param name="Changes">The last changes, newest first.</param>
internal sealed record SeverityInfo(
    long Version, SeveritySettings Settings, SeveritySettings Shipped, SeverityLevels Levels, IReadOnlyList<AttributeValues> Attributes, IReadOnlyList<SeverityChangeInfo> Changes);

internal sealed record SeverityLevels(double Critical, double High, double Medium);

internal sealed record AttributeValues(string Name, IReadOnlyList<string> Values);

/// <summary>A change of the settings: when, who, and what.</summary>
internal sealed record SeverityChangeInfo(long Version, DateTimeOffset At, string Who, IReadOnlyList<SeverityDifference> Differences);

/// <summary>What was changed; of words, those that were taken away and those that were added.</summary>
internal sealed record SeverityDifference(string Field, string From, string To);

/// <summary>Where an issue that is open stands now, and would stand.</summary>
internal sealed record SeverityPreviewItem(long Id, string Title, string TitleEn, SeverityRank Before, SeverityRank After);

internal sealed record SeverityRank(int Rank, double Score, string Severity);

internal static class SeverityEndpoints
{
    private const int MaxValues = 12;

    private const string RecentAttributes =
        "SELECT e.key, e.value, count(*) FROM (SELECT Attributes FROM feedback WHERE Attributes IS NOT NULL ORDER BY Id DESC LIMIT 2000) f, json_each(f.Attributes) e GROUP BY 1, 2 ORDER BY 1, 3 DESC";

    public static void MapSeverity(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/issues/severity").WithTags("Issues");
        group.MapGet("", (SeverityBook book, Store store) => Info(book, store)).WithSummary("How the severity of issues is reckoned, and who changed that").RequireAuthorization(Policies.Triage);
        group.MapPost("/preview", Preview).WithSummary("How open issues would be ordered by other settings").RequireAuthorization(Policies.Triage).ProducesProblem(400);
        group.MapPut("", ChangeAsync).WithSummary("Change how severity is reckoned; open issues follow at once").RequireAuthorization(Policies.Triage).ProducesProblem(400).ProducesProblem(409);
    }

    private static Results<Ok<IReadOnlyList<SeverityPreviewItem>>, ProblemHttpResult> Preview(SeveritySettings body, SeverityBook book)
    {
        var (settings, wrong) = SeverityRequest.Read(body);
        return settings is null ? wrong! : TypedResults.Ok(book.Preview(settings));
    }

    private static async Task<Results<Ok<SeverityInfo>, ProblemHttpResult>> ChangeAsync(
        NewSeveritySettings body, SeverityBook book, Store store, HttpContext http, CancellationToken cancellationToken)
    {
        var (settings, wrong) = SeverityRequest.Read(body.Settings);
        if (settings is null)
        {
            return wrong!;
        }
        return await book.ChangeAsync(body.Version, settings, http.User.Identity?.Name ?? "?", cancellationToken)
            ? TypedResults.Ok(Info(book, store))
            : Problem.Of(
                StatusCodes.Status409Conflict,
                new("ほかの人が先に変更しました。", "Somebody else changed this first."),
                new("読み込み直して、もう一度変更してください。", "Load it again and make your change anew."),
                "version");
    }

    private static SeverityInfo Info(SeverityBook book, Store store)
    {
        var (version, settings) = book.Current();
        return new SeverityInfo(
            version, settings, SeveritySettings.Shipped, new SeverityLevels(SeverityWeights.Critical, SeverityWeights.High, SeverityWeights.Medium), Attributes(store), book.Changes());
    }

    private static List<AttributeValues> Attributes(Store store)
    {
        using var connection = store.Open();
        using var rows = connection.Query(RecentAttributes);
        var found = new List<(string Name, string Value)>();
        while (rows.Read())
        {
            found.Add((rows.GetString(0), rows.IsDBNull(1) ? "" : rows.GetString(1)));
        }
        return [.. found.GroupBy(f => f.Name).Select(g => new AttributeValues(g.Key, [.. g.Select(f => f.Value).Where(v => v.Length > 0).Take(MaxValues)]))];
    }
}
