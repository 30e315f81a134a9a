using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class IssuePartingTests
{
    /// <summary>What both causes are first told in.</summary>
    private static readonly string[][] Shared = [["アプリ", "不具合", "困る"], ["アプリ", "不具合", "更新"], ["アプリ", "困る", "更新"]];

    private static readonly string[][] Login = [["ログイン", "認証", "失敗", "アプリ"], ["ログイン", "パスワード", "認証", "アプリ"], ["認証", "失敗", "パスワード", "アプリ"], ["ログイン", "失敗", "パスワード", "アプリ"]];

    private static readonly string[][] Charge = [["決済", "二重", "引き落とし", "アプリ"], ["決済", "返金", "引き落とし", "アプリ"], ["決済", "二重", "返金", "アプリ"], ["返金", "二重", "引き落とし", "アプリ"]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_causes_found_as_one_issue_become_two_and_every_later_report_goes_to_its_own(int seed)
    {
        var board = new Board(seed);
        board.TwoCauses();

        var parts = board.OnProduct();
        Assert.Equal(2, parts.Count);
        var (login, charge) = (parts.Single(i => board.Findings[i].Terms.Contains("ログイン")), parts.Single(i => board.Findings[i].Terms.Contains("決済")));
        Assert.DoesNotContain("決済", board.Findings[login].Terms);
        Assert.DoesNotContain("ログイン", board.Findings[charge].Terms);
        var (before, splits) = ((board.Has(login, Login), board.Has(charge, Charge)), board.Splits);

        for (var day = 94; day < 104; day++)
        {
            board.Say(day, [.. Login, Charge[day % 4]]);
        }

        Assert.Equal((before.Item1 + 40, before.Item2 + 10), (board.Has(login, Login), board.Has(charge, Charge)));
        Assert.Equal((0, 0), (board.Has(login, Charge), board.Has(charge, Login)));
        Assert.Equal((2, splits), (board.OnProduct().Count, board.Splits));
    }

    [Fact]
    public void What_is_split_off_was_in_the_issue_before_and_each_part_is_more_than_usual_alone()
    {
        var board = new Board(1);
        board.TwoCauses();

        Assert.Equal(1, board.Splits);
        Assert.All(board.OnProduct(), issue =>
        {
            var peak = board.Findings[issue].Peak;
            Assert.InRange(peak.PValue, 0, 0.01);
            Assert.InRange(peak.Count, 4, board.Feedback[issue].Count);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void One_cause_in_many_wordings_is_never_split_whatever_the_order_of_its_reports(int order)
    {
        string[][] wordings =
        [
            ["ログイン", "認証", "画面"], ["認証", "エラー", "画面"], ["ログイン", "エラー"], ["パスワード", "認証", "ログイン"], ["パスワード", "エラー", "画面"], ["ログイン", "パスワード"],
        ];
        var told = Enumerable.Range(0, 60).Select(i => wordings[i % wordings.Length]).ToArray();
        new Random(order).Shuffle(told);
        var board = new Board(order);
        for (var day = 0; day < 4; day++)
        {
            board.Say(90 + day, told[(15 * day)..(15 * (day + 1))]);
        }

        Assert.NotEmpty(board.OnProduct());
        Assert.Equal(0, board.Splits);
    }

    [Fact]
    public void Three_people_with_another_cause_are_not_an_issue_of_their_own()
    {
        var board = new Board(1);
        board.Say(90, [.. Login, .. Login]);
        board.Say(91, [.. Login, .. Charge[..3]]);
        board.Say(92, [.. Login]);
        board.Say(93, [.. Login]);

        Assert.Equal(0, board.Splits);
    }

    [Fact]
    public void A_part_is_told_apart_after_the_state_was_saved_as_before()
    {
        var (board, other) = (new Board(1), new Board(1));
        board.TwoCauses();
        other.TwoCauses();
        using var file = new MemoryStream();
        other.Detector.Save(file, "place");
        file.Position = 0;
        var again = new IssueDetector(Said.Options());
        Assert.True(again.Restore(file, _ => true));
        Assert.Null(SameGraph.Difference(other.Detector, again, "_meaning", "_bands"));

        other.Detector = again;
        for (var day = 94; day < 98; day++)
        {
            string[][] said = [Login[day % 4], Charge[day % 4], Login[(day + 1) % 4]];
            Assert.Equal(Told(board.Say(day, said)), Told(other.Say(day, said)));
        }
        Assert.Null(SameGraph.Difference(board.Detector, again, "_meaning", "_bands"));

        static IEnumerable<(string, int, string)> Told(List<IssueFinding> findings) =>
            findings.Select(f => (f.Title.Ja, f.Peak.Count, string.Join(',', f.NewFeedback)));
    }

    [Fact]
    public void What_the_store_knows_to_be_split_is_split_no_more_and_takes_its_own_after_all_was_read_anew()
    {
        var board = new Board(1);
        board.TwoCauses();
        var (kept, part) = (board.OnProduct().Single(i => board.From(i) is null), board.OnProduct().Single(i => board.From(i) is not null));
        var again = new IssueDetector(Said.Options());
        again.Restore(Known(board, kept, 7) with { Feedback = [.. board.Feedback[kept], .. board.Feedback[part]], Parts = [Known(board, part, 8)] });
        new Said(1) { Detector = again }.Ordinary(0, 90, evaluate: false);
        board.All.ForEach(again.Add);
        Assert.DoesNotContain(again.Evaluate(Said.At(93, 23.95)), f => f.Product == "P");

        board.Detector = again;
        var (login, charge) = board.Has(kept, Login) > 0 ? (7L, 8L) : (8L, 7L);
        for (var day = 94; day < 98; day++)
        {
            var told = board.Say(day, [Login[day % 4], Charge[day % 4], Login[(day + 1) % 4]]).Where(f => f.Product == "P").ToLookup(f => f.Issue.Id, f => f.NewFeedback.Count).ToDictionary(f => f.Key, f => f.Sum());
            Assert.Equal((2, 2, 1), (told.Count, told[login], told[charge]));
        }
    }

    private static KnownIssue Known(Board board, TrackedIssue issue, long id)
    {
        var found = board.Findings[issue];
        return new KnownIssue(id, found.Polarity, found.Product, found.Keys, found.Onset, found.DetectedAt, found.LastRise, found.Peak, board.Feedback[issue]);
    }

    /// <summary>What people see of the issues, and which feedback each has.</summary>
    private sealed class Board
    {
        private readonly Said _said;
        private readonly Dictionary<long, string[]> _words = [];
        private readonly Dictionary<TrackedIssue, TrackedIssue> _from = [];

        public Board(int seed)
        {
            _said = new Said(seed);
            _said.Ordinary(0, 90, evaluate: false);
            _said.Evaluate(Said.At(89, 23.95));
            _said.Found.Clear();
        }

        public IssueDetector Detector { get => _said.Detector; set => _said.Detector = value; }

        public Dictionary<TrackedIssue, IssueFinding> Findings => _said.Found;

        public Dictionary<TrackedIssue, HashSet<long>> Feedback { get; } = [];

        /// <summary>What was said of the causes.</summary>
        public List<AnalyzedFeedback> All { get; } = [];

        public int Splits => _from.Count;

        public TrackedIssue? From(TrackedIssue issue) => _from.GetValueOrDefault(issue);

        public List<TrackedIssue> OnProduct() => [.. Findings.Where(f => f.Value.Product == "P").Select(f => f.Key)];

        public int Has(TrackedIssue issue, string[][] wordings) => Feedback[issue].Count(id => wordings.Contains(_words[id]));

        /// <summary>Two causes that begin in the same words and part on the next days.</summary>
        public void TwoCauses()
        {
            Say(90, [.. Shared, .. Shared, Login[0], Charge[0]]);
            for (var day = 91; day < 94; day++)
            {
                Say(day, [.. Login, .. Charge, .. Login]);
            }
        }

        /// <summary>Says something on a day, each some time after the one before.</summary>
        public List<IssueFinding> Say(int day, string[][] said)
        {
            var told = new List<IssueFinding>();
            for (var i = 0; i < said.Length; i++)
            {
                var at = Said.At(day, 1 + (i * 22.0 / said.Length));
                var feedback = _said.Feedback(at, said[i], text: string.Join('、', said[i]) + $"（{All.Count}）");
                _words.Add(feedback.Id, said[i]);
                All.Add(feedback);
                _said.Add(feedback);
                foreach (var finding in _said.Evaluate(at))
                {
                    told.Add(finding);
                    Note(finding);
                }
            }
            return told;
        }

        private void Note(IssueFinding finding)
        {
            if (!Feedback.TryGetValue(finding.Issue, out var had))
            {
                Feedback.Add(finding.Issue, had = []);
            }
            had.UnionWith(finding.NewFeedback);
            if (finding.PartedFrom is { } from)
            {
                _from.Add(finding.Issue, from);
                // All but what tipped it had been told of before.
                Assert.InRange(finding.NewFeedback.Except(Feedback[from]).Count(), 0, 1);
                Feedback[from].ExceptWith(finding.NewFeedback);
            }
        }
    }
}
