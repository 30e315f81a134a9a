using System.Text.Json;
using Voc.Analysis.Search;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>The texts that a change of the company's dictionary touches: those that contain the word and were read before the change.</summary>
/// <param name="Word">The word, as the company spells it.</param>
/// <param name="Strings">What such texts contain, normalised (NFKC); one is enough.</param>
/// <param name="Version">Version of the reading that came with the change.</param>
internal sealed record TouchedTexts(string Word, IReadOnlyList<string> Strings, int Version)
{
    private const string VersionOf = "SELECT ReadingVersion FROM feedback WHERE Id=$id";

    /// <summary>What finds texts that contain one of some strings.</summary>
    public static Match Holding(IReadOnlyList<string> strings) =>
        strings.Count == 1 ? new ExactMatch(strings[0]) : new AnyMatch([.. strings.Select(s => new ExactMatch(s))]);

    public static TouchedTexts Read(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.TouchedTexts)!;

    public string Write() => JsonSerializer.Serialize(this, StoredJson.Default.TouchedTexts);

    /// <summary>Those that are still to be read anew, ascending; also what was analysed just before the change and committed after it.</summary>
    public IReadOnlyList<long> Left(SearchSession session, CancellationToken cancellationToken)
    {
        var holding = session.Index.Find(Holding(Strings), cancellationToken).Ids(Analysis.Retrieval.TextOrder.Oldest);
        return [.. holding.Where(id => session.Connection.Scalar(VersionOf, ("$id", id)) is long version && version < Version)];
    }
}
