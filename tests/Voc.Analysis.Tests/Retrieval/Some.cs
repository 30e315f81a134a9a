using System.Text;
using Voc.Analysis.Retrieval;

namespace Voc.Analysis.Tests.Retrieval;

/// <summary>Entries that differ in what a test is about.</summary>
internal static class Some
{
    public static IndexEntry Entry(long id, string terms = "", string text = "") => new()
    {
        Id = id,
        Terms = Encoding.UTF8.GetBytes(terms),
        Day = 739_000 + (int)(id % 1000),
        Source = "店舗",
        Text = text,
    };

    /// <summary>As many texts as asked for, the same for the same seed; the terms t0, t1 … are ever rarer.</summary>
    public static IEnumerable<IndexEntry> Entries(int count, int seed, long firstId = 1, long step = 1)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            string[] terms = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => $"t{(int)(1 / (random.NextDouble() + 0.0005)) - 1}")];
            var entry = Entry(firstId + (i * step), string.Join(' ', terms), string.Concat(terms));
            yield return entry with
            {
                Day = 739_000 + (i / 100),
                Channel = (Channel)random.Next(5),
                Sentiment = (SentimentLabel)(random.Next(3) - 1),
                Score = random.Next(-100, 101) / 100.0,
                Topics = random.Next(3) switch { 0 => "", 1 => "price", _ => "price delivery" },
                Customer = $"c-{random.Next(50):x16}",
                Attributes = $$"""{"地域":"{{random.Next(5)}}"}""",
            };
        }
    }
}
