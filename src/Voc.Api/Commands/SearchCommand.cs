using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class SearchCommand
{
    private static readonly Argument<string?> Query = new("QUERY") { Description = "Words, \"phrases\", 'exact strings', AND, OR, NOT, prefix*, field:value, field:[from TO to]; without it everything, newest first", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> From = new("--from") { Description = "First day, YYYY-MM-DD" };
    private static readonly Option<string?> To = new("--to") { Description = "Last day, YYYY-MM-DD" };
    private static readonly Option<string?> Sort = new("--sort") { Description = "relevance (default), newest, oldest, negative or typical" };
    private static readonly Option<int> Limit = new("--limit") { Description = "How many hits to show", DefaultValueFactory = _ => SearchRequest.DefaultLimit };
    private static readonly Option<int> Offset = new("--offset") { Description = "How many hits to leave out" };
    private static readonly Option<string[]> Facets = new("--facet") { Description = "What to count by: channel,sentiment,topic,intent,product,source,segment,month,week,day,language,attribute:NAME" };
    private static readonly Option<bool> Fold = new("--fold") { Description = "Show texts that are nearly the same only once" };
    private static readonly Option<long?> Like = new("--like") { Description = "Only texts like the one with this identifier" };
    private static readonly Option<bool> Synonyms = new("--synonyms") { Description = "Search for synonyms too" };
    private static readonly Option<string[]> Without = new("--without") { Description = "A spelling or synonym to leave out; may be given more than once" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print what GET /api/v1/search answers" };
    private static readonly (QueryField Field, Option<string[]> Option)[] Filters =
        [.. QueryFields.Filters.Select(f => (f, new Option<string[]>("--" + f.Name()) { Description = $"Only this {f.Name()}; may be given more than once" }))];

    public static Command Create()
    {
        var command = new Command("search", "Search the archive") { Query, From, To, Sort, Limit, Offset, Facets, Fold, Like, Synonyms, Without, Json };
        foreach (var (_, option) in Filters)
        {
            command.Add(option);
        }
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = parsed.Options();
        await new Store(options).MigrateAsync(cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddVoc(options).BuildServiceProvider();
        try
        {
            var result = services.GetRequiredService<ArchiveSearch>().Search(Request(parsed), cancellationToken);
            Print(result, parsed.GetValue(Json), options.Zone);
            return 0;
        }
        catch (QueryException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Explanation.In(CultureInfo.CurrentUICulture));
            await Console.Error.WriteLineAsync(parsed.GetValue(Query));
            await Console.Error.WriteLineAsync(new string(' ', Width(parsed.GetValue(Query)!, wrong.Position)) + "^");
            if (wrong.Suggestion is { } suggestion)
            {
                await Console.Error.WriteLineAsync(new LocalizedText($"こう書けます: {suggestion}", $"Try: {suggestion}").In(CultureInfo.CurrentUICulture));
            }
        }
        catch (SearchParameterException wrong)
        {
            await Console.Error.WriteLineAsync($"--{wrong.Name}: {wrong.Explanation.In(CultureInfo.CurrentUICulture)}");
        }
        return 1;
    }

    private static SearchRequest Request(ParseResult parsed) => new()
    {
        Query = parsed.GetValue(Query),
        Synonyms = parsed.GetValue(Synonyms),
        Without = SearchParameters.Without(parsed.GetValue(Without)),
        From = SearchParameters.Date("from", parsed.GetValue(From)),
        To = SearchParameters.Date("to", parsed.GetValue(To)),
        Sort = SearchParameters.Sort(parsed.GetValue(Sort)),
        Limit = SearchParameters.Between("limit", parsed.GetValue(Limit), 0, SearchRequest.MaxFoldedDepth),
        Offset = SearchParameters.Between("offset", parsed.GetValue(Offset), 0, parsed.GetValue(Fold) ? SearchRequest.MaxFoldedDepth : SearchRequest.MaxDepth),
        Facets = SearchParameters.Facets(parsed.GetValue(Facets)),
        Fold = parsed.GetValue(Fold),
        Like = parsed.GetValue(Like),
        Filters = [.. Filters.Select(f => SearchParameters.Filter(f.Field, parsed.GetValue(f.Option)))],
    };

    private static void Print(SearchResult result, bool json, TimeZoneInfo zone)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Server.Json));
        }
        else if (Console.IsOutputRedirected)
        {
            SearchOutput.Lines(result, Console.Out, zone);
        }
        else
        {
            SearchOutput.Tables(result, AnsiConsole.Console, zone);
        }
    }

    /// <summary>Columns a terminal takes for the beginning of a text, in which full-width characters take two.</summary>
    private static int Width(string text, int length) => text.Take(length).Sum(c => c is >= '\u1100' and not (>= '\uFF61' and <= '\uFF9F') ? 2 : 1);
}
