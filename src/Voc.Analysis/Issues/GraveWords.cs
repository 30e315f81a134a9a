using System.Buffers;
using System.Text.Json;

namespace Voc.Analysis.Issues;

/// <summary>What makes a report grave, whatever it is about.</summary>
[Flags]
public enum GraveMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Somebody or something may be harmed.</summary>
    Safety = 1,

    /// <summary>Somebody lost money, or may.</summary>
    Money = 2,
}

/// <summary>The words that make a report grave; data/issues/severity.json.</summary>
/// <param name="safety">Words that speak of harm.</param>
/// <param name="money">Words that speak of lost money.</param>
public sealed class GraveWords(IReadOnlyList<string> safety, IReadOnlyList<string> money)
{
    private const int MaxLength = 4000;

    private readonly SearchValues<string> _safety = SearchValues.Create([.. safety], StringComparison.Ordinal);
    private readonly SearchValues<string> _money = SearchValues.Create([.. money], StringComparison.Ordinal);

    /// <summary>Words that speak of harm.</summary>
    public IReadOnlyList<string> Safety => safety;

    /// <summary>Words that speak of lost money.</summary>
    public IReadOnlyList<string> Money => money;

    /// <summary>Reads the file that lies beside the program.</summary>
    public static GraveWords Load() => Read(File.ReadAllText(ShippedData.Folder("issues", "severity.json")));

    /// <summary>Reads a list in the form of data/issues/severity.json.</summary>
    /// <exception cref="InvalidDataException">It is not such a list, or of a later version.</exception>
    public static GraveWords Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != 1)
            {
                throw new InvalidDataException("severity.json: this program reads version 1.");
            }
            return new GraveWords(Words(root, "safety"), Words(root, "money"));
        }
        catch (Exception malformed) when (malformed is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("severity.json: " + malformed.Message, malformed);
        }
    }

    /// <summary>The marks of a text; the first 4,000 characters count.</summary>
    public GraveMarks Marks(string text)
    {
        var start = text.AsSpan(0, Math.Min(MaxLength, text?.Length ?? 0));
        return (start.ContainsAny(_safety) ? GraveMarks.Safety : 0) | (start.ContainsAny(_money) ? GraveMarks.Money : 0);
    }

    private static string[] Words(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(w => w.GetString()!)];
}
