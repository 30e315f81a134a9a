using Voc.Analysis.Classification;

namespace Voc.Analysis.Learning;

/// <summary>Looks for what would make a labelled corpus lie: wrong labels, impossible opinions, copies, contradictions.</summary>
public static class CorpusLint
{
    private const int Shortest = 3;
    private const int Longest = 200;
    private const double NearlyTheSame = 0.8;
    private const double TooNearToMeasure = 0.6;

    /// <summary>The problems of a corpus, by place.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="taxonomy">What its topics must be of.</param>
    public static IReadOnlyList<CorpusProblem> Check(LabelledCorpus corpus, Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(taxonomy);
        return [.. corpus.Sentences.SelectMany(s => Labels(s, taxonomy).Concat(Spans(s)).Concat(Contradictions(s))), .. Copies(corpus.Sentences)];
    }

    private static IEnumerable<CorpusProblem> Labels(LabelledSentence s, Taxonomy taxonomy)
    {
        if (s.Text.Length is < Shortest or > Longest)
        {
            yield return new(s.Place, CorpusProblemKind.Label, new(
                $"{s.Text.Length}文字です。{Shortest}～{Longest}文字にしてください。", $"{s.Text.Length} characters; a text has {Shortest} to {Longest}."));
        }

        var unknown = s.Intents.Where(i => !Intents.Labels.Contains(i))
            .Concat(LabelledCorpus.Industries.Contains(s.Industry) ? [] : [s.Industry])
            .Concat(Channels.Names.Contains(s.Channel) ? [] : [s.Channel])
            .Concat(taxonomy.Find(s.Topic) is null ? [s.Topic] : []);
        foreach (var label in unknown)
        {
            yield return new(s.Place, CorpusProblemKind.Label, new($"ラベル「{label}」はありません。", $"There is no label '{label}'."));
        }
    }

    private static IEnumerable<CorpusProblem> Spans(LabelledSentence s)
    {
        foreach (var opinion in s.Opinions ?? [])
        {
            var missing = new[] { opinion.Target, opinion.Expression }.FirstOrDefault(part => part is "" || (part is not null && !s.Text.Contains(part, StringComparison.Ordinal)));
            if (missing is not null)
            {
                yield return new(s.Place, CorpusProblemKind.Span, new($"意見の「{missing}」が本文にありません。", $"'{missing}' of an opinion does not stand in the text."));
            }

            if (opinion.Polarity is < -1 or > 1)
            {
                yield return new(s.Place, CorpusProblemKind.Span, new($"意見の極性 {opinion.Polarity} は -1、0、1 のどれかにしてください。", $"The polarity {opinion.Polarity} of an opinion must be -1, 0 or 1."));
            }
        }
    }

    private static IEnumerable<CorpusProblem> Contradictions(LabelledSentence s)
    {
        var opposite = s.Sentiment switch
        {
            SentimentLabel.Positive => "complaint",
            SentimentLabel.Negative => "praise",
            _ => null,
        };
        if (opposite is not null && s.Intents.Contains(opposite) && s.Intents.Count == 1)
        {
            yield return new(s.Place, CorpusProblemKind.Conflict, new($"感情は{s.Sentiment.Name()}、意図は{opposite}だけです。", $"The sentiment is {s.Sentiment.Name()} but the only intent is {opposite}."));
        }

        foreach (var said in (s.Opinions ?? []).GroupBy(o => (o.Target, o.Expression)).Where(g => g.Select(o => o.Polarity).Distinct().Count() > 1))
        {
            yield return new(s.Place, CorpusProblemKind.Conflict, new($"同じ意見「{said.Key.Expression}」に違う極性が付いています。", $"The opinion '{said.Key.Expression}' is given two polarities."));
        }
    }

    private static IEnumerable<CorpusProblem> Copies(IReadOnlyList<LabelledSentence> sentences)
    {
        var copies = new NearCopies([.. sentences.Select(s => s.Text)]);
        var twice = copies.Keys.Index().GroupBy(k => k.Item, k => sentences[k.Index]).Where(g => g.Key.Length > 0 && g.Count() > 1);
        foreach (var (first, others) in twice.Select(g => (g.First(), g.Skip(1))))
        {
            foreach (var other in others)
            {
                yield return new(other.Place, CorpusProblemKind.Duplicate, new($"{first.Place} と同じ文です。", $"The same text as {first.Place}."));
            }
        }

        foreach (var (i, j, similarity) in copies.Pairs(TooNearToMeasure).Where(p => copies.Keys[p.First] != copies.Keys[p.Second]))
        {
            var (first, second) = (sentences[i], sentences[j]);
            if (first.IsHeldOut != second.IsHeldOut)
            {
                yield return new(second.Place, CorpusProblemKind.Leak, new($"{first.Place} とほぼ同じ文が、学習用と評価用の両方にあります。", $"Nearly the same as {first.Place}, on the other side of the split."));
            }
            else if (similarity >= NearlyTheSame && first.Sentiment != second.Sentiment)
            {
                yield return new(second.Place, CorpusProblemKind.Conflict, new($"ほぼ同じ {first.Place} と感情のラベルが違います。", $"Labelled otherwise than {first.Place}, which is nearly the same."));
            }
        }
    }
}
