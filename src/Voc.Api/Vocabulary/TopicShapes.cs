using System.ComponentModel;

namespace Voc.Api.Vocabulary;

/// <summary>A word or phrase in base form that speaks for a topic; weights above 0 and up to 10 add up, and 2 is enough.</summary>
internal sealed record KeywordWeight(string Word, double Weight);

/// <summary>
/// A topic. Origin is <c>shipped</c>, <c>changed</c> (shipped, and changed by the company) or <c>own</c>; count is how much feedback is in it,
/// for a topic at the top with what is in those below it.
/// </summary>
internal sealed record TopicNode(
    string Id, string Ja, string En, string? Parent, IReadOnlyList<KeywordWeight> Keywords, string Origin, bool Hidden, int Count, string? ChangedBy, DateTimeOffset? ChangedAt);

/// <summary>A topic at the top with those below it.</summary>
internal sealed record TopicBranch(TopicNode Topic, IReadOnlyList<TopicNode> Children);

/// <summary>A topic, or what is to be changed about one: what is left out stays as it is.</summary>
internal sealed record TopicInput
{
    [Description("Name in Japanese, up to 60 characters")]
    public string? Ja { get; init; }

    [Description("Name in English, up to 60 characters")]
    public string? En { get; init; }

    [Description("Identifier of the topic above it; empty for none. There are two levels")]
    public string? Parent { get; init; }

    [Description("All its keywords, up to 300")]
    public IReadOnlyList<KeywordWeight>? Keywords { get; init; }

    [Description("Whether nothing is to be sorted into it, nor into the topics below it")]
    public bool? Hidden { get; init; }
}

/// <summary>A change to try: a topic to add, the one named <c>id</c> in a new form, or, without <c>topic</c>, its deletion.</summary>
internal sealed record TopicPreview(string? Id, TopicInput? Topic);
