using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Learning;

/// <summary>How well an analyzer reads labelled texts; a part is null where no text bears its labels.</summary>
/// <param name="Sentiment">The three labels.</param>
/// <param name="Intents">The six intents, any number a text.</param>
/// <param name="Topics">The main topic.</param>
public sealed record ReadingScores(LabelScores? Sentiment, LabelScores? Intents, LabelScores? Topics)
{
    private const string NoTopic = "-";

    /// <summary>Reads texts and compares.</summary>
    /// <param name="analyzer">What reads.</param>
    /// <param name="texts">Labelled texts it has not learned from.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ReadingScores Measure(Analyzer analyzer, IReadOnlyList<LabelledText> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(texts);
        var read = new AnalyzedText[texts.Count];
        Parallel.For(0, read.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => read[i] = analyzer.Analyze(texts[i].Text));
        return new(OfSentiment(texts, read), OfIntents(texts, read), OfTopics(texts, read));
    }

    private static LabelScores? OfSentiment(IReadOnlyList<LabelledText> texts, AnalyzedText[] read)
    {
        var pairs = Pairs(texts, read, t => t.Sentiment is { } label ? [1 + (int)label] : null, r => [1 + (int)r.Sentiment.Label]);
        return pairs.Count == 0 ? null : new(SentimentModel.Labels, pairs);
    }

    private static LabelScores? OfIntents(IReadOnlyList<LabelledText> texts, AnalyzedText[] read)
    {
        var pairs = Pairs(
            texts, read,
            t => t.Intents is { } intents ? [.. intents.Select(Number)] : null,
            r => [.. r.Intents.Select(i => Number(i.Label))]);
        return pairs.Count == 0 ? null : new(Voc.Analysis.Classification.Intents.Labels, pairs);

        static int Number(string intent) => Array.IndexOf(Voc.Analysis.Classification.Intents.Labels, intent);
    }

    private static LabelScores? OfTopics(IReadOnlyList<LabelledText> texts, AnalyzedText[] read)
    {
        var names = texts.Select(t => Main(t.Topics)).Concat(read.Select(r => r.Topics is [var first, ..] ? first.Label : NoTopic)).Distinct().Order(StringComparer.Ordinal).ToList();
        var pairs = Pairs(
            texts, read,
            t => t.Topics is { Count: > 0 } ? [names.IndexOf(Main(t.Topics))] : null,
            r => [names.IndexOf(r.Topics is [var first, ..] ? first.Label : NoTopic)]);
        return pairs.Count == 0 ? null : new(names, pairs);

        static string Main(IReadOnlyList<string>? topics) => topics is [var first, ..] ? first : NoTopic;
    }

    private static List<(int[] So, int[] Said)> Pairs(IReadOnlyList<LabelledText> texts, AnalyzedText[] read, Func<LabelledText, int[]?> so, Func<AnalyzedText, int[]> said)
    {
        var pairs = new List<(int[] So, int[] Said)>(texts.Count);
        for (var i = 0; i < read.Length; i++)
        {
            if (so(texts[i]) is { } labels)
            {
                pairs.Add((labels, said(read[i])));
            }
        }

        return pairs;
    }
}
