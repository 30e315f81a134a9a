using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class ConcurrentReadingTests
{
    private const int Texts = 4000;

    private static readonly Match X = new TermsMatch(["x"], Prefix: false);
    private static readonly Match Y = new TermsMatch(["y"], Prefix: false);

    private readonly ArchiveIndex _index = new();

    [Fact]
    public async Task Readers_never_see_half_of_a_change()
    {
        // Every change turns as many texts from x to y as from y to x, so that half are always x.
        var isX = Enumerable.Range(0, Texts).Select(i => i % 2 == 0).ToArray();
        _index.Load(isX.Select((x, i) => Text(i, x)), 0);
        using var done = new CancellationTokenSource();
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(done.Token)))];
        var random = new Random(1);
        for (var change = 1; change <= 400; change++)
        {
            int[] turned = [.. Pick(random, isX, true), .. Pick(random, isX, false)];
            _index.Apply([.. turned.Select(i => Text(i, isX[i] = !isX[i]))], [], change);
        }
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        await _index.Settled;
        Check(_index.Current);
    }

    private int Read(CancellationToken done)
    {
        var (reads, last) = (0, -1L);
        do
        {
            var snapshot = _index.Current;
            Assert.True(snapshot.Sequence >= last);
            last = snapshot.Sequence;
            Check(snapshot);
            reads++;
        }
        while (!done.IsCancellationRequested);
        return reads;
    }

    private static void Check(IndexSnapshot snapshot)
    {
        Assert.Equal(Texts, snapshot.Count);
        var (x, y) = (snapshot.Find(X), snapshot.Find(Y));
        Assert.Equal((Texts / 2, Texts / 2), (x.Ids(TextOrder.Newest).Count(), y.Total));
        Assert.Equal(Texts / 2, x.Count(Facet.Month).Sum(c => c.Count));
        Assert.Equal(x.Top(TextOrder.Newest, 50).Select(t => t.Id), x.Ids(TextOrder.Newest).Take(50));
        Assert.Equal(0, snapshot.Find(new AllMatch([X, Y])).Total);
        Assert.Equal(Texts / 2, snapshot.Find(new ExactMatch("ばつ")).Total);
        Assert.Equal(Texts / 2, snapshot.DocumentFrequency(snapshot.Vocabulary.Find("y")));
    }

    private static IEnumerable<int> Pick(Random random, bool[] isX, bool x)
    {
        var first = random.Next(Texts);
        return Enumerable.Range(first, Texts).Select(i => i % Texts).Where(i => isX[i] == x).Take(20);
    }

    private static IndexEntry Text(int i, bool x) => Some.Entry(i + 1, x ? "x" : "y", x ? "ばつ" : "わい");
}
