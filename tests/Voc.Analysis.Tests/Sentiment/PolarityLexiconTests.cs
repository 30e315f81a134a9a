using Voc.Analysis.Learning;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests.Sentiment;

public sealed class PolarityLexiconTests : IDisposable
{
    private const string Targets = "#voc-targets\t1\nclass\twords\nprice\t値段 料金\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("voc-lexicon").FullName;

    [Fact]
    public void The_shipped_lexicon_holds_thousands_of_expressions_that_are_each_found_in_a_text()
    {
        var lexicon = Shipped.Lexicon;
        Assert.True(lexicon.Count >= 6000, $"{lexicon.Count} expressions");

        var lost = lexicon.Entries
            .Where(e => e.Plain is { Strength: >= 0.3 or <= -0.3, Kind: LexiconKind.Word } && e.Degree is null && e.Shift is null)
            .Where(e => Shipped.Analyzer.Analyze(e.Expression).Opinions.Count == 0)
            .Select(e => e.Expression)
            .ToList();
        Assert.True(lost.Count <= lexicon.Count / 100, $"{lost.Count}: {string.Join(' ', lost)}");
    }

    [Fact]
    public void An_expression_of_ones_own_is_read_in_any_inflected_form()
    {
        Write("own.tsv", "もげる\t-0.9\t\t\t\n");
        var lexicon = Load();
        var analyzer = new Analyzer(Ipadic.Tokenizer, lexicon, Shipped.Analyzer.Taxonomy, Shipped.Language, ReadingModel.Untrained);

        Assert.Equal("もげる", Assert.Single(analyzer.Analyze("取っ手がもげました").Opinions).Expression);
    }

    [Theory]
    [InlineData("word\t0.5\t\t\n", "own.tsv:3", "5 tab-separated columns")]
    [InlineData("良い\t1.5\t\t\t\n", "own.tsv:3", "-1 to 1")]
    [InlineData("良い\tabc\t\t\t\n", "own.tsv:3", "number")]
    [InlineData("良い\t0.5\t\tcost\t\n", "own.tsv:3", "targets.tsv")]
    [InlineData("# note\n良い\t0.5\t\t\tnoun\n", "own.tsv:4", "kind")]
    public void A_row_that_cannot_be_used_says_where_and_why(string rows, string place, string reason)
    {
        Write("own.tsv", rows);

        var error = Assert.Throws<DataFileException>(Load);

        Assert.Equal(place, error.Place);
        Assert.Contains(reason, error.Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_version_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "own.tsv"), "#voc-lexicon\t9\n");

        Assert.Equal("own.tsv:1", Assert.Throws<DataFileException>(Load).Place);
    }

    [Fact]
    public void A_class_of_targets_that_is_there_twice_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "targets.tsv"), "#voc-targets\t1\nclass\twords\nprice\t値段\nprice\t料金\n");

        Assert.Equal("targets.tsv:4", Assert.Throws<DataFileException>(() => PolarityLexicon.Load(_folder)).Place);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string rows) =>
        File.WriteAllText(Path.Combine(_folder, file), "#voc-lexicon\t1\nexpression\tstrength\tnegated\ttarget\tkind\n" + rows);

    private PolarityLexicon Load()
    {
        File.WriteAllText(Path.Combine(_folder, "targets.tsv"), Targets);
        return PolarityLexicon.Load(_folder);
    }
}
