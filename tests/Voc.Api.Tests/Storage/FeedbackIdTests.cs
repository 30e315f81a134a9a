using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Storage;

public sealed class FeedbackIdTests
{
    [Fact]
    public void Of_a_second_every_identifier_is_tried_and_a_day_without_times_soon_finds_a_free_one()
    {
        var first = FeedbackId.At(Some.Time, 0);
        var seen = new HashSet<long>();
        for (var id = first; seen.Add(id); id = FeedbackId.Next(id))
        {
        }
        Assert.Equal(1 << FeedbackId.OrdinalBits, seen.Count);
        Assert.All([seen.Min(), seen.Max()], id => Assert.Equal(first >> FeedbackId.OrdinalBits, id >> FeedbackId.OrdinalBits));

        var taken = Enumerable.Range(0, 50_000).Select(i => FeedbackId.At(Some.Time, i)).ToHashSet();
        var tries = 0;
        for (var ordinal = 0; ordinal < 1000; ordinal++)
        {
            var id = FeedbackId.At(Some.Time, ordinal);
            for (; !taken.Add(id); id = FeedbackId.Next(id))
            {
                tries++;
            }
        }
        Assert.InRange(tries, 1000, 5000);
    }
}
