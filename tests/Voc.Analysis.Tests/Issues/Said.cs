using System.Globalization;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

/// <summary>Feedback with a reading made by hand, and a detector to give it to.</summary>
internal sealed class Said
{
    public static readonly DateTimeOffset Start = new(2025, 1, 6, 0, 0, 0, TimeSpan.FromHours(9));
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>Words of ordinary feedback: the first are common, the last rare, as words are.</summary>
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 1500).Select(i => "語" + (char)('ア' + (i % 80)) + (char)('一' + i))];

    private readonly Random _random;
    private long _id;

    public Said(int seed = 1, double falseAlarmsPerYear = 4, int maxCandidates = 200_000)
    {
        _random = new Random(seed);
        Detector = new IssueDetector(Options(falseAlarmsPerYear, maxCandidates));
    }

    public static IssueDetectorOptions Options(double falseAlarmsPerYear = 4, int maxCandidates = 200_000) => new()
    {
        Zone = Zone,
        GraveWords = new GraveWords(["焦げ"], ["請求"]),
        FalseAlarmsPerYear = falseAlarmsPerYear,
        MaxCandidates = maxCandidates,
    };

    public IssueDetector Detector { get; set; }

    /// <summary>Everything found so far, by issue, in its latest state.</summary>
    public Dictionary<TrackedIssue, IssueFinding> Found { get; } = [];

    /// <summary>How often the detector told of an issue, new or changed.</summary>
    public int Tellings { get; private set; }

    public static DateTimeOffset At(int day, double hour = 12) => Start.AddDays(day).AddHours(hour);

    public AnalyzedFeedback Feedback(
        DateTimeOffset at, string[] words, string? product = "P", string? customer = null, int polarity = -1, Channel channel = Channel.Social, string? text = null, params Opinion[] opinions) => new(
        ++_id,
        new Feedback
        {
            Source = "s",
            ExternalId = _id.ToString(CultureInfo.InvariantCulture),
            Channel = channel,
            Text = text ?? string.Join('、', words),
            OccurredAt = at,
            Customer = customer,
            Product = product,
        },
        new AnalyzedText { Language = "ja", Sentiment = new((SentimentLabel)polarity, polarity * 0.7, 0.9), Keyphrases = words, Opinions = opinions });

    /// <summary>Days of ordinary feedback, evaluated at the end of each: words by Zipf's law, products and sides at random, independent of the day.</summary>
    public void Ordinary(int from, int to, int perDay = 20, string[]? products = null, bool evaluate = true)
    {
        for (var day = from; day < to; day++)
        {
            for (var i = 0; i < Poisson(perDay); i++)
            {
                Detector.Add(OrdinaryOne(At(day, _random.NextDouble() * 23), products ?? ["P", "Q", "R"]));
            }
            if (evaluate)
            {
                Evaluate(At(day, 23.9));
            }
        }
    }

    /// <summary>Two months of ordinary feedback. What chance alone made rise in it is not counted among what is found.</summary>
    public void History()
    {
        Ordinary(0, 60);
        Found.Clear();
        Tellings = 0;
    }

    public AnalyzedFeedback OrdinaryOne(DateTimeOffset at, string[] products, Channel? channel = null) => Feedback(
        at,
        [.. Enumerable.Range(0, 5).Select(_ => Vocabulary[(int)Math.Pow(Vocabulary.Length, _random.NextDouble()) - 1])],
        products[_random.Next(products.Length)],
        polarity: _random.Next(3) == 0 ? 1 : -1,
        channel: channel ?? (Channel)_random.Next(5));

    public void Add(AnalyzedFeedback feedback) => Detector.Add(feedback);

    public IReadOnlyList<IssueFinding> Evaluate(DateTimeOffset now)
    {
        var findings = Detector.Evaluate(now);
        foreach (var finding in findings)
        {
            finding.Issue.Id = finding.Issue.Id == 0 ? Found.Count + 1 : finding.Issue.Id;
            Found[finding.Issue] = finding;
            Tellings++;
        }
        return findings;
    }

    private int Poisson(double mean)
    {
        var (count, product, limit) = (0, _random.NextDouble(), Math.Exp(-mean));
        while (product > limit)
        {
            product *= _random.NextDouble();
            count++;
        }
        return count;
    }
}
