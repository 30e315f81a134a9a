using System.Globalization;
using System.Text;
using Voc.Analysis.Search;

namespace Voc.Benchmarks.Search.Postgres;

/// <summary>Terms and queries of ours in the notation of PostgreSQL's text search.</summary>
internal static class TsVector
{
    /// <summary>The terms of a text with their places, as a <c>tsvector</c> is written.</summary>
    public static string Of(IReadOnlyList<string> terms)
    {
        var vector = new StringBuilder();
        foreach (var places in terms.Select((term, at) => (term, at)).GroupBy(t => t.term, t => t.at + 1))
        {
            vector.Append(Quoted(places.Key)).Append(':').AppendJoin(',', places.Take(255).Select(p => p.ToString(CultureInfo.InvariantCulture))).Append(' ');
        }
        return vector.ToString();
    }

    /// <summary>The same question as a <c>tsquery</c>, or null where PostgreSQL's text search cannot ask it.</summary>
    public static string? Query(Match match) => match switch
    {
        TermsMatch { Slop: 0 } terms => $"({string.Join(" <-> ", terms.Terms.Select((t, i) => Quoted(t) + (terms.Prefix && i == terms.Terms.Count - 1 ? ":*" : "")))})",
        AllMatch all => Combined(all.Parts, " & "),
        AnyMatch any => Combined(any.Parts, " | "),
        NoneMatch none => Query(none.Part) is { } part ? "!" + part : null,
        _ => null,
    };

    private static string? Combined(IReadOnlyList<Match> parts, string with)
    {
        var queries = parts.Select(Query).ToList();
        return queries.Contains(null) ? null : $"({string.Join(with, queries)})";
    }

    private static string Quoted(string term) => $"'{term.Replace("\\", @"\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
