using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class MeaningSpaceTests
{
    private const string Brakes = "vehicles.g-brakes", Engine = "vehicles.g-engine";

    /// <summary>Half the reports on brakes, half on the engine, each with three of ten words of its own; half of both name their system.</summary>
    private static readonly Feature[][] Reports = [.. Enumerable.Range(0, 400).Select(i => Report(i % 2 == 0 ? 'b' : 'e', i, i % 4 < 2 ? null : i % 2 == 0 ? Brakes : Engine))];

    [Theory]
    [InlineData('b', Brakes)]
    [InlineData('e', Engine)]
    public void A_report_that_names_no_system_is_told_its_own_by_its_words(char words, string system)
    {
        var space = MeaningSpace.Learn(Reports);
        int Of(Feature[] report) => space.Place(report).Dense[^WordMixture.Groups..] is var shares ? Array.IndexOf(shares, shares.Max()) : -1;

        Assert.Equal(Of([.. Report(words, 3, system)]), Of(Report(words, 7, null)));
        Assert.NotEqual(Of(Report('b', 1, Brakes)), Of(Report('e', 1, Engine)));
    }

    [Fact]
    public void Where_no_system_is_spoken_of_the_other_parts_take_its_share()
    {
        var named = MeaningSpace.Learn(Reports).Place(Reports[2]);
        var nameless = MeaningSpace.Learn([.. Reports.Select((_, i) => Report(i % 2 == 0 ? 'b' : 'e', i, null))]).Place(Report('b', 2, null));

        Assert.Equal(Math.Sqrt(0.13 * MeaningSpace.Mixtures), Divisions(named).Sum(), 3);
        Assert.Equal(Math.Sqrt(0.25 * MeaningSpace.Mixtures), Divisions(nameless).Sum(), 3);
        Assert.All(nameless.Dense[^WordMixture.Groups..], share => Assert.Equal(0, share));
    }

    [Fact]
    public void A_concept_of_a_trade_that_is_hardly_spoken_of_counts_less_than_one_as_rare_of_the_companys_own()
    {
        int own = Concept("vehicles.horn"), other = Concept("food.taste"), everybodys = Concept("general.waiting");
        Feature[] odd = [.. new[] { own, other, everybodys }.Order().Select(n => new Feature(n, 1))];
        var space = MeaningSpace.Learn([.. Enumerable.Repeat<Feature[]>([new(Concept("vehicles.brake"), 1)], 200), .. Enumerable.Repeat(odd, 20)]);
        var placed = space.Place(odd);
        float WeightOf(int number) => placed.Weights[Array.FindIndex(odd, f => f.Number == number)];

        Assert.Equal(WeightOf(own), WeightOf(everybodys), 4);
        Assert.InRange(WeightOf(other), 0.01f * WeightOf(own), 0.2f * WeightOf(own));
    }

    private static float[] Divisions(Meaning meaning) => meaning.Dense[MeaningSpace.Latent..^WordMixture.Groups];

    private static int Concept(string id) => ReportFeatures.Number(FeatureKind.Concept, id);

    private static Feature[] Report(char subject, int at, string? system) =>
        [.. new[] { at % 10, (at / 2 + 3) % 10, (at / 3 + 7) % 10 }.Distinct().Select(w => ReportFeatures.Number(FeatureKind.Noun, $"{subject}{w}"))
            .Concat(system is null ? [] : [ReportFeatures.Number(FeatureKind.Group, system)]).Order().Select(n => new Feature(n, 1))];
}
