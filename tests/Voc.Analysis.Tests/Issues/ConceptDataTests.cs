using System.Text;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

/// <summary>What every line of data/concepts keeps to.</summary>
public sealed class ConceptDataTests
{
    private static readonly IReadOnlyList<Concept> Concepts = ConceptLexicon.Load().Concepts;

    [Fact]
    public void Every_concept_has_a_name_in_both_languages_that_no_other_of_its_trade_has()
    {
        Assert.All(Concepts, c => Assert.Matches("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$", c.Id));
        Assert.All(Concepts, c => Assert.Matches("[\u3041-\u9FFF]|^[A-Z]", c.Name.Ja));
        Assert.All(Concepts, c => Assert.Matches("^[A-Z][ -~]+$", c.Name.En));
        Assert.Empty(Concepts.GroupBy(c => (Industry(c), c.Name.Ja)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Concepts.GroupBy(c => (Industry(c), c.Name.En)).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_word_is_written_once_in_its_concept() =>
        Assert.Empty(Concepts.SelectMany(c => c.Words.GroupBy(Fold).Where(g => g.Count() > 1).Select(g => $"{c.Id} {g.Key}")));

    [Fact]
    public void No_word_stands_for_more_than_three_concepts() =>
        Assert.Empty(Concepts.SelectMany(c => c.Words.Select(Fold)).GroupBy(w => w).Where(g => g.Count() > 3).Select(g => g.Key));

    [Fact]
    public void Only_kanji_stand_alone() =>
        Assert.Empty(Concepts.SelectMany(c => c.Words.Where(w => Fold(w).Length < 2 && w[0] is < '\u4E00' or > '\u9FFF').Select(w => $"{c.Id} {w}")));

    [Fact]
    public void Every_concept_has_words_enough_to_be_worth_its_name() =>
        Assert.Empty(Concepts.Where(c => c.Words.Count < 8).Select(c => c.Id));

    [Fact]
    public void Every_word_touches_its_concept_when_it_stands_alone()
    {
        var lexicon = ConceptLexicon.Load();

        Assert.Empty(Concepts.SelectMany(c => c.Words.Where(w => !lexicon.Of(w).Contains(c.Id)).Select(w => $"{c.Id} {w}")));
    }

    [Fact]
    public void Every_harmless_word_touches_nothing()
    {
        var lexicon = ConceptLexicon.Load();
        var harmless = Directory.EnumerateFiles(ShippedData.Folder("concepts"), "*.tsv").SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("-\t", StringComparison.Ordinal)).SelectMany(line => line.Split('\t')[4].Split(' ')).ToList();

        Assert.NotEmpty(harmless);
        Assert.DoesNotContain(harmless, word => lexicon.Of(word).Count > 0);
    }

    [Fact]
    public void Every_group_is_of_its_concepts_trade_and_told_from_a_concept_by_its_prefix() =>
        Assert.All(Concepts.Where(c => c.Group is not null), c => Assert.StartsWith($"{Industry(c)}.g-", c.Group!, StringComparison.Ordinal));

    [Fact]
    public void No_group_holds_so_much_that_its_reports_have_nothing_in_common() =>
        Assert.All(Concepts.Where(c => c.Group is not null).GroupBy(c => c.Group), g => Assert.InRange(g.Count(), 1, 8));

    [Fact]
    public void What_accompanies_any_subject_has_no_group() =>
        Assert.All(
            Concepts.Where(c => Industry(c) == "symptom"
                || c.Id is "general.attitude" or "general.price" or "general.safety" or "vehicles.instrument" or "vehicles.recall" or "vehicles.service"),
            c => Assert.Null(c.Group));

    private static string Industry(Concept concept) => concept.Id[..concept.Id.IndexOf('.', StringComparison.Ordinal)];

    private static string Fold(string word) => word.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
