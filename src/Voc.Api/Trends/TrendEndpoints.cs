using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Access;
using Voc.Api.Issues;
using Voc.Api.Problems;

namespace Voc.Api.Trends;

internal static class TrendEndpoints
{
    public static void MapTrends(this IEndpointRouteBuilder api) =>
        api.MapGet("/trends", Get).WithTags("Trends").WithSummary("Counts by day, channel and sentiment").RequireAuthorization(Policies.Read).ProducesProblem(400);

    private static Results<Ok<Trends>, ProblemHttpResult> Get(TrendReader trends, IssueReader issues, int days = 30, string? product = null, string? channel = null)
    {
        if (days is < 1 or > 3660)
        {
            return Problem.Field("days", new("日数は 1〜3660 で指定してください。", "Give a number of days from 1 to 3660."));
        }
        Channel? only = null;
        if (!string.IsNullOrEmpty(channel))
        {
            if (!Channels.TryParse(channel, out var parsed))
            {
                return Problem.Field("channel", new($"チャネル「{channel}」はありません。{string.Join("、", Channels.Names)} から選んでください。", $"There is no channel '{channel}': choose from {string.Join(", ", Channels.Names)}."));
            }
            only = parsed;
        }
        return TypedResults.Ok(trends.Read(days, string.IsNullOrEmpty(product) ? null : product, only, issues.CountOpen()));
    }
}
