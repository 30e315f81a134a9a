using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Exports;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Mining;

/// <summary>Finds the texts a view is made of, has it made, and answers with it or with its table as a file.</summary>
internal sealed class MiningDesk(ArchiveSearch search, CurrentReading reading, MiningWords words, VocOptions options, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = options.Zone;

    public DateOnly Today => CompanyDay.Of(time.GetUtcNow(), _zone);

    /// <summary>Answers a request for a view.</summary>
    /// <param name="http">The request, whose end ends the work.</param>
    /// <param name="asked">Which texts.</param>
    /// <param name="format">json or csv.</param>
    /// <param name="view">Makes the view.</param>
    /// <param name="table">Its table for a file.</param>
    public Results<Ok<T>, FileContentHttpResult, ProblemHttpResult> Answer<T>(
        HttpRequest http, ScopeQuery asked, string? format, Func<MiningRun, T> view, Func<T, CsvTable> table)
        where T : MiningAnswer
    {
        try
        {
            var csv = MiningParameters.Choice("format", format, "json", "csv") == "csv";
            var request = asked.Request();
            using var found = search.Find(request, http.HttpContext.RequestAborted);
            var run = new MiningRun(asked, request, found, new MinedTexts(found.Texts, reading.Analyzer.Taxonomy, words, ReindexRun.Left(found.Connection, ReindexScope.Words)), this, http.HttpContext.RequestAborted);
            var answer = view(run);
            return csv ? File(table(answer), $"{http.Path}{http.QueryString}", request, found.Index, answer.Total) : TypedResults.Ok(answer);
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }

    /// <summary>What a query of its own asks for, in the state of the archive that texts were found in.</summary>
    /// <param name="parameter">Where the query was given.</param>
    /// <param name="query">The query.</param>
    /// <param name="found">The texts.</param>
    /// <exception cref="SearchParameterException">It cannot be understood.</exception>
    public Match Match(string parameter, string query, FoundTexts found)
    {
        try
        {
            return search.Understand(query, found);
        }
        catch (QueryException wrong)
        {
            throw new SearchParameterException(parameter, wrong.Explanation);
        }
    }

    private FileContentHttpResult File(CsvTable table, string address, SearchRequest request, IndexSnapshot index, int total)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), _zone);
        var cover = new ExportCover([(new("表", "Table"), table.Name), .. ExportCover.Of(address, request, total, index.Sequence, reading.Now.Version, now).Lines]);
        return TypedResults.File(table.Write(cover.Line(CultureInfo.CurrentUICulture)), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"voc-{table.Name}-{now:yyyyMMdd-HHmm}.csv"));
    }
}

/// <summary>One request for a view.</summary>
/// <param name="Search">Which texts, as it was asked.</param>
/// <param name="Request">Which texts.</param>
/// <param name="Found">The texts with the archive in the state they were found in.</param>
/// <param name="Mined">The texts as views take them.</param>
/// <param name="Desk">Understands further queries.</param>
/// <param name="Cancelled">Ends the work.</param>
internal sealed record MiningRun(ScopeQuery Search, SearchRequest Request, FoundTexts Found, MinedTexts Mined, MiningDesk Desk, CancellationToken Cancelled)
{
    /// <summary>What a query of its own asks for.</summary>
    /// <exception cref="SearchParameterException">It cannot be understood.</exception>
    public Match Match(string parameter, string query) => Desk.Match(parameter, query, Found);

    /// <summary>The texts of the whole archive that something matches.</summary>
    public MatchedTexts Anywhere(Match match) => Found.Index.Find(match, Cancelled);

    /// <summary>The texts of the result that something matches.</summary>
    public MatchedTexts Within(Match match) => Found.Index.Find(new AllMatch([Found.Match, match]), Cancelled);
}
