using System.Text.Json.Nodes;

namespace Voc.Benchmarks.Morphology;

/// <summary>What is segmented: the lines of a file, or the demo company's feedback.</summary>
internal static class Texts
{
    public static string[] Read(string? file) => file is not null
        ? File.ReadAllLines(file)
        : [.. Directory.GetFiles(Path.Combine(Repository(), "data", "demo"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(Text).OfType<string>()];

    private static string? Text(string line) => (string?)JsonNode.Parse(line)?["text"];

    /// <summary>The folder of the repository this runs in.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Voc.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run this from a folder of the repository.");
        }

        return folder.FullName;
    }
}
