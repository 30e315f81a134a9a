using System.Globalization;
using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class LabelScoresTests
{
    private static readonly LabelScores OneEach = LabelScores.Of([("a", "a"), ("a", "a"), ("a", "b"), ("b", "b"), ("c", "d")]);

    [Fact]
    public void Labels_are_counted_one_by_one_and_those_no_text_has_count_only_as_mistakes()
    {
        Assert.Equal((5, 0.6), (OneEach.Texts, OneEach.Accuracy.Value));
        Assert.Equal(["a 3 1.00 0.67 0.80", "b 1 0.50 1.00 0.67", "c 1 0.00 0.00 0.00"], Lines(OneEach));
        Assert.Equal((0.8 + (2 / 3.0) + 0) / 3, OneEach.MacroF1.Value, 1e-9);
    }

    [Fact]
    public void Confusions_have_what_is_so_in_rows_and_what_was_said_in_columns()
    {
        Assert.Equal(["a", "b", "c", "d"], OneEach.Names);
        Assert.Equal(["2 1 0 0", "0 1 0 0", "0 0 0 1", "0 0 0 0"], OneEach.Confusions().Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Of_several_labels_a_text_is_right_where_exactly_they_were_said()
    {
        var scores = new LabelScores(["a", "b", "c"], [([0, 1], [1, 0]), ([0], [0, 1]), ([], []), ([1], []), ([], [2])]);

        Assert.Equal(0.4, scores.Accuracy.Value);
        Assert.Equal(["a 2 1.00 1.00 1.00", "b 2 0.50 0.50 0.50"], Lines(scores));
        Assert.Equal(0.75, scores.MacroF1.Value);
    }

    [Fact]
    public void An_interval_holds_its_value_and_is_a_third_as_wide_for_nine_times_the_texts()
    {
        var (few, many) = (Drawn(200), Drawn(1800));

        foreach (var estimate in new[] { few.Accuracy, few.MacroF1, many.Accuracy, many.MacroF1 })
        {
            Assert.InRange(estimate.Value, estimate.Low, estimate.High);
        }

        // Of 200 answers of which 70 % are right, 95 % of samples lie within 1.96 √(0.7 × 0.3 / 200) of it.
        Assert.Equal(2 * 1.96 * Math.Sqrt(0.21 / 200), Width(few.Accuracy), 0.02);
        Assert.InRange(Width(few.Accuracy) / Width(many.Accuracy), 2.5, 3.6);
        Assert.InRange(Width(few.MacroF1) / Width(many.MacroF1), 2.2, 4);

        static double Width(Estimate estimate) => estimate.High - estimate.Low;
    }

    [Fact]
    public void The_same_answers_give_the_same_intervals() => Assert.Equal(Drawn(300).MacroF1, Drawn(300).MacroF1);

    [Fact]
    public void Of_no_texts_everything_is_nothing()
    {
        var scores = LabelScores.Of([]);

        Assert.Equal((0, default, default), (scores.Texts, scores.Accuracy, scores.MacroF1));
        Assert.Empty(scores.Labels);
    }

    /// <summary>Seven answers of ten are right.</summary>
    private static LabelScores Drawn(int count) => LabelScores.Of(Enumerable.Range(0, count).Select(i => ($"label {i % 3}", $"label {(i % 10 < 7 ? i : i + 1) % 3}")));

    private static IEnumerable<string> Lines(LabelScores scores) =>
        scores.Labels.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Label} {l.Count} {l.Precision:F2} {l.Recall:F2} {l.F1:F2}"));
}
