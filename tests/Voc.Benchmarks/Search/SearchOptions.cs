using System.CommandLine;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search;

/// <summary>Options that the search benchmarks share.</summary>
internal static class SearchOptions
{
    public static Option<int> Texts() => new("--texts") { Description = "How many texts (default: 1,000,000)", DefaultValueFactory = _ => 1_000_000 };

    public static Option<long> Seed() => new("--seed") { Description = "Seed of texts and queries", DefaultValueFactory = _ => SearchTexts.DefaultSeed };

    public static Option<DirectoryInfo?> Data() => new("--data") { Description = "Folder of the archive; made where it is missing, used again where it is there (default: a temporary one)" };

    public static Option<int> Rounds() => new("--rounds") { Description = "How often each query is asked (default: 5)", DefaultValueFactory = _ => 5 };

    public static Option<bool> Json() => new("--json") { Description = "Print the results as JSON; progress goes to stderr" };
}
