using System.ComponentModel;

namespace Voc.Api.Vocabulary;

/// <summary>Words that mean the same to the company.</summary>
internal sealed record SynonymGroup(int Id, IReadOnlyList<string> Words, string ChangedBy, DateTimeOffset ChangedAt)
{
    public static SynonymGroup Of(SynonymGroupRow row) => new(row.Id, VocabularyJson.Strings(row.Words), row.ChangedBy, row.ChangedAt);
}

/// <summary>A group to be kept.</summary>
internal sealed record SynonymInput
{
    [Description("Words that mean the same: 2 to 50, each 1 to 100 characters; a word may be in several groups")]
    public IReadOnlyList<string>? Words { get; init; }
}

/// <summary>What a group would find: texts with each word, and with any of them. Nothing is read anew for it.</summary>
internal sealed record SynonymReach(IReadOnlyList<SynonymCount> Words, int Total, int Archive);

/// <summary>How many texts a search for a word finds by itself, its other spellings included.</summary>
internal sealed record SynonymCount(string Word, int Count);
