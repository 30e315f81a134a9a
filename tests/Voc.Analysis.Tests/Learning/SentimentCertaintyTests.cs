using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class SentimentCertaintyTests
{
    [Fact]
    public void Confidences_that_come_true_have_no_error() =>
        Assert.Equal(0, SentimentCertainty.Error([(0.75, true), (0.75, true), (0.75, true), (0.75, false), (1, true)]), 1e-12);

    [Fact]
    public void The_error_is_how_far_confidences_lie_from_what_comes_true_each_bin_by_its_size()
    {
        Assert.Equal(0.5, SentimentCertainty.Error([(0.5, true), (0.5, true)]), 1e-12);
        Assert.Equal(((2 * 0.9) + (1 * 0.35)) / 3, SentimentCertainty.Error([(0.9, false), (0.9, false), (0.65, true)]), 1e-12);
    }

    [Fact]
    public void Too_much_in_one_place_does_not_make_up_for_too_little_in_another() =>
        Assert.Equal((1.2 + 0.8 + 0.6) / 6, SentimentCertainty.Error([(0.4, true), (0.4, true), (0.9, true), (0.9, false), (0.8, true), (0.8, false)]), 1e-12);

    [Fact]
    public void No_texts_have_no_error() => Assert.Equal(0, SentimentCertainty.Error([]));
}
