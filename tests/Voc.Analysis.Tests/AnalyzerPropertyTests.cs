using System.Text.Json;

namespace Voc.Analysis.Tests;

public sealed class AnalyzerPropertyTests
{
    private const int Small = 20_000;
    private const int Times = 4;

    /// <summary>Patterns that are hard on a reader of clauses, beside those that are hard on any reader.</summary>
    public static TheoryData<string> Patterns { get; } =
    [
        .. ((IEnumerable<object[]>)AnyText.Long).Select(row => (string)row[0]),
        "画面が固まって動かない", "ない", "が高いのに", "aA1-", "嫌な顔ひとつ", "も料理も", "「最高」", "ことが", "より1", "1", "ずに", "くらい", "、スカスカ", "最高(棒)", "んない", "さすが最悪", "http://a.b/c ", "ﾊﾟ", "\u202E悪い\u202C", "你好안녕bad",
    ];

    [Fact]
    public void Every_offset_lies_inside_the_text_and_splits_no_surrogate_pair()
    {
        AnyText.Always(text =>
        {
            var read = Shipped.Analyzer.Analyze(text);
            return read.Sentences.All(s => IsWhole(text, s.Start, s.Length)) && read.Opinions.All(o => IsWhole(text, o.Start, o.Length));
        });
    }

    [Fact]
    public void Sentences_stand_in_order_and_opinions_begin_in_a_sentence()
    {
        AnyText.Always(text =>
        {
            var read = Shipped.Analyzer.Analyze(text);
            var inOrder = read.Sentences.Zip(read.Sentences.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start);
            return inOrder && read.Opinions.All(o => read.Sentences.Any(s => s.Start <= o.Start && o.Start < s.Start + s.Length));
        });
    }

    [Fact]
    public void Scores_and_confidences_stay_in_their_ranges()
    {
        AnyText.Always(text =>
        {
            var read = Shipped.Analyzer.Analyze(text);
            return read.Sentiment is { Score: >= -1 and <= 1, Confidence: >= 0 and <= 1 }
                && read.Sentences.All(s => s.Score is >= -1 and <= 1)
                && read.Intents.Concat(read.Topics).All(l => l.Confidence is >= 0 and <= 1)
                && read.Opinions.All(o => o.Polarity is >= -1 and <= 1);
        });
    }

    [Fact]
    public void Any_text_gives_the_same_answer_on_any_thread()
    {
        AnyText.Always(text =>
        {
            var expected = Json(text);
            return Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).All(_ => Json(text) == expected);
        });
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void The_memory_a_text_takes_grows_no_faster_than_the_text(string pattern)
    {
        Allocated(pattern, Small);

        var (small, large) = (Allocated(pattern, Small), Allocated(pattern, Times * Small));

        Assert.True(large < 1.6 * Times * small, $"{Small} units took {small} bytes, {Times * Small} took {large}");
    }

    [Theory]
    [InlineData("画面が固まって動かない")]
    [InlineData("あ")]
    [InlineData("\0最\u0007悪\u200B")]
    [InlineData("\uD83D遅い\uDE00")]
    public void A_megabyte_without_a_full_stop_is_read(string pattern)
    {
        var text = AnyText.Megabyte(pattern);

        var read = Shipped.Analyzer.Analyze(text);

        Assert.All(read.Opinions, o => Assert.True(IsWhole(text, o.Start, o.Length)));
        Assert.NotEmpty(read.Sentences);
    }

    private static bool IsWhole(string text, int start, int length) =>
        start >= 0 && length >= 0 && start + length <= text.Length && !IsInsidePair(text, start) && !IsInsidePair(text, start + length);

    private static bool IsInsidePair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static string Json(string text) => JsonSerializer.Serialize(Shipped.Analyzer.Analyze(text));

    private static long Allocated(string pattern, int length)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, length / pattern.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Shipped.Analyzer.Analyze(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
