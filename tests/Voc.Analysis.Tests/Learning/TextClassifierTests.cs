using System.Globalization;
using Voc.Analysis.Learning;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests.Learning;

public sealed class TextClassifierTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Learning", "Samples", "text-classifier-v1.bin");

    [Fact]
    public void Labels_of_texts_not_seen_are_told()
    {
        var trained = Train(Complaints.Draw(300, seed: 1));

        var quality = LabelScores.Of(Complaints.Draw(200, seed: 2).Select(t => (t.Label, trained.Classifier.Classify(t.Text).Label)));
        Assert.True(quality.Accuracy.Value > 0.98, quality.Accuracy.ToString());
        Assert.Equal(["画面", "請求", "配送", "電池"], trained.Classifier.Labels.Order(StringComparer.Ordinal));
        Assert.Equal("電池", trained.Classifier.Classify("ｱﾀﾞﾌﾟﾀｰが膨らんで、充電出来なくなった").Label);
    }

    [Fact]
    public void Quality_and_confidence_are_those_of_texts_not_learned_from()
    {
        // Four texts in ten speak of a label drawn anew, which is their own by luck in one of four cases: nobody can be right about more than 70 %.
        var trained = Train(Complaints.Draw(600, seed: 1, noise: 0.4));

        var answers = Complaints.Draw(1000, seed: 2, noise: 0.4).Select(t => (t.Label, Answer: trained.Classifier.Classify(t.Text))).ToList();
        var right = answers.Average(a => a.Label == a.Answer.Label ? 1.0 : 0);
        Assert.InRange(right, 0.6, 0.75);
        Assert.Equal(right, trained.Quality.Accuracy.Value, 0.07);
        Assert.Equal(right, answers.Average(a => a.Answer.Confidence), 0.07);
    }

    [Fact]
    public void The_same_texts_give_the_same_model_and_what_is_read_back_answers_alike()
    {
        var texts = Complaints.Draw(120, seed: 3);
        var (first, second) = (Bytes(Train(texts).Classifier), Bytes(Train(texts).Classifier));
        Assert.Equal(first, second);

        var classifier = Train(texts).Classifier;
        var back = TextClassifier.Load(new MemoryStream(first), "memory", Ipadic.Tokenizer);
        Assert.All(Complaints.Draw(50, seed: 4), t => Assert.Equal(classifier.Classify(t.Text), back.Classify(t.Text)));
    }

    [Fact]
    public void A_classifier_of_version_1_answers_as_it_did_when_it_was_saved()
    {
        using var file = File.OpenRead(Golden);
        var classifier = TextClassifier.Load(file, "golden", Ipadic.Tokenizer);

        var answers = new[] { "荷物が届きません。", "画面が割れました！", "どうも" }.Select(t => classifier.Classify(t));

        Assert.Equal(
            ["配送 1.000", "画面 0.997", "電池 0.369"],
            answers.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Label} {a.Confidence:F3}")));
        Assert.Equal(File.ReadAllBytes(Golden), Bytes(classifier));
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_the_damage_is()
    {
        var bytes = File.ReadAllBytes(Golden);
        for (var i = 0; i < bytes.Length; i += 1 + (bytes.Length / 200))
        {
            var damaged = bytes.ToArray();
            damaged[i] ^= 0x41;
            Refused(damaged);
            Refused(bytes[..i]);
        }

        using var linear = new MemoryStream();
        LinearTrainer.Train(Examples.Data(20), new()).Save(linear);
        Refused(linear.ToArray());

        static void Refused(byte[] bytes) =>
            Assert.NotEmpty(Assert.Throws<DataFileException>(() => TextClassifier.Load(new MemoryStream(bytes), "m.voc", Ipadic.Tokenizer)).Problem.Ja);
    }

    [Fact]
    public void Any_text_gets_an_answer()
    {
        var classifier = Train(Complaints.Draw(100, seed: 1)).Classifier;
        var probabilities = new float[4];
        AnyText.Always(text =>
        {
            classifier.Probabilities(text, probabilities);
            return Math.Abs(probabilities.Sum() - 1) < 1e-4;
        });
    }

    [Fact]
    public void Threads_do_not_disturb_each_other()
    {
        var classifier = Train(Complaints.Draw(100, seed: 1)).Classifier;
        var texts = Complaints.Draw(400, seed: 5);
        var alone = texts.Select(t => classifier.Classify(t.Text)).ToList();

        Assert.Equal(alone, texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(t => classifier.Classify(t.Text)));
    }

    [Theory]
    [InlineData(9, 2, "9 labelled rows")]
    [InlineData(50, 1, "one label")]
    [InlineData(50, 40, "40 labels in 50 rows")]
    [InlineData(1200, 501, "501 labels in 1,200 rows")]
    public void What_cannot_be_learned_from_is_refused_with_the_reason(int texts, int labels, string said)
    {
        var given = Enumerable.Range(0, texts).Select(i => new TrainingText($"本文{i}", $"label {i % labels}")).ToList();

        var problem = Assert.Throws<UntrainableException>(() => Train(given)).Problem;

        Assert.Contains(said, problem.En, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Ja);
    }

    [Fact]
    public void Of_too_many_texts_some_are_drawn()
    {
        var trained = TextClassifier.Train(Complaints.Draw(300, seed: 1), Ipadic.Tokenizer, new() { MaximumTexts = 80 });

        Assert.Equal((80, 80), (trained.Texts, trained.Quality.Texts));
    }

    [Fact]
    public void A_feature_that_tells_the_label_is_weighted_more_than_one_as_frequent_that_does_not()
    {
        var texts = Enumerable.Range(0, 200).Select(i => new TrainingText($"{(i % 2 == 0 ? "あ" : "い")}{(i / 2 % 2 == 0 ? "う" : "え")}", i % 2 == 0 ? "a" : "b")).ToList();
        var classifier = TextClassifier.Train(texts, Ipadic.Tokenizer, new() { Characters = 1, Words = 0 }).Classifier;
        var telling = Factor("あ");
        var idle = Factor("う");

        // ln(201 / 101) + 1, and that times 1 + 3 ln 2, less what the prior of four texts takes off.
        Assert.Equal(1.688, idle, 0.01);
        Assert.InRange(telling / idle, 2.7, 3.08);

        float Factor(string unit) => classifier.Factors[Array.IndexOf(classifier.Keys, FeatureHash.Of(1, unit))];
    }

    private static TrainedClassifier Train(List<TrainingText> texts) => TextClassifier.Train(texts, Ipadic.Tokenizer);

    private static byte[] Bytes(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Save(stream);
        return stream.ToArray();
    }
}
