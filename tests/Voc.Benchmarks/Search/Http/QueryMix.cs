using Voc.Benchmarks.Search.Queries;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search.Http;

/// <summary>The mixed load: each class with its share of a hundred requests, each query of a class as often as another.</summary>
internal sealed class QueryMix
{
    private static readonly (string Class, int Share)[] Shares =
    [
        ("rare term", 20),
        ("term in 1 % of texts", 20),
        ("term in 12–20 %", 15),
        ("two terms, AND", 15),
        ("phrase", 10),
        ("OR of four", 5),
        ("newest 20, term in 12–20 %", 5),
        ("newest 20, two terms, AND", 5),
        ("exact string, 2–12 characters", 5),
    ];

    private readonly ClassQuery[][] _byPercent;

    /// <param name="classes">All classes; those without queries give their share to the others.</param>
    public QueryMix(IReadOnlyList<QueryClass> classes)
    {
        var found = Shares.Select(s => (Queries: classes.Single(c => c.Name == s.Class).Queries.ToArray(), s.Share)).Where(s => s.Queries.Length > 0);
        _byPercent = [.. found.SelectMany(s => Enumerable.Repeat(s.Queries, s.Share))];
    }

    public static string Description => string.Join(", ", Shares.Select(s => $"{s.Share} % {s.Class}"));

    public ClassQuery Draw(ref SeededRandom random) => random.Of(_byPercent[random.Next(_byPercent.Length)]);
}
