using System.Text.Json;
using System.Text.Json.Serialization;
using Voc.Ingest;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Surveys;

namespace Voc.Api.Imports.Folders;

/// <summary>The settings of a source whose files are put into a folder.</summary>
internal sealed record FolderSettings
{
    private const int MaximumName = 60;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Name of the folder below the watched one.</summary>
    public string? Folder { get; init; }

    /// <summary>Survey tool or contact centre that writes the files, or null to recognise it.</summary>
    public string? Preset { get; init; }

    /// <summary>Which column is what, as in a mapping file; null to go by the preset or to guess.</summary>
    public JsonElement? Mapping { get; init; }

    /// <summary>Language of the reports: <c>ja</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "ja";

    /// <summary>The mapping as it is stored with an import.</summary>
    [JsonIgnore]
    public string? MappingJson => Mapping is { ValueKind: JsonValueKind.Object } given ? given.GetRawText() : null;

    /// <summary>The settings, or null where they cannot be read.</summary>
    public static FolderSettings? Of(JsonElement settings)
    {
        try
        {
            return settings.ValueKind == JsonValueKind.Object ? settings.Deserialize<FolderSettings>(Json) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with them, by field.</summary>
    public static IReadOnlyList<Violation> Check(JsonElement settings)
    {
        if (Of(settings) is not { } given || !IsName(given.Folder))
        {
            return [new("settings.folder", new(
                $"フォルダーの名前を {MaximumName} 文字までで付けてください。/ \\ : * ? \" < > | と、先頭・末尾の「.」と空白は使えません。",
                $"Give the folder a name of at most {MaximumName} characters, without / \\ : * ? \" < > | and without a dot or space at either end."))];
        }
        if (given.Preset is { Length: > 0 } preset && SurveyPresets.Find(preset) is null)
        {
            var known = string.Join(", ", SurveyPresets.All.Select(one => one.Id));
            return [new("settings.preset", new($"「{preset}」というプリセットはありません。{known} のいずれかにするか、空にしてください。", $"There is no preset “{preset}”. Use one of {known}, or leave it empty."))];
        }
        if (given.Language is not ("ja" or "en"))
        {
            return [new("settings.language", new("報告の言語は ja か en にしてください。", "Give ja or en as the language of the reports."))];
        }
        try
        {
            _ = given.Mapping is { ValueKind: not JsonValueKind.Null } mapping ? FieldMapping.Parse(mapping.GetRawText()) : null;
            return [];
        }
        catch (UnreadableFileException unreadable)
        {
            return [new("settings.mapping", unreadable.Problem)];
        }
    }

    /// <summary>Whether it can be a folder's name on every system; a name never leads out of the watched folder.</summary>
    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= MaximumName } && !name.Any(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal))
        && name[0] is not ('.' or ' ') && name[^1] is not ('.' or ' ');
}
