using System.Text.RegularExpressions;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Tests.Search;

public sealed partial class SearchTextsTests
{
    private const int Count = 20_000;

    private static readonly Lazy<TextStatistics> Statistics = new(() => TextStatistics.Of(new SearchTexts().Take(Count).Select(t => t.Text!)));

    [Fact]
    public void The_same_seed_gives_the_same_texts_and_another_seed_others()
    {
        var texts = Written(7);

        Assert.Equal(texts, Written(7));
        Assert.NotEqual(texts, Written(8));

        static List<string> Written(long seed) => [.. new SearchTexts(seed).Take(500).Select(t => System.Text.Json.JsonSerializer.Serialize(SubmissionJson.Of(t)))];
    }

    [Fact]
    public void A_text_is_the_same_whatever_was_made_before_it()
    {
        var texts = new SearchTexts();

        Assert.Equal(new SearchTexts().Take(300).Last().Text, texts.At(299, 300).Text);
    }

    [Fact]
    public void Texts_have_seventy_characters_in_the_median_and_the_spread_of_real_ones()
    {
        var lengths = Statistics.Value;

        Assert.InRange(lengths.Length(0.5), 65, 75);
        Assert.InRange(lengths.Length(0.05), 15, 35);
        Assert.InRange(lengths.Length(0.95), 140, 260);
        Assert.InRange(lengths.Length(1), 250, 400);
    }

    [Fact]
    public void There_are_terms_of_every_class_that_is_searched_for()
    {
        var terms = Statistics.Value;

        Assert.True(terms.Terms(0.12, 0.20).Count >= 8);
        Assert.True(terms.Terms(0.007, 0.013).Count >= 100);
        Assert.True(terms.Terms(0, 1.0 / Count).Count > terms.DistinctTerms / 2);
    }

    [Fact]
    public void The_vocabulary_goes_on_growing_with_the_texts()
    {
        var half = TextStatistics.Of(new SearchTexts().Take(Count / 2).Select(t => t.Text!));

        Assert.True(Statistics.Value.DistinctTerms > half.DistinctTerms * 1.5);
    }

    [Fact]
    public void Texts_come_over_four_years_in_order_through_all_channels_about_all_products()
    {
        var texts = new SearchTexts().Take(Count).ToList();

        Assert.Equal(texts.Select(t => t.OccurredAt).Order(), texts.Select(t => t.OccurredAt));
        Assert.True(texts[^1].OccurredAt - texts[0].OccurredAt > TimeSpan.FromDays(4 * 365 - 40));
        Assert.Equal(5, texts.Select(t => t.Channel).Distinct().Count());
        Assert.Equal(40, texts.Select(t => t.Product).OfType<string>().Distinct().Count());
        Assert.Equal(texts.Select(t => (t.Source!, t.Channel)).Distinct().Order(), new SearchTexts().Sources().Order());
        Assert.All(texts, t => Assert.True(t.Attributes.ContainsKey("segment")));
    }

    [Fact]
    public void Every_slot_that_a_fragment_names_is_there_and_no_text_holds_one_unfilled()
    {
        var book = FragmentBook.Load();

        Assert.True(book.Count >= 600);
        Assert.All(new SearchTexts().Take(Count), t => Assert.DoesNotMatch(SlotName(), t.Text!));
    }

    [GeneratedRegex("[{}∅]")]
    private static partial Regex SlotName();
}
