namespace Voc.Api.Reading;

/// <summary>
/// How texts are read now. Stale is how many of all texts were read by an older version and may be read differently now; problems name what of
/// the company's own data cannot be used.
/// </summary>
internal sealed record ReadingStatus(int Version, long Stale, long Total, int Model, RelabelInfo? Relabel, IReadOnlyList<string> Problems);

/// <summary>
/// Reading older texts anew. State is <c>running</c>, <c>done</c> or <c>cancelled</c>; scope is <c>stale</c> for those an older version read,
/// <c>unindexed</c> for those of an earlier version of the product that are not in the search index, <c>touched</c> for those that contain the
/// word of the dictionary that was changed, <c>words</c> for terms that an earlier version of the product kept without the words they belong to.
/// </summary>
internal sealed record RelabelInfo(
    string State, string Scope, string? Word, long Done, long Total, string? By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

/// <summary>
/// A change of how texts are read. Kind is <c>product</c>, <c>dictionary</c>, <c>lexicon</c>, <c>topics</c> or <c>model</c>; action is
/// <c>added</c>, <c>changed</c>, <c>deleted</c> or <c>activated</c>; who is empty for the service itself.
/// </summary>
internal sealed record ReadingChangeInfo(int Version, DateTimeOffset At, string By, string Kind, string Action, string Subject);
