using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voc.Analysis.Classification;

/// <summary>A topic of a taxonomy.</summary>
public sealed record Topic
{
    /// <summary>Identifier, of lower-case letters, digits, dots and hyphens; never changes, unlike the names.</summary>
    public required string Id { get; init; }

    /// <summary>Name in Japanese.</summary>
    public required string Ja { get; init; }

    /// <summary>Name in English.</summary>
    public required string En { get; init; }

    /// <summary>Identifier of the topic above it, or null at the top. There are two levels.</summary>
    public string? Parent { get; init; }

    /// <summary>Words and phrases in base form that speak for it, with weights above 0 and up to 10.</summary>
    public required IReadOnlyDictionary<string, double> Keywords { get; init; }

    /// <summary>The name in both languages.</summary>
    [JsonIgnore]
    public LocalizedText Name => new(Ja, En);
}

/// <summary>The topics that feedback is sorted into. Immutable; safe for any number of threads.</summary>
public sealed class Taxonomy
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private readonly Dictionary<string, int> _byId;

    private Taxonomy(string name, IReadOnlyList<Topic> topics, IReadOnlyList<Topic> hidden)
    {
        (Name, Topics, Hidden) = (name, topics, hidden);
        _byId = topics.Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        Keywords = new KeywordIndex(topics);
    }

    /// <summary>Name of the taxonomy.</summary>
    public string Name { get; }

    /// <summary>Its topics, in the order of the file.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>Topics that nothing is sorted into any more; what was sorted into them still needs their names.</summary>
    public IReadOnlyList<Topic> Hidden { get; }

    internal KeywordIndex Keywords { get; }

    /// <summary>The topic of an identifier, or null.</summary>
    public Topic? Find(string id) => _byId.TryGetValue(id, out var index) ? Topics[index] : null;

    /// <summary>Loads a taxonomy file, format version 1.</summary>
    /// <exception cref="DataFileException">The file cannot be used; the message names file, topic and remedy.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Taxonomy Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(File.ReadAllText(path), Path.GetFileName(path));
    }

    /// <summary>Reads a taxonomy from JSON.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="place">What to call it in messages.</param>
    /// <exception cref="DataFileException">It cannot be used; the message names place, topic and remedy.</exception>
    public static Taxonomy Parse(string json, string place)
    {
        TaxonomyFile? file;
        try
        {
            file = JsonSerializer.Deserialize<TaxonomyFile>(json, Json);
        }
        catch (JsonException e)
        {
            throw new DataFileException($"{place}:{e.LineNumber + 1}", new(
                $"JSONとして読めません（{e.Path}）。", $"This is not a valid taxonomy ({e.Path}): {e.Message}"));
        }

        if (file is not { Version: 1 })
        {
            throw new DataFileException(place, new("versionは1でなければなりません。", "The version must be 1."));
        }

        TaxonomyRules.Check(file.Topics, place);
        return new Taxonomy(file.Name, file.Topics, []);
    }

    /// <summary>A taxonomy with changes made to it; this one stays as it is.</summary>
    /// <param name="changes">At most one for a topic.</param>
    /// <exception cref="DataFileException">The result breaks a rule; the message names topic and remedy.</exception>
    public Taxonomy With(IEnumerable<TopicChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var byId = changes.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var known = Topics.Concat(Hidden).ToList();
        var added = byId.Values.Where(c => !known.Exists(t => t.Id == c.Id)).Select(c => c.Of(null));
        List<Topic> topics = [.. known.Select(t => byId.TryGetValue(t.Id, out var change) ? change.Of(t) : t), .. added];
        TaxonomyRules.Check(topics, Name);
        bool IsHidden(string id) => byId.TryGetValue(id, out var change) ? change.Hidden : Hidden.Any(t => t.Id == id);
        var hidden = topics.Where(t => IsHidden(t.Id) || (t.Parent is { } parent && IsHidden(parent))).ToList();
        return new Taxonomy(Name, [.. topics.Except(hidden)], hidden);
    }

    internal int IndexOf(string id) => _byId[id];

    private sealed record TaxonomyFile(int Version, string Name, IReadOnlyList<Topic> Topics);
}
