using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>What else was searched for in the place of a word of the query. Offsets count UTF-16 units of the query.</summary>
internal sealed record Expansion(string Word, int Start, int Length, IReadOnlyList<ExpansionAlternative> Alternatives);

/// <summary>Kind is <c>spelling</c>, <c>synonym</c> or <c>company</c>; used is false where the request left it out; count is in how many texts of the archive it is.</summary>
internal sealed record ExpansionAlternative(string Text, string Kind, bool Used, int Count);

/// <summary>Counts what words stand for. What is in no text is not worth telling.</summary>
internal static class Expansions
{
    public static IReadOnlyList<Expansion> Of(IReadOnlyList<QueryExpansion> expansions, IndexSnapshot index, CancellationToken cancellationToken) =>
        [.. expansions
            .Select(e => new Expansion(e.Word, e.Start, e.Length, [.. e.Alternatives.Select(a => Of(a, index, cancellationToken)).Where(a => a.Count > 0)]))
            .Where(e => e.Alternatives.Count > 0)];

    private static ExpansionAlternative Of(QueryAlternative alternative, IndexSnapshot index, CancellationToken cancellationToken) =>
        new(alternative.Text, alternative.Kind.ToString().ToLowerInvariant(), alternative.Used, Count(alternative.Match, index, cancellationToken));

    /// <summary>In how many texts terms follow each other.</summary>
    public static int Count(TermsMatch match, IndexSnapshot index, CancellationToken cancellationToken)
    {
        var rarest = match.Terms.Min(t => index.DocumentFrequency(index.Vocabulary.Find(t)));
        return rarest == 0 || match.Terms.Count == 1 ? rarest : index.Find(match, cancellationToken).Total;
    }
}
