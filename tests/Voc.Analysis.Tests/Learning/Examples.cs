using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

/// <summary>Examples drawn by a seed: each label has words of its own, shares others, and some labels are wrong.</summary>
internal static class Examples
{
    public static readonly string[] Labels = ["battery", "screen", "delivery"];

    public static FeatureVector Of(params (string Word, float Value)[] words)
    {
        var builder = new FeatureBuilder();
        foreach (var (word, value) in words)
        {
            builder.Add(1, word, value);
        }

        return builder.ToVector();
    }

    /// <summary>Examples of one label each.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noise">Part of the examples whose words are another label's.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="share">Part of the examples that have the first label.</param>
    public static (List<FeatureVector> Vectors, List<int> Of) Draw(int count, double noise, int seed, double share = 1 / 3.0)
    {
        var random = new Random(seed);
        var (vectors, of) = (new List<FeatureVector>(), new List<int>());
        for (var i = 0; i < count; i++)
        {
            var label = random.NextDouble() < share ? 0 : 1 + random.Next(2);
            var seen = random.NextDouble() < noise ? random.Next(3) : label;
            vectors.Add(Of([.. Enumerable.Range(0, 6).Select(_ => (random.Next(3) == 0 ? $"{seen}:{random.Next(5)}" : $"any:{random.Next(30)}", 0.4f)).DistinctBy(w => w.Item1)]));
            of.Add(label);
        }

        return (vectors, of);
    }

    /// <summary>Examples whose words only hint at the label, so that nobody can be sure.</summary>
    public static (List<FeatureVector> Vectors, List<int> Of) DrawAmbiguous(int count, int seed)
    {
        var random = new Random(seed);
        var (vectors, of) = (new List<FeatureVector>(), new List<int>());
        for (var i = 0; i < count; i++)
        {
            var label = random.Next(3);
            var words = Enumerable.Range(0, 5).Select(_ => random.Next(5) < 2 ? (3 * random.Next(20)) + label : random.Next(60));
            vectors.Add(Of([.. words.Select(word => ($"word {word}", 0.5f))]));
            of.Add(label);
        }

        return (vectors, of);
    }

    public static TrainingData Data(int count, double noise = 0.1, int seed = 1, double share = 1 / 3.0)
    {
        var (vectors, of) = Draw(count, noise, seed, share);
        return TrainingData.SingleLabel(vectors, Labels, of);
    }
}
