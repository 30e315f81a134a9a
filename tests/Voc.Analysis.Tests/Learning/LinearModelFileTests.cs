using System.Text;
using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class LinearModelFileTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Learning", "Samples", "linear-model-v1.bin");

    [Fact]
    public void A_model_of_version_1_is_read_and_written_as_it_is_in_the_golden_file()
    {
        using var file = File.OpenRead(Golden);
        var model = LinearModel.Load(file, "golden");

        Assert.Equal(["良い", "悪い", "other"], model.Labels);
        Assert.Equal((false, 2), (model.IsMultiLabel, model.FeatureCount));
        var scores = new float[3];
        model.Score(Examples.Of(("速い", 2), ("遅い", 1)).Features, scores);
        Assert.Equal([0.5f + (2 * 127 * 0.0078125f) - (64 * 0.015625f), -0.25f - (2 * 127 * 0.0078125f) + (127 * 0.015625f), 0], scores);
        model.Calibrate(scores);
        Assert.Equal(1, scores.Sum(), 1e-6);

        using var again = new MemoryStream();
        model.Save(again);
        Assert.Equal(Convert.ToHexString(File.ReadAllBytes(Golden)), Convert.ToHexString(again.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(11)]
    public void What_is_read_back_answers_exactly_as_what_was_trained(int labels)
    {
        var (vectors, of) = Examples.Draw(300, 0.2, seed: 6);
        var names = Enumerable.Range(0, labels).Select(l => $"label {l}").ToList();
        var model = LinearTrainer.Train(TrainingData.MultiLabel(vectors, names, [.. of.Index().Select(l => new[] { (l.Item + (3 * l.Index)) % labels })]), new() { Loss = Loss.Logistic });
        using var stream = new MemoryStream();
        model.Save(stream);
        stream.WriteByte(42);
        stream.Position = 0;

        var back = LinearModel.Load(stream, "memory");

        Assert.Equal(42, stream.ReadByte());
        var (before, after) = (new float[labels], new float[labels]);
        foreach (var vector in vectors)
        {
            model.Probabilities(vector.Features, before);
            back.Probabilities(vector.Features, after);
            Assert.Equal(before, after);
        }
    }

    [Fact]
    public void A_file_that_is_damaged_anywhere_is_refused_with_the_reason()
    {
        var bytes = File.ReadAllBytes(Golden);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x41;
            Assert.NotEmpty(Refused(damaged).Problem.Ja);
            Assert.NotEmpty(Refused(bytes[..i]).Problem.Ja);
        }
    }

    [Fact]
    public void Another_version_is_named()
    {
        var bytes = File.ReadAllBytes(Golden);
        bytes[4] = 9;

        Assert.Contains("version 9; this program reads 1", Refused(bytes).Message, StringComparison.Ordinal);
        Assert.Contains("not a model file", Refused(Encoding.UTF8.GetBytes("text,label\nよい,良い\n")).Message, StringComparison.Ordinal);
    }

    private static DataFileException Refused(byte[] bytes) =>
        Assert.Throws<DataFileException>(() => LinearModel.Load(new MemoryStream(bytes), "m.voc"));
}
