using System.Diagnostics;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search.Queries;

/// <summary>How long the queries of a class took.</summary>
/// <param name="Class">The class.</param>
/// <param name="Clock">By the clock.</param>
/// <param name="Processor">By processor time of the asking thread.</param>
internal sealed record TimedClass(QueryClass Class, Latencies Clock, Latencies Processor);

/// <summary>
/// Asks every query of every class once a round, of each engine in turn and in an order drawn anew each time, so that whatever disturbs
/// the machine disturbs all alike.
/// </summary>
internal static class TimedRounds
{
    /// <summary>Rounds that do not count: what is called often is compiled a second time, in the background.</summary>
    private const int Unmeasured = 3;

    /// <summary>The classes as each engine answered them.</summary>
    /// <param name="classes">What to ask.</param>
    /// <param name="engines">Each asks one query.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="seed">Of the order.</param>
    public static IReadOnlyList<IReadOnlyList<TimedClass>> Run(IReadOnlyList<QueryClass> classes, IReadOnlyList<Action<ClassQuery>> engines, int rounds, long seed)
    {
        var random = new SeededRandom(seed, 2);
        var measured = engines.Select(_ => classes.Select(c => new TimedClass(c, new Latencies(), new Latencies())).ToList()).ToList();
        var all = classes.SelectMany((c, of) => c.Queries.Select(q => (Query: q, Class: of))).ToArray();
        for (var round = -Unmeasured; round < rounds; round++)
        {
            Shuffle(all, ref random);
            foreach (var (query, of) in all)
            {
                for (var engine = 0; engine < engines.Count; engine++)
                {
                    var (started, processor) = (Stopwatch.GetTimestamp(), ThreadClock.Now());
                    engines[engine](query);
                    if (round >= 0)
                    {
                        measured[engine][of].Clock.Add(Stopwatch.GetElapsedTime(started));
                        measured[engine][of].Processor.Add(ThreadClock.Now() - processor);
                    }
                }
            }
        }
        return measured;
    }

    private static void Shuffle<T>(T[] items, ref SeededRandom random)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var other = random.Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}
