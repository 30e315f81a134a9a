using System.Globalization;
using Voc.Ingest;

namespace Voc.Benchmarks.Search.Texts;

/// <summary>
/// Short texts as five channels bring them, over four years in the order in which they were said. The same seed and number give the
/// same texts for ever, each whatever the others.
/// </summary>
internal sealed class SearchTexts
{
    public const long DefaultSeed = 20_261_122;

    /// <summary>The mean of the logarithm of lengths, and its deviation: a median of 70 characters.</summary>
    private const double LogLength = 4.22;
    private const double LogLengthDeviation = 0.62;
    private const int Shortest = 15;
    private const int Customers = 200_000;

    private static readonly DateTimeOffset First = new(2022, 10, 1, 0, 0, 0, TimeSpan.FromHours(9));
    private static readonly DateTimeOffset Last = new(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(9));
    private static readonly Channel[] Channels = [Channel.Survey, Channel.Survey, Channel.Survey, Channel.ContactForm, Channel.ContactForm, Channel.CallNote, Channel.CallNote, Channel.Review, Channel.Review, Channel.Social];

    private readonly long _seed;
    private readonly FragmentBook _book = FragmentBook.Load();
    private readonly Verbatims _verbatims;
    private readonly ZipfRanks _customers = new(Customers, 0.6);
    private readonly ZipfRanks _products;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<string> Spoken)> _productNames;

    public SearchTexts(long seed = DefaultSeed)
    {
        _seed = seed;
        _verbatims = new Verbatims(_book, new MadeUpWords(_book, seed));
        _productNames = _book.Pairs("product");
        _products = new ZipfRanks(_productNames.Count, 0.9, 2);
    }

    /// <summary>Every source that occurs.</summary>
    public IEnumerable<(string Name, Channel Channel)> Sources() =>
        Channels.Distinct().SelectMany(c => _book[$"source.{c.Name()}"].Fragments.Select(name => (name, c)));

    /// <summary>The texts, oldest first.</summary>
    /// <param name="count">How many lie in the four years.</param>
    public IEnumerable<FeedbackDraft> Take(int count) => Enumerable.Range(0, count).Select(i => At(i, count));

    public FeedbackDraft At(int number, int count) => At(number, TimeOf(number, count));

    /// <summary>A text as said at a time of one's own.</summary>
    public FeedbackDraft At(int number, DateTimeOffset occurredAt)
    {
        var random = new SeededRandom(_seed, number);
        var channel = random.Of(Channels);
        var mood = Register.DrawMood(ref random);
        var (product, spoken) = _productNames[_products.Draw(ref random)];
        var length = (int)Math.Clamp(Math.Exp(LogLength + (LogLengthDeviation * random.NextNormal())), Shortest, Verbatims.Longest - 30);
        var text = _verbatims.Write(channel, mood, random.Of(spoken), length, ref random);
        return new FeedbackDraft
        {
            Source = _book[$"source.{channel.Name()}"].Draw(ref random),
            ExternalId = number.ToString(CultureInfo.InvariantCulture),
            Channel = channel,
            Text = text,
            OccurredAt = occurredAt,
            Product = channel == Channel.Social && random.Chance(0.5) ? null : product,
            Customer = channel == Channel.Social ? null : $"K-{_customers.Draw(ref random)}",
            Scores = Scores(channel, mood, ref random),
            Attributes = new Dictionary<string, string> { ["segment"] = _book["segment"].Draw(ref random), ["region"] = _book["region"].Draw(ref random) },
        };
    }

    /// <summary>More from year to year: the number of texts since the first grows with time to the power of 1.4.</summary>
    private static DateTimeOffset TimeOf(int number, int count) =>
        First + TimeSpan.FromSeconds(Math.Floor((Last - First).TotalSeconds * Math.Pow((number + 0.5) / count, 1 / 1.4)));

    private static Dictionary<string, double> Scores(Channel channel, string mood, ref SeededRandom random)
    {
        var pleased = mood switch { "praise" => 4 + random.Next(2), "complaint" => 1 + random.Next(2), _ => 2 + random.Next(3) };
        return channel switch
        {
            Channel.Survey => new() { ["nps"] = (pleased * 2) + random.Next(2) - 1, ["csat"] = pleased },
            Channel.Review => new() { ["rating"] = pleased },
            _ => [],
        };
    }
}
