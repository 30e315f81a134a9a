using System.CommandLine;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search;

/// <summary>The benchmarks of search, each a command.</summary>
internal static class SearchCommands
{
    public static Task<int> RunAsync(string[] args) => new RootCommand("Benchmarks of search")
    {
        GenerateCommand.Create(),
        SearchCommand.Create(),
        DifferentialCommand.Create(),
        Http.HttpCommand.Create(),
        Postgres.PostgresCommand.Create(),
    }.Parse(args).InvokeAsync();
}
