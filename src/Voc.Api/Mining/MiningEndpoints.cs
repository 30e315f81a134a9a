using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Mining;
using Voc.Api.Access;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Views of any result: what its texts say, counted. Each comes as JSON or as a CSV file.</summary>
internal static class MiningEndpoints
{
    public static IServiceCollection AddMining(this IServiceCollection services) =>
        services.AddSingleton<MiningWords>().AddSingleton<MiningDesk>().AddSingleton<Concordances>();

    public static void MapMining(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/mining").WithTags("Mining").RequireAuthorization(Policies.Read);
        group.MapGet("/keywords", Keywords).WithSummary("Words of the result by how many texts hold them").ProducesProblem(400);
        group.MapGet("/opinions", Opinions).WithSummary("What is said of what, and of what anything is said").ProducesProblem(400);
        group.MapGet("/characteristic", Characteristic).WithSummary("Words that set the result, or parts of it, apart from other texts (log-likelihood)").ProducesProblem(400);
        group.MapGet("/network", Network).WithSummary("Words that stand in the same texts, with their communities").ProducesProblem(400);
        group.MapGet("/heatmap", HeatMap).WithSummary("Two fields crossed, with expected counts, residuals and tests").ProducesProblem(400);
        group.MapGet("/correspondence", Correspondence).WithSummary("Words, or a field, and another field on one map (correspondence analysis)").ProducesProblem(400);
        group.MapGet("/timeline", Timeline).WithSummary("Words, or queries, over time").ProducesProblem(400);
        group.MapGet("/kwic", Kwic).WithSummary("Keywords in their contexts").ProducesProblem(400);
    }

    private static Results<Ok<KeywordAnswer>, FileContentHttpResult, ProblemHttpResult> Keywords(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] WordQuery counted, [AsParameters] KeywordQuery query) =>
        desk.Answer(http, search, counted.Format, run => Mining.Keywords.Of(run.Mined, counted, query), MiningTables.Of);

    private static Results<Ok<OpinionAnswer>, FileContentHttpResult, ProblemHttpResult> Opinions(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] OpinionQuery query) =>
        desk.Answer(http, search, query.Format, run => Mining.Opinions.Of(run.Mined, query), a => MiningTables.Of(a, query.Table));

    private static Results<Ok<CharacteristicAnswer>, FileContentHttpResult, ProblemHttpResult> Characteristic(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] WordQuery counted, [AsParameters] CharacteristicQuery query) =>
        desk.Answer(http, search, counted.Format, run => Compared(run, counted, query), MiningTables.Of);

    private static CharacteristicAnswer Compared(MiningRun run, WordQuery counted, CharacteristicQuery query)
    {
        var (by, against) = (!string.IsNullOrWhiteSpace(query.By), !string.IsNullOrWhiteSpace(query.Against));
        if (by && against)
        {
            throw new SearchParameterException("against", new("by と against はどちらか一方だけ指定してください。", "Give either by or against, not both."));
        }
        return by
            ? Characteristics.By(run.Mined, MiningParameters.Dimension("by", query.By!), counted, query)
            : Characteristics.Of(run.Mined, against ? run.Anywhere(run.Match("against", query.Against!)) : null, counted, query);
    }

    private static Results<Ok<NetworkAnswer>, FileContentHttpResult, ProblemHttpResult> Network(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] WordQuery counted, [AsParameters] NetworkQuery query) =>
        desk.Answer(http, search, counted.Format, run => Networks.Of(run.Mined, counted, query), a => MiningTables.Of(a, query.Table));

    private static Results<Ok<HeatMapAnswer>, FileContentHttpResult, ProblemHttpResult> HeatMap(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] HeatMapQuery query) =>
        desk.Answer(http, search, query.Format, run =>
        {
            var (rows, columns) = Crossed(MiningParameters.Dimension("rows", query.Rows ?? "topic"), MiningParameters.Dimension("columns", query.Columns ?? "segment"));
            return HeatMaps.Of(run.Mined, rows!, columns, query);
        }, a => MiningTables.Of(a, query.Table));

    private static Results<Ok<CorrespondenceAnswer>, FileContentHttpResult, ProblemHttpResult> Correspondence(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] WordQuery counted, [AsParameters] CorrespondenceQuery query) =>
        desk.Answer(http, search, counted.Format, run =>
        {
            var words = string.IsNullOrWhiteSpace(query.Rows) || query.Rows.Equals(Correspondences.Words, StringComparison.OrdinalIgnoreCase);
            var (rows, columns) = Crossed(words ? null : MiningParameters.Dimension("rows", query.Rows!), MiningParameters.Dimension("columns", query.Columns ?? "segment"));
            return Correspondences.Of(run.Mined, rows, columns, counted, query);
        }, a => MiningTables.Of(a, query.Table));

    private static (Dimension? Rows, Dimension Columns) Crossed(Dimension? rows, Dimension columns) => rows != columns
        ? (rows, columns)
        : throw new SearchParameterException("columns", new("rows と columns には別の分類を指定してください。", "Choose different fields for rows and columns."));

    private static Results<Ok<TimelineAnswer>, FileContentHttpResult, ProblemHttpResult> Timeline(
        HttpRequest http, MiningDesk desk, [AsParameters] ScopeQuery search, [AsParameters] WordQuery counted, [AsParameters] TimelineQuery query) =>
        desk.Answer(http, search, counted.Format, run => Timelines.Of(run.Mined, Asked(run, query), run.Request.From, run.Request.To, desk.Today, counted, query), MiningTables.Of);

    private static List<(string Term, Analysis.Retrieval.MatchedTexts Texts)> Asked(MiningRun run, TimelineQuery query)
    {
        var terms = MiningParameters.Queries(query.Terms);
        return terms.Count <= Timelines.MaxSeries
            ? [.. terms.Select(t => (t, run.Within(run.Match("terms", t))))]
            : throw new SearchParameterException("terms", new($"terms は {Timelines.MaxSeries} 個までです。", $"Give up to {Timelines.MaxSeries} terms."));
    }

    private static Results<Ok<ConcordanceAnswer>, FileContentHttpResult, ProblemHttpResult> Kwic(
        HttpRequest http, MiningDesk desk, Concordances concordances, [AsParameters] ScopeQuery search, [AsParameters] KwicQuery query) =>
        desk.Answer(http, search, query.Format, run => concordances.Of(run, query), MiningTables.Of);
}
