using System.Text.Json;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class SavedDetectorTests
{
    /// <summary>Found out from other fields when it is asked for.</summary>
    private static readonly string[] Derived = ["_meaning", "_bands"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_detector_that_is_saved_and_read_again_at_any_moment_says_what_one_says_that_never_stopped(int seed)
    {
        var (never, often) = (new Story(seed), new Story(seed));
        var moments = new Random(seed);
        var told = 0;
        for (var day = 0; day < Story.Days; day++)
        {
            for (var part = 0; part < 3; part++)
            {
                var (one, other) = (never.Live(day, part), often.Live(day, part));
                Assert.Equal(one, other);
                told += one.Count;
                if (moments.Next(12) == 0)
                {
                    often.Detector = Again(often.Detector);
                }
            }
        }

        Assert.True(told > 10, $"The story has too little to tell: {told} findings.");
        Assert.Equal(never.Detector.Threshold, often.Detector.Threshold);
        Assert.Null(SameGraph.Difference(never.Detector, often.Detector, Derived));
    }

    [Fact]
    public void Everything_a_detector_has_in_a_field_is_saved()
    {
        var story = new Story(5);
        for (var day = 0; day < Story.Days; day++)
        {
            for (var part = 0; part < 3; part++)
            {
                story.Live(day, part);
                if (day % 25 == 24 && part == 1)
                {
                    Assert.Null(SameGraph.Difference(story.Detector, Again(story.Detector), Derived));
                }
            }
        }
    }

    [Fact]
    public void An_issue_that_was_found_after_the_state_was_saved_is_known_and_not_found_again()
    {
        var said = new Said();
        said.History();
        var before = Said.At(60, 9);
        AnalyzedFeedback[] earlier = [.. Enumerable.Range(0, 2).Select(i => said.Feedback(before.AddMinutes(i), ["ログイン", "認証"], text: $"{i}番目の人はログインできない"))];
        Array.ForEach(earlier, said.Add);
        said.Evaluate(before.AddMinutes(5));
        Assert.Empty(said.Found);
        var saved = Saved(said.Detector);

        AnalyzedFeedback[] later = [.. Enumerable.Range(0, 10).Select(i => said.Feedback(before.AddMinutes(10 + i), ["ログイン", "認証"], text: $"{i}番目の客もログインできない"))];
        Array.ForEach(later, said.Add);
        said.Evaluate(before.AddMinutes(30));
        var found = Assert.Single(said.Found).Value;
        Assert.Equal(12, found.NewFeedback.Count);

        var resumed = Read(saved);
        resumed.Resume([new KnownIssue(7, found.Polarity, found.Product, found.Keys, found.Onset, found.DetectedAt, found.LastRise, found.Peak, found.NewFeedback)]);
        Array.ForEach(later, resumed.Add);
        Assert.Empty(resumed.Evaluate(before.AddMinutes(31)));
        resumed.Add(said.Feedback(before.AddMinutes(32), ["ログイン", "認証"], text: "さらに別の客もログインできない"));
        var grown = Assert.Single(resumed.Evaluate(before.AddMinutes(33)));
        Assert.Equal(7, grown.Issue.Id);
        Assert.Single(grown.NewFeedback);
        Assert.Equal(13, grown.Peak.Count);
    }

    [Fact]
    public void Random_numbers_go_on_where_they_were_and_are_those_of_the_seed()
    {
        var (plain, saved) = (new Random(1), new SavedRandom(1));
        for (var i = 1; i <= 500; i++)
        {
            Assert.Equal((plain.NextInt64(i), plain.NextDouble(), plain.Next(i)), (saved.NextInt64(i), saved.NextDouble(), saved.Next(i)));
        }
        var again = new SavedRandom(1);
        again.SkipTo(saved.Drawn);
        Assert.Equal(saved.NextInt64(1000), again.NextInt64(1000));
    }

    [Fact]
    public void A_state_is_refused_where_the_settings_or_the_place_are_others()
    {
        var said = new Said();
        said.Ordinary(0, 20);
        var saved = Saved(said.Detector);

        Assert.False(new IssueDetector(Said.Options(falseAlarmsPerYear: 3)).Restore(new MemoryStream(saved), _ => true));
        Assert.False(new IssueDetector(Said.Options() with { GraveWords = new GraveWords(["焦げ", "煙"], ["請求"]) }).Restore(new MemoryStream(saved), _ => true));
        Assert.False(new IssueDetector(Said.Options() with { Zone = TimeZoneInfo.Utc }).Restore(new MemoryStream(saved), _ => true));
        Assert.False(new IssueDetector(Said.Options()).Restore(new MemoryStream(saved), place => place != "place"));
        Assert.True(new IssueDetector(Said.Options()).Restore(new MemoryStream(saved), place => place == "place"));
    }

    [Fact]
    public void A_damaged_state_is_recognised_wherever_it_is_damaged()
    {
        var said = new Said();
        said.Ordinary(0, 15);
        var saved = Saved(said.Detector);
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var damaged = (byte[])saved.Clone();
            damaged[random.Next(saved.Length)] ^= (byte)(1 + random.Next(255));
            Assert.False(IsRead(damaged));
            Assert.False(IsRead(saved[..random.Next(saved.Length)]));
        }
        Assert.True(IsRead(saved));
    }

    private static bool IsRead(byte[] state)
    {
        try
        {
            return new IssueDetector(Said.Options()).Restore(new MemoryStream(state), _ => true);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static IssueDetector Again(IssueDetector detector) => Read(Saved(detector), Story.MaxCandidates);

    private static byte[] Saved(IssueDetector detector)
    {
        using var file = new MemoryStream();
        detector.Save(file, "place");
        return file.ToArray();
    }

    private static IssueDetector Read(byte[] saved, int maxCandidates = 200_000)
    {
        var detector = new IssueDetector(Said.Options(maxCandidates: maxCandidates));
        Assert.True(detector.Restore(new MemoryStream(saved), _ => true));
        return detector;
    }

    /// <summary>
    /// Five months of made-up feedback: ordinary days, three causes that rise, some of it told by the same customers again, copied, late or
    /// deleted, more candidates than are kept, and issues that were merged or split and come back from the store.
    /// </summary>
    private sealed class Story(int seed)
    {
        public const int Days = 150;
        public const int MaxCandidates = 4_000;

        private static readonly string[][] Causes = [["ログイン", "認証", "できない"], ["異音", "モーター", "回転"], ["請求", "二重", "カード"]];

        private readonly Said _said = new(seed);
        private readonly Random _random = new(seed);
        private readonly List<AnalyzedFeedback> _recent = [];
        private long _issues;

        public IssueDetector Detector { get; set; } = new(Said.Options(maxCandidates: MaxCandidates));

        /// <summary>A third of a day; returns what was found, in words.</summary>
        public IReadOnlyList<string> Live(int day, int part)
        {
            for (var i = 0; i < 4 + (day % 7); i++)
            {
                Add(_said.OrdinaryOne(Said.At(Math.Max(0, day - (_random.Next(20) == 0 ? 12 : 0)), (part * 8) + (_random.NextDouble() * 7)), ["P", "Q", "R"]));
            }
            for (var cause = 0; cause < Causes.Length; cause++)
            {
                if (day >= 70 + (20 * cause) && day < 80 + (20 * cause))
                {
                    Rise(day, part, Causes[cause], "PQR"[cause].ToString());
                }
            }
            if (_random.Next(6) == 0)
            {
                Detector.Forget(_recent[_random.Next(_recent.Count)].Id);
            }
            return [.. Detector.Evaluate(Said.At(day, (part * 8) + 7.5)).Select(Words)];
        }

        private void Rise(int day, int part, string[] cause, string product)
        {
            for (var i = _random.Next(4); i > 0; i--)
            {
                var customer = _random.Next(3) == 0 ? $"C{_random.Next(12)}" : null;
                var copy = _random.Next(5) == 0 ? "これは何人もの人がそのまま貼り付けて投稿している同じ苦情の文章です" : null;
                Add(_said.Feedback(Said.At(day, part * 8), [.. cause.Where(_ => _random.Next(4) > 0)], product, customer, text: copy));
            }
        }

        private void Add(AnalyzedFeedback feedback)
        {
            // A second source comes later, a region is told of all, and the number of an order is another one each time.
            var said = feedback with
            {
                Feedback = feedback.Feedback with
                {
                    Source = feedback.Id > 300 && feedback.Id % 3 == 0 ? "app" : "s",
                    Attributes = new Dictionary<string, string> { ["region"] = $"地域{feedback.Id % 4}", ["order"] = $"{feedback.Id}" },
                },
            };
            _recent.Add(said);
            Detector.Add(said);
        }

        private string Words(IssueFinding finding)
        {
            finding.Issue.Id = finding.Issue.Id == 0 ? ++_issues : finding.Issue.Id;
            return JsonSerializer.Serialize(new
            {
                finding.Issue.Id,
                finding.Title,
                finding.Slice,
                finding.Terms,
                finding.Keys,
                finding.Onset,
                finding.LastRise,
                finding.FirstSeen,
                finding.LastSeen,
                Detected = finding.DetectedAt.UtcTicks,
                finding.Peak,
                finding.Severity,
                finding.NewFeedback,
            });
        }
    }
}
