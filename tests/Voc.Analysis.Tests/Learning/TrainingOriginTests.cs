using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class TrainingOriginTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voc-origin").FullName;

    public TrainingOriginTests()
    {
        Write("corpus/training/one.jsonl", "a\nb\n");
        Write("corpus/held-out/two.jsonl", "c\n");
        Write("lexicon/general.tsv", "d\n");
        Write("taxonomy/general.json", "{}\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_model_that_ships_was_trained_on_the_data_that_ships() => Assert.True(
        TrainingOrigin.Of(ShippedData.Folder()) == Shipped.Analyzer.Model.Origin,
        "What the model learns from has changed since it was trained. Run ./voc train --model data/models/reading.model --data-directory data");

    [Theory]
    [InlineData("corpus/training/one.jsonl", "a\nB\n")]
    [InlineData("corpus/training/new.jsonl", "")]
    [InlineData("lexicon/general.tsv", "d\ne\n")]
    [InlineData("taxonomy/general.json", "{ }\n")]
    public void What_a_model_learns_from_changes_the_fingerprint(string file, string content)
    {
        var before = TrainingOrigin.Of(_folder);

        Write(file, content);

        Assert.NotEqual(before, TrainingOrigin.Of(_folder));
    }

    [Theory]
    [InlineData("corpus/held-out/two.jsonl", "x\n")]
    [InlineData("corpus/training/one.jsonl", "a\r\nb\r\n")]
    [InlineData("lexicon/README.md", "About the lexicon.\n")]
    public void What_it_does_not_learn_from_and_line_ends_do_not(string file, string content)
    {
        var before = TrainingOrigin.Of(_folder);

        Write(file, content);

        Assert.Equal(before, TrainingOrigin.Of(_folder));
        Assert.Matches("^[0-9a-f]{16}$", before);
    }

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
