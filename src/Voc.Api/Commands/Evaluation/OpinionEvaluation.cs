using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Analysis.Text;
using static Voc.Api.Commands.Evaluation.EvaluationReport;

namespace Voc.Api.Commands.Evaluation;

/// <summary>
/// How the opinions that are read compare with those an author marked. An expression counts as found where an opinion shares a
/// character with it; an aspect where an opinion has its target and its polarity; each opinion stands for one of the author's at most.
/// </summary>
internal sealed class OpinionEvaluation
{
    private (int Both, int Read, int Marked) _expressions;
    private (int Both, int Read, int Marked) _aspects;
    private (int Right, int All) _signs;
    private readonly List<(bool Aspect, bool Text, bool IsMixed)> _targets = [];

    /// <summary>Measures and reports.</summary>
    public static void Of(Analyzer analyzer, IReadOnlyList<LabelledSentence> sentences, EvaluationReport report)
    {
        var evaluation = new OpinionEvaluation();
        foreach (var sentence in sentences)
        {
            evaluation.Add(sentence, analyzer.Analyze(sentence.Text));
        }

        evaluation.Report(sentences.Count, report);
    }

    private void Add(LabelledSentence sentence, AnalyzedText read)
    {
        var found = Pair(sentence.Opinions!, read.Opinions, (marked, opinion) => Overlaps(sentence.Text, marked.Expression, opinion));
        var aspects = Pair(sentence.Opinions!, read.Opinions, (marked, opinion) => IsAboutSame(marked, opinion) && marked.Polarity == opinion.Polarity);
        _expressions = (_expressions.Both + found.Count, _expressions.Read + read.Opinions.Count, _expressions.Marked + sentence.Opinions!.Count);
        _aspects = (_aspects.Both + aspects.Count, _aspects.Read + read.Opinions.Count, _aspects.Marked + sentence.Opinions.Count);
        _signs = (_signs.Right + found.Count(pair => pair.Marked.Polarity == pair.Read.Polarity), _signs.All + found.Count);
        var isMixed = sentence.Opinions.Any(o => o.Polarity > 0) && sentence.Opinions.Any(o => o.Polarity < 0);
        foreach (var marked in sentence.Opinions.Where(o => o.Target is not null))
        {
            // The sum of the opinions read about the target, or the sentiment of the text where none was read.
            var about = read.Opinions.Where(opinion => IsAboutSame(marked, opinion)).ToList();
            var text = (int)read.Sentiment.Label;
            var aspect = about.Count > 0 ? Math.Sign(about.Sum(o => o.Polarity)) : text;
            _targets.Add((aspect == marked.Polarity, text == marked.Polarity, isMixed));
        }
    }

    private void Report(int count, EvaluationReport report)
    {
        report.Line($"**Opinions**, {count:N0} texts with {_expressions.Marked:N0} marked opinions:");
        report.Table(
            ["", "precision", "recall", "F1"],
            [Scores("expression found", _expressions), Scores("target and polarity", _aspects)]);
        report.Line($"Polarity of the expressions found: {Share((double)_signs.Right / Math.Max(1, _signs.All))} right.");
        report.Table(
            ["Polarity of a target", "targets", "by its opinions", "by the sentiment of the text"],
            [Targets("all texts", _targets), Targets("texts that praise one thing and blame another", _targets.FindAll(t => t.IsMixed))]);
    }

    private static IReadOnlyList<string> Scores(string name, (int Both, int Read, int Marked) counts)
    {
        var (precision, recall) = ((double)counts.Both / Math.Max(1, counts.Read), (double)counts.Both / Math.Max(1, counts.Marked));
        return [name, Share(precision), Share(recall), Share(2 * precision * recall / Math.Max(1e-9, precision + recall))];
    }

    private static IReadOnlyList<string> Targets(string name, List<(bool Aspect, bool Text, bool IsMixed)> targets) =>
        [name, $"{targets.Count}", Share((double)targets.Count(t => t.Aspect) / Math.Max(1, targets.Count)), Share((double)targets.Count(t => t.Text) / Math.Max(1, targets.Count))];

    private static List<(LabelledOpinion Marked, Opinion Read)> Pair(IReadOnlyList<LabelledOpinion> marked, IReadOnlyList<Opinion> read, Func<LabelledOpinion, Opinion, bool> same)
    {
        var free = read.ToList();
        var pairs = new List<(LabelledOpinion, Opinion)>();
        foreach (var mark in marked)
        {
            if (free.Find(o => same(mark, o)) is { } opinion)
            {
                free.Remove(opinion);
                pairs.Add((mark, opinion));
            }
        }

        return pairs;
    }

    private static bool Overlaps(string text, string expression, Opinion read)
    {
        for (var at = text.IndexOf(expression, StringComparison.Ordinal); at >= 0; at = text.IndexOf(expression, at + 1, StringComparison.Ordinal))
        {
            if (read.Start < at + expression.Length && at < read.Start + read.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one target holds the other, or both are left out.</summary>
    private static bool IsAboutSame(LabelledOpinion marked, Opinion read)
    {
        if (marked.Target is null || read.Target is null)
        {
            return marked.Target is null && read.Target is null;
        }

        // Targets are read as normalised.
        var target = NormalizedText.From(marked.Target).Text;
        return target.Contains(read.Target, StringComparison.OrdinalIgnoreCase) || read.Target.Contains(target, StringComparison.OrdinalIgnoreCase);
    }
}
