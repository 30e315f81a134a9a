using Voc.Analysis.Learning;

namespace Voc.Analysis.Tests.Learning;

public sealed class LinearTrainerTests
{
    private static readonly TrainingOptions Exact = new() { CalibrationFolds = 0, Epochs = 2000, Tolerance = 1e-7, Cost = 0.7 };

    public static TheoryData<Loss> Losses => [Loss.Softmax, Loss.Logistic, Loss.SquaredHinge];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Training_ends_where_the_objective_is_least(Loss loss)
    {
        var (vectors, of) = Examples.Draw(120, 0.2, seed: 5);
        var model = LinearTrainer.Train(TrainingData.SingleLabel(vectors, Examples.Labels, of), Exact with { Loss = loss });

        // There each weight equals the summed pull of the examples on it.
        var pulls = new Dictionary<ulong, double[]>();
        var scores = new float[3];
        foreach (var (vector, label) in vectors.Zip(of))
        {
            model.Score(vector.Features, scores);
            var pull = Pull(loss, scores, label);
            for (var i = 0; i < vector.Features.Keys.Length; i++)
            {
                var sums = pulls.TryGetValue(vector.Features.Keys[i], out var known) ? known : pulls[vector.Features.Keys[i]] = new double[3];
                for (var k = 0; k < 3; k++)
                {
                    sums[k] += Exact.Cost * pull[k] * vector.Features.Values[i];
                }
            }
        }

        Assert.Equal(pulls.Count, model.FeatureCount);
        Assert.All(pulls, pull => Assert.All(pull.Value.Index(), sum => Assert.Equal(sum.Item, model.Weights(pull.Key)[sum.Index], 0.03)));
        Assert.Contains(pulls.Values, sums => sums.Max() > 0.5);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void What_was_learned_holds_for_examples_not_seen(Loss loss)
    {
        var model = LinearTrainer.Train(Examples.Data(600), new() { Loss = loss });

        Assert.InRange(Accuracy(model, noise: 0), 0.85, 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_model()
    {
        Assert.Equal(Bytes(seed: 3), Bytes(seed: 3));
        Assert.NotEqual(Bytes(seed: 3), Bytes(seed: 4));

        static byte[] Bytes(int seed)
        {
            using var stream = new MemoryStream();
            LinearTrainer.Train(Examples.Data(200), new() { Seed = seed }).Save(stream);
            return stream.ToArray();
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Confidence_is_as_often_right_as_it_says(Loss loss)
    {
        var (vectors, of) = Examples.DrawAmbiguous(2500, seed: 4);

        var (right, said) = Confidence(LinearTrainer.Train(TrainingData.SingleLabel(vectors, Examples.Labels, of), new() { Loss = loss, Cost = 3 }));

        Assert.Equal(right, said, 0.025);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Calibration_corrects_a_model_that_fits_too_few_examples_too_closely(Loss loss)
    {
        var (vectors, of) = Examples.DrawAmbiguous(150, seed: 4);
        var data = TrainingData.SingleLabel(vectors, Examples.Labels, of);
        var options = new TrainingOptions { Loss = loss, Cost = 100 };

        var (right, said) = Confidence(LinearTrainer.Train(data, options));
        var (_, uncalibrated) = Confidence(LinearTrainer.Train(data, options with { CalibrationFolds = 0 }));

        Assert.True(Math.Abs(uncalibrated - right) > Math.Abs(said - right) + 0.05, $"{right:F3} right, {said:F3} said, {uncalibrated:F3} without calibration");
    }

    [Fact]
    public void Labels_that_do_not_exclude_each_other_are_told_each_by_itself()
    {
        var random = new Random(8);
        var sets = Enumerable.Range(0, 800).Select(_ => Enumerable.Range(0, 3).Where(_ => random.Next(3) == 0).ToArray()).ToList();
        var vectors = sets.Select(set => Examples.Of([.. set.Where(_ => random.Next(10) > 0).Select(l => ($"word {l}", 1f)), ($"any {random.Next(20)}", 1f)])).ToList();
        var model = LinearTrainer.Train(TrainingData.MultiLabel(vectors, Examples.Labels, sets), new() { Loss = Loss.Logistic });

        var probabilities = new float[3];
        model.Probabilities(Examples.Of(("word 0", 1), ("word 2", 1)).Features, probabilities);
        Assert.True(probabilities[0] > 0.8 && probabilities[1] < 0.2 && probabilities[2] > 0.8, string.Join(' ', probabilities));
        // Nothing said: one in ten of the words was left out, so one in about 21 of such texts has the label all the same.
        model.Probabilities(Examples.Of(("any 3", 1)).Features, probabilities);
        Assert.All(probabilities, p => Assert.InRange(p, 0.01, 0.12));
    }

    [Fact]
    public void Balance_finds_more_of_a_rare_label()
    {
        var data = Examples.Data(1500, noise: 0.5, share: 0.04);
        Assert.True(Found(0.8) > Found(0) + 10, $"{Found(0)} before, {Found(0.8)} after");

        int Found(double balance)
        {
            var model = LinearTrainer.Train(data, new() { Balance = balance, CalibrationFolds = 0 });
            return data.Examples.Count(example => Best(model, example) == 0);
        }
    }

    [Fact]
    public void An_example_of_weight_three_counts_as_three()
    {
        var (vectors, of) = Examples.Draw(100, 0.2, seed: 2);
        var weighted = LinearTrainer.Train(
            TrainingData.SingleLabel(vectors, Examples.Labels, of, [.. vectors.Index().Select(v => v.Index < 30 ? 3f : 1f)]), Exact);
        var repeated = LinearTrainer.Train(
            TrainingData.SingleLabel([.. vectors, .. vectors.Take(30), .. vectors.Take(30)], Examples.Labels, [.. of, .. of.Take(30), .. of.Take(30)]), Exact);

        foreach (var key in vectors.SelectMany(v => v.Features.Keys.ToArray()).Distinct())
        {
            Assert.All(weighted.Weights(key).ToArray().Zip(repeated.Weights(key).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 0.03));
        }
    }

    [Fact]
    public void Only_features_that_occur_often_enough_and_weigh_most_are_kept()
    {
        var data = Examples.Data(400);
        var all = LinearTrainer.Train(data, new() { CalibrationFolds = 0 });
        var often = LinearTrainer.Train(data, new() { CalibrationFolds = 0, MinimumCount = 60 });
        var strong = LinearTrainer.Train(data, new() { CalibrationFolds = 0, MaximumFeatures = 15 });

        Assert.Equal(45, all.FeatureCount);
        Assert.InRange(often.FeatureCount, 1, 30);
        Assert.Equal(15, strong.FeatureCount);
        Assert.All(Enumerable.Range(0, 3), label => Assert.NotEmpty(strong.Weights(FeatureHash.Of(1, $"{label}:0")).ToArray()));
        Assert.Empty(strong.Weights(FeatureHash.Of(1, "any:0")).ToArray());
    }

    [Fact]
    public void Parts_that_are_given_hold_together_when_cross_validating()
    {
        // The word tells the label within a part and says the opposite in the other one.
        var vectors = Enumerable.Range(0, 40).Select(i => Examples.Of(($"word {i % 2}", 1))).ToList();
        var of = Enumerable.Range(0, 40).Select(i => i < 20 ? i % 2 : 1 - (i % 2)).ToList();
        var data = TrainingData.SingleLabel(vectors, ["yes", "no"], of, folds: [.. Enumerable.Range(0, 40).Select(i => i / 20)]);

        var scores = LinearTrainer.CrossScores(data, new() { CalibrationFolds = 2 });

        Assert.All(scores.Zip(of), pair => Assert.True(pair.First[pair.Second] < pair.First[1 - pair.Second]));
    }

    [Fact]
    public void Progress_goes_up_to_one_and_training_can_be_stopped()
    {
        var seen = new Seen();
        LinearTrainer.Train(Examples.Data(200), new(), seen);
        Assert.Equal(seen.Parts.Order(), seen.Parts);
        Assert.Equal(1, seen.Parts[^1], 1e-9);

        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LinearTrainer.Train(Examples.Data(200), new(), null, stopping.Token));
    }

    [Fact]
    public void Data_that_does_not_fit_together_is_refused()
    {
        var (vectors, of) = Examples.Draw(10, 0, 1);
        Assert.Throws<ArgumentException>(() => TrainingData.SingleLabel(vectors, Examples.Labels, of[1..]));
        Assert.Throws<ArgumentException>(() => TrainingData.SingleLabel(vectors, Examples.Labels[..1], of));
        Assert.Throws<ArgumentException>(() => TrainingData.SingleLabel(vectors, Examples.Labels, [.. of.Select(_ => 3)]));
        Assert.Throws<ArgumentException>(() => LinearTrainer.Train(TrainingData.MultiLabel(vectors, Examples.Labels, [.. of.Select(l => new[] { l })]), new() { Loss = Loss.Softmax }));
        Assert.Throws<ArgumentException>(() => LinearTrainer.Train(TrainingData.SingleLabel([], Examples.Labels, []), new()));
    }

    private static double[] Pull(Loss loss, float[] scores, int label) => loss switch
    {
        Loss.Softmax => [.. scores.Index().Select(s => (s.Index == label ? 1 : 0) - (Math.Exp(s.Item) / scores.Sum(o => Math.Exp(o))))],
        Loss.Logistic => [.. scores.Index().Select(s => (s.Index == label ? 1 : 0) - (1 / (1 + Math.Exp(-s.Item))))],
        _ => [.. scores.Index().Select(s => s.Index == label ? 2 * Math.Max(0, 1 - s.Item) : -2 * Math.Max(0, 1 + s.Item))],
    };

    private static (double Right, double Said) Confidence(LinearModel model)
    {
        var (vectors, of) = Examples.DrawAmbiguous(4000, seed: 99);
        var (said, right) = (0.0, 0);
        var probabilities = new float[3];
        foreach (var (vector, label) in vectors.Zip(of))
        {
            model.Probabilities(vector.Features, probabilities);
            Assert.Equal(1, probabilities.Sum(), 1e-4);
            said += probabilities.Max();
            right += Array.IndexOf(probabilities, probabilities.Max()) == label ? 1 : 0;
        }

        return (right / (double)of.Count, said / of.Count);
    }

    private static double Accuracy(LinearModel model, double noise)
    {
        var (vectors, of) = Examples.Draw(500, noise, seed: 77);
        return vectors.Zip(of).Count(pair => Best(model, pair.First) == pair.Second) / 500.0;
    }

    private static int Best(LinearModel model, FeatureVector example)
    {
        var scores = new float[model.Labels.Count];
        model.Score(example.Features, scores);
        return Array.IndexOf(scores, scores.Max());
    }

    private sealed class Seen : IProgress<double>
    {
        public List<double> Parts { get; } = [];

        public void Report(double value) => Parts.Add(value);
    }
}
