using System.Text.Json;
using Voc.Analysis.Morphology;
using Voc.Analysis.Opinions;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests;

/// <summary>A tokenizer, lexicon and taxonomy with a company's own changes on top.</summary>
public sealed class ChangedReadingTests
{
    [Fact]
    public void A_tokenizer_with_other_words_leaves_the_one_it_was_made_of_as_it_is()
    {
        var other = Ipadic.Tokenizer.With(UserDictionary.Parse("スカイクリーナー"));

        Assert.Equal("スカイ", Ipadic.Tokenizer.Tokenize("スカイクリーナー")[0].Surface("スカイクリーナー"));
        Assert.Single(other.Tokenize("スカイクリーナー"));
    }

    [Theory]
    [InlineData("掃除機がうるさい。", "うるさい", null, 0.0, "")]
    [InlineData("掃除機がうるさい。", "うるさい", "word", 0.8, "1")]
    [InlineData("音がほわほわした。", "ほわほわする", "word", -0.8, "-1")]
    [InlineData("音がﾎﾜﾎﾜした。", "ホワホワする", "word", -0.8, "-1")]
    public void A_changed_expression_is_read_as_changed_in_whatever_form_it_stands(string text, string expression, string? kind, double strength, string polarities)
    {
        var sense = kind is null ? null : new LexiconSense(strength, -strength, null, Enum.Parse<LexiconKind>(kind, ignoreCase: true));
        var analyzer = Shipped.Analyzer.With(lexicon: Shipped.Lexicon.With([new LexiconChange(expression, sense)]));

        Assert.Equal(polarities, string.Join(' ', analyzer.Analyze(text).Opinions.Select(o => o.Polarity)));
    }

    [Fact]
    public void A_change_takes_the_place_of_the_meaning_for_its_target_and_effect_alone()
    {
        var before = Shipped.Lexicon.Find("遅い")!;
        var target = before.Senses.First(s => s.Target is not null).Target!;

        var after = Shipped.Lexicon.With([new("遅い", new(0.5, -0.5, target, LexiconKind.Word)), new("遅い", new(1.5, 0, null, LexiconKind.Degree))]).Find("遅い")!;

        Assert.Equal(before.Senses.Count + 1, after.Senses.Count);
        Assert.Equal(0.5, after.Senses.Single(s => s.Target == target).Strength);
        Assert.Equal(before.Plain, after.Plain);
        Assert.Equal((1.5, before.Group), (after.Degree!.Strength, after.Group));
        Assert.Null(Shipped.Lexicon.Find("遅い")!.Degree);
    }

    [Fact]
    public void A_sign_can_be_turned_and_silenced()
    {
        var turned = Shipped.Analyzer.With(lexicon: Shipped.Lexicon.With([new("😡", new(0.9, 0, null, LexiconKind.Surface))]));
        var silent = Shipped.Lexicon.With([new("😡", null)]);

        Assert.True(turned.Analyze("荷物😡").Sentiment.Score > Shipped.Analyzer.Analyze("荷物😡").Sentiment.Score);
        Assert.True(silent.Find("😡")!.IsSilent);
        Assert.Equal(LexiconKind.Surface, silent.Find("😡")!.Senses.Single().Kind);
    }

    [Fact]
    public void A_change_that_cannot_be_made_is_refused()
    {
        Assert.Throws<DataFileException>(() => Shipped.Lexicon.With([new("", null)]));
        Assert.Throws<DataFileException>(() => Shipped.Lexicon.With([new("変", new(1, 0, "no such class", LexiconKind.Word))]));
        Assert.Throws<DataFileException>(() => Shipped.Lexicon.With([new("😡", new(1, 0, "price", LexiconKind.Surface))]));
        Assert.Throws<DataFileException>(() => Shipped.Lexicon.With([new("変", new(double.NaN, 0, null, LexiconKind.Word))]));
    }

    [Fact]
    public void Topics_are_added_renamed_moved_and_hidden_with_those_below_them()
    {
        var taxonomy = Shipped.Taxonomy.With(
        [
            new("gift") { Ja = "のし", En = "Gift wrap", Keywords = new Dictionary<string, double> { ["のし紙"] = 3 } },
            new("app.login") { Ja = "サインイン", Parent = "support" },
            new("food") { Hidden = true },
        ]);

        Assert.Equal(("サインイン", "support", "Sign-in"), (taxonomy.Find("app.login")!.Ja, taxonomy.Find("app.login")!.Parent, taxonomy.Find("app.login")!.En));
        Assert.Null(taxonomy.Find("food.taste"));
        Assert.Contains(taxonomy.Hidden, t => t.Id == "food.taste");
        Assert.Contains("gift", Shipped.Analyzer.With(taxonomy: taxonomy).Analyze("のし紙を付けてもらえますか").Topics.Select(t => t.Label));
        Assert.Null(Shipped.Taxonomy.Find("gift"));
        Assert.Throws<DataFileException>(() => Shipped.Taxonomy.With([new("app") { Parent = "support" }]));
        Assert.Throws<DataFileException>(() => Shipped.Taxonomy.With([new("gift")]));
    }

    [Fact]
    public void What_a_scan_does_not_find_in_a_text_may_change_without_changing_its_reading()
    {
        var texts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data", "corpus"), "*.jsonl", SearchOption.AllDirectories)
            .SelectMany(f => File.ReadLines(f).Where((_, i) => i % 40 == 0)).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!).ToList();
        var before = texts.ConvertAll(Shipped.Analyzer.Analyze);
        var (touched, changed) = (0, 0);
        foreach (var entry in Shipped.Lexicon.Entries.Where((_, i) => i % 601 == 0).Concat(new[] { "ない", "する", "くる", "いい" }.Select(e => new LexiconEntry(e, "", [new(0, 0, null, LexiconKind.Word)]))))
        {
            var scan = new PhraseScan(Ipadic.Tokenizer, [entry.Expression]);
            var analyzer = Shipped.Analyzer.With(lexicon: Shipped.Lexicon.With([new(entry.Expression, new(entry.Senses[0].Strength > 0 ? -1 : 1, 0, null, entry.Senses[0].Kind == LexiconKind.Surface ? LexiconKind.Surface : LexiconKind.Word))]));
            for (var i = 0; i < texts.Count; i++)
            {
                var found = scan.Find(texts[i]);
                touched += found is null ? 0 : 1;
                var same = JsonSerializer.Serialize(before[i]) == JsonSerializer.Serialize(analyzer.Analyze(texts[i]));
                changed += same ? 0 : 1;
                Assert.True(same || found is not null, $"{entry.Expression}: {texts[i]}");
                Assert.True(found is not { } place || (place.Start >= 0 && place.End <= texts[i].Length));
            }
        }
        Assert.InRange(changed, 1, touched);
    }
}
