using System.Text.Json;

namespace Voc.Ingest.Surveys.Hooks;

/// <summary>What a source says of the responses it takes.</summary>
public sealed record HookSettings
{
    private const int MaximumNames = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What questions are called, by their identifier: for tools that send no titles, and to name scores (<c>nps</c>, <c>csat</c>, <c>rating</c>).</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>The question or hidden field that holds the customer; null for the usual names.</summary>
    public string? Customer { get; init; }

    /// <summary>The question or hidden field that holds the product; null for the usual names.</summary>
    public string? Product { get; init; }

    /// <summary>Reads settings; null where they have another shape.</summary>
    public static HookSettings? Read(JsonElement settings)
    {
        try
        {
            var read = settings.ValueKind == JsonValueKind.Object ? settings.Deserialize<HookSettings>(Json)! : new();
            read = read with { Names = read.Names ?? new Dictionary<string, string>() };
            return read.Names.Count <= MaximumNames && read.Names.Values.All(name => name is { Length: > 0 and <= FeedbackValidation.MaxNameLength }) ? read : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
