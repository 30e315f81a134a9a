using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Analysis.Spelling;
using Voc.Api;
using Voc.Api.Mining;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Benchmarks.Mining;

/// <summary>
/// How long the text-mining views take over 100,000 of a million texts, pages deep in a result, and completing words: the index is in memory as in the service, its texts are made of
/// terms with Zipf frequencies. Wall-clock and processor time, the middle of the runs.
/// </summary>
internal static class MiningSpeed
{
    private const int Texts = 1_000_000;
    private const int Words = 300_000;
    private const int Runs = 7;

    public static async Task RunAsync()
    {
        var options = new VocOptions { DataDirectory = Directory.CreateTempSubdirectory("voc-mining").FullName };
        await new Store(options).MigrateAsync();
        await using (var services = new ServiceCollection().AddLogging().AddVoc(options).AddMining().BuildServiceProvider())
        {
            var started = Stopwatch.GetTimestamp();
            var snapshot = new ArchiveIndex().Load(Entries(), 1);
            Say($"{Texts:N0} texts of {snapshot.Vocabulary.Count:N0} terms indexed in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s");
            Measure(snapshot, services.GetRequiredService<CurrentReading>(), services.GetRequiredService<MiningWords>());
            Completions(snapshot, SpellingDictionary.Load(services.GetRequiredService<CurrentReading>().Analyzer.Tokenizer));
        }
        Directory.Delete(options.DataDirectory, recursive: true);
    }

    private static void Measure(IndexSnapshot snapshot, CurrentReading reading, MiningWords words)
    {
        // One text in ten is about this topic.
        MinedTexts Mined() => new(snapshot.Find(new FieldMatch(QueryField.Topic, "delivery", false)), reading.Analyzer.Taxonomy, words, 0);
        Say($"{Mined().Texts.Total:N0} texts match");
        Dimension segment = new(DimensionKind.Segment), topic = new(DimensionKind.Topic), month = new(DimensionKind.Month);
        Pages(snapshot);
        Concordances(snapshot);
        Time("document frequencies of the archive, once for each state of it", () => snapshot.Find(Match.Everything).DocumentFrequencies());
        Time("word frequencies of the archive, once for each state of it", () => snapshot.Find(Match.Everything).WordFrequencies());
        Time("keywords", () => Keywords.Of(Mined(), new WordQuery(), new KeywordQuery()));
        Time("keywords, nouns only", () => Keywords.Of(Mined(), new WordQuery { Pos = "noun" }, new KeywordQuery()));
        Time("keywords, parts of words too", () => Keywords.Of(Mined(), new WordQuery { Parts = true }, new KeywordQuery()));
        Time("opinions", () => Opinions.Of(Mined(), new OpinionQuery()));
        Time("characteristic, against the rest", () => Characteristics.Of(Mined(), null, new WordQuery(), new CharacteristicQuery()));
        Time("characteristic, by segment", () => Characteristics.By(Mined(), segment, new WordQuery(), new CharacteristicQuery()));
        Time("network of 60", () => Networks.Of(Mined(), new WordQuery(), new NetworkQuery()));
        Time("network of 150, characteristic", () => Networks.Of(Mined(), new WordQuery(), new NetworkQuery { Nodes = 150, Edges = 600, Choose = "characteristic" }));
        Time("heat map, topic by segment", () => HeatMaps.Of(Mined(), topic, segment, new HeatMapQuery()));
        Time("correspondence, 60 words by month", () => Correspondences.Of(Mined(), null, month, new WordQuery(), new CorrespondenceQuery()));
        Time("timeline of the 5 most frequent", () => Timelines.Of(Mined(), [], null, null, DateOnly.MaxValue, new WordQuery(), new TimelineQuery()));
    }

    private static void Pages(IndexSnapshot snapshot)
    {
        foreach (var (name, match) in new (string, Match)[] { ("everything", Match.Everything), ("two frequent words", new AnyMatch([.. snapshot.DocumentFrequencies().Index().OrderByDescending(f => f.Item).Take(2).Select(f => new TermsMatch([snapshot.Vocabulary[f.Index]], false))])) })
        {
            foreach (var (order, skip) in new[] { TextOrder.Newest, TextOrder.Relevance, TextOrder.MostNegative }.SelectMany(o => new[] { 0, 50_000, 99_950, 999_950 }.Select(s => (o, s))))
            {
                Time($"{name}, {order}, 50 from {skip:N0} on", () => snapshot.Find(match).Top(order, skip + 50, skip: skip));
            }
        }
    }

    private static void Concordances(IndexSnapshot snapshot)
    {
        foreach (var rank in new[] { 0, 60 })
        {
            var word = snapshot.DocumentFrequencies().Index().OrderByDescending(f => f.Item).ElementAt(rank).Index;
            var match = new TermsMatch([snapshot.Vocabulary[word]], false);
            var texts = snapshot.Find(match);
            var keyword = IndexedKeyword.Of(KeywordOccurrences.Of(match), snapshot)!;
            LargeConcordance? concordance = null;
            Time($"keyword in {texts.Total:N0} texts, counted", () => concordance = LargeConcordance.ByText(texts, keyword, TextOrder.Newest, default));
            Time($"newest first, 50 of {concordance!.Occurrences:N0} lines from the middle", () => concordance.Lines(texts, keyword, concordance.Occurrences / 2, 50, default));
            Time("by right context, sorted, first page", () => LargeConcordance.ByContext(texts, keyword, left: false, default)!.Lines(texts, keyword, 0, 50, default));
        }
    }

    private static void Completions(IndexSnapshot snapshot, SpellingDictionary spellings)
    {
        var completion = WordCompletion.Of(snapshot, spellings);
        foreach (var typed in new[] { "語", "語1", "語12f", "h", "は", "haiso" })
        {
            Time($"completing {typed} among {completion.Count:N0} words", () => completion.Find(typed, 10));
        }
    }

    private static void Time(string name, Func<object> view)
    {
        var first = Once(view);
        var runs = Enumerable.Range(0, Runs).Select(_ => Once(view)).ToList();
        Say($"{name,-64} first {first.Wall,6:F0} ms, then {Middle(runs.Select(r => r.Wall)),6:F0} ms, {Middle(runs.Select(r => r.Processor)),6:F0} ms of processor");
    }

    private static (double Wall, double Processor) Once(Func<object> view)
    {
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        GC.KeepAlive(view());
        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static IEnumerable<IndexEntry> Entries()
    {
        var random = new Random(20261122);
        var weights = new double[Words];
        var sum = 0.0;
        for (var rank = 0; rank < Words; rank++)
        {
            weights[rank] = sum += 1 / Math.Pow(rank + 3, 0.95);
        }
        string Word()
        {
            var at = Array.BinarySearch(weights, random.NextDouble() * sum);
            return "語" + (at < 0 ? ~at : at).ToString("x", CultureInfo.InvariantCulture);
        }
        string[] topics = ["delivery", "app.login", "price", "support", "quality", "design", "delivery.delay", "", "product", "store"];
        string[] attributes = [.. new[] { "個人", "法人", "代理店", "官公庁", "学校" }.Select(s => $$"""{"segment":"{{s}}"}""")];
        for (var id = 1; id <= Texts; id++)
        {
            // One word in fifteen has two parts.
            var terms = string.Join(' ', Enumerable.Range(0, 4 + random.Next(25)).Select(_ => random.Next(15) > 0 ? Word() : $"{Word()}器\u001F{Word()}\u001F器"));
            yield return new IndexEntry
            {
                Id = id,
                Terms = Encoding.UTF8.GetBytes(terms),
                Day = 739_000 + (int)((long)id * 700 / Texts),
                Channel = (Channel)(id % 5),
                Sentiment = (SentimentLabel)(random.Next(3) - 1),
                Source = "source",
                Topics = topics[random.Next(10)],
                Opinions = id % 3 == 0 ? new OpinionPair("語" + random.Next(500), "言" + random.Next(50), random.Next(3) - 1).Key : "",
                Attributes = attributes[random.Next(5)],
                Text = "",
            };
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
