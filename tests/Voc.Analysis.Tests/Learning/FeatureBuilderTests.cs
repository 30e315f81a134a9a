using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class FeatureBuilderTests
{
    [Fact]
    public void A_feature_that_comes_again_is_added_up()
    {
        var builder = new FeatureBuilder();
        builder.Add(1, "画面");
        builder.Add(1, "電池", 2);
        builder.Add(1, "画面", 0.5f);
        builder.Add(2, "画面");

        Assert.Equal([FeatureHash.Of(1, "画面"), FeatureHash.Of(1, "電池"), FeatureHash.Of(2, "画面")], builder.Features.Keys.ToArray());
        Assert.Equal([1.5f, 2, 1], builder.Features.Values.ToArray());
    }

    [Fact]
    public void However_many_features_come_none_is_lost()
    {
        var builder = new FeatureBuilder();
        for (var round = 0; round < 3; round++)
        {
            builder.Clear();
            for (var i = 0; i < 20_000; i++)
            {
                builder.Add(FeatureHash.Combine((ulong)(i % 10_000), 7));
            }

            Assert.Equal(10_000, builder.Count);
            Assert.All(builder.Features.Values.ToArray(), value => Assert.Equal(2, value));
        }
    }

    [Fact]
    public void Counts_are_damped_and_each_group_gets_its_length()
    {
        var builder = new FeatureBuilder();
        builder.Add(1, "a", 1);
        builder.Add(1, "b", MathF.E);
        builder.DampAndNormalize(0);
        var from = builder.Count;
        builder.Add(2, "c");
        builder.DampAndNormalize(from, 0.5f);

        var expected = new[] { 1 / MathF.Sqrt(5), 2 / MathF.Sqrt(5), 0.5f };
        Assert.All(builder.Features.Values.ToArray().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void Names_of_features_are_those_that_models_were_saved_with()
    {
        Assert.Equal(
            ["41566F66DA38491A", "53687C7F15C2BD90", "67B31F5ED34533E3"],
            new[] { FeatureHash.Of(0, ""), FeatureHash.Of(3, "画面が割れた"), FeatureHash.Combine(1, 2) }.Select(key => key.ToString("X16", null)));
    }

    [Fact]
    public void Names_tell_groups_orders_and_places_of_units_apart()
    {
        var names = from length in Enumerable.Range(1, 4)
                    from number in Enumerable.Range(0, (int)Math.Pow(12, length))
                    from sort in new[] { 1, 2 }
                    select FeatureHash.Of(sort, string.Concat(Enumerable.Range(0, length).Select(i => (char)('ぁ' + (number / (int)Math.Pow(12, i) % 12)))));
        var all = names.ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.NotEqual(FeatureHash.Combine(1, 2), FeatureHash.Combine(2, 1));
    }
}
