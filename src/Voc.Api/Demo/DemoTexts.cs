using System.Text.Json;
using Voc.Analysis;

namespace Voc.Api.Demo;

/// <summary>One authored text of the fictional demo company.</summary>
internal sealed record DemoText(
    string Channel, string Product, string Text, double? Rating, double? Nps, double? Csat, string? Customer, string? Region, string? Segment, string? Story, int? Day)
{
    /// <summary>File and line it stands in; identifies it for ever.</summary>
    public string Id { get; init; } = "";

    public Channel Kind => Channels.TryParse(Channel, out var kind) ? kind : throw new InvalidDataException($"{Id}: '{Channel}' is not a channel.");
}

/// <summary>The demo company's texts, as shipped in <c>data/demo</c>.</summary>
internal sealed class DemoTexts
{
    /// <summary>The story that happens while somebody watches.</summary>
    public const string LiveStory = "double";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private DemoTexts(IReadOnlyList<DemoText> all)
    {
        Archive = [.. all.Where(t => t.Story != LiveStory && !t.Id.StartsWith("live", StringComparison.Ordinal))];
        Live = [.. all.Where(t => t.Id.StartsWith("live", StringComparison.Ordinal))];
        Emerging = [.. all.Where(t => t.Story == LiveStory)];
    }

    /// <summary>What was said in the 90 days before the demo starts.</summary>
    public IReadOnlyList<DemoText> Archive { get; }

    /// <summary>Ordinary texts that come in while the demo runs.</summary>
    public IReadOnlyList<DemoText> Live { get; }

    /// <summary>Texts of the issue that emerges while the demo runs.</summary>
    public IReadOnlyList<DemoText> Emerging { get; }

    public static DemoTexts Load() => new([.. Directory
        .GetFiles(ShippedData.Folder("demo"), "*.jsonl")
        .Order(StringComparer.Ordinal)
        .SelectMany(Read)]);

    private static IEnumerable<DemoText> Read(string path) => File.ReadLines(path)
        .Select((line, i) => JsonSerializer.Deserialize<DemoText>(line, Json)! with { Id = $"{Path.GetFileNameWithoutExtension(path)}-{i + 1}" });
}
