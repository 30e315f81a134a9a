namespace Voc.Analysis.Classification;

/// <summary>A change of a taxonomy: a topic that is added, or what is different about one that is there; null leaves that as it is.</summary>
/// <param name="Id">Identifier of the topic.</param>
public sealed record TopicChange(string Id)
{
    /// <summary>Name in Japanese; an added topic needs it.</summary>
    public string? Ja { get; init; }

    /// <summary>Name in English; an added topic needs it.</summary>
    public string? En { get; init; }

    /// <summary>Identifier of the topic above it; empty for none.</summary>
    public string? Parent { get; init; }

    /// <summary>All its keywords with their weights.</summary>
    public IReadOnlyDictionary<string, double>? Keywords { get; init; }

    /// <summary>Whether nothing is sorted into it any more, nor into the topics below it.</summary>
    public bool Hidden { get; init; }

    internal Topic Of(Topic? topic) => new()
    {
        Id = Id,
        Ja = Ja ?? topic?.Ja ?? "",
        En = En ?? topic?.En ?? "",
        Parent = Parent is null ? topic?.Parent : Parent.Length == 0 ? null : Parent,
        Keywords = Keywords ?? topic?.Keywords ?? new Dictionary<string, double>(),
    };
}
