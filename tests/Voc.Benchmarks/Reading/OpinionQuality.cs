using Voc.Analysis;

namespace Voc.Benchmarks.Reading;

/// <summary>
/// How the opinions of the analysis compare with those of the corpus. An expression counts as found where an opinion shares a
/// character with it; an aspect where an opinion has its target and its polarity; each opinion stands for one of the corpus at most.
/// </summary>
internal sealed class OpinionQuality(Analyzer analyzer, bool tellsErrors)
{
    private readonly Tally _expressions = new("expressions");
    private readonly Tally _aspects = new("target and polarity");
    private readonly Share _signs = new("polarity of the expressions found");
    private readonly AspectPolarity _all = new("all texts");
    private readonly AspectPolarity _mixed = new("mixed texts");

    /// <summary>Reads corpus files; with <c>--errors</c> each disagreement is printed before the figures.</summary>
    public static void Run(string[] arguments)
    {
        var quality = new OpinionQuality(Analyzer.LoadDefault(), arguments.Contains("--errors"));
        var count = 0;
        foreach (var labelled in LabelledOpinions.Read(arguments.Where(a => a != "--errors")))
        {
            count++;
            quality.Add(labelled);
        }

        Console.WriteLine($"{count} texts");
        quality._expressions.Report();
        quality._aspects.Report();
        quality._signs.Report();
        quality._all.Report();
        quality._mixed.Report();
    }

    private void Add(LabelledOpinions labelled)
    {
        var read = analyzer.Analyze(labelled.Text);
        var found = Pair(labelled.Opinions, read.Opinions, (label, opinion) => label.Overlaps(labelled.Text, opinion));
        var aspects = Pair(labelled.Opinions, read.Opinions, (label, opinion) => label.IsAboutSame(opinion) && label.Polarity == opinion.Polarity);
        _expressions.Add(found.Count, read.Opinions.Count, labelled.Opinions.Count);
        _aspects.Add(aspects.Count, read.Opinions.Count, labelled.Opinions.Count);
        foreach (var (label, opinion) in found)
        {
            _signs.Add(label.Polarity == opinion.Polarity);
        }

        _all.Add(labelled, read);
        if (labelled.IsMixed)
        {
            _mixed.Add(labelled, read);
        }

        if (tellsErrors && (found.Count != read.Opinions.Count || aspects.Count != labelled.Opinions.Count || found.Count != labelled.Opinions.Count))
        {
            Console.WriteLine($"{labelled.Text}\n   labelled: {string.Join("; ", labelled.Opinions.Select(o => $"{o.Target ?? "_"}:{o.Expression} {o.Polarity}"))}"
                + $"\n   read:     {string.Join("; ", read.Opinions.Select(o => $"{o.Target ?? "_"}:{o.Expression}{(o.Negated ? "!" : "")} {o.Polarity} {o.Modality}「{labelled.Text.Substring(o.Start, o.Length)}」"))}");
        }
    }

    private static List<(LabelledOpinion Label, Opinion Opinion)> Pair(IReadOnlyList<LabelledOpinion> labels, IReadOnlyList<Opinion> opinions, Func<LabelledOpinion, Opinion, bool> same)
    {
        var free = opinions.ToList();
        var pairs = new List<(LabelledOpinion, Opinion)>();
        foreach (var label in labels)
        {
            if (free.Find(o => same(label, o)) is { } opinion)
            {
                free.Remove(opinion);
                pairs.Add((label, opinion));
            }
        }

        return pairs;
    }

    /// <summary>
    /// Polarity by target against the one label of the text: for each labelled opinion with a target, the sum of the opinions read
    /// about that target, or the label of the text where none was read.
    /// </summary>
    private sealed class AspectPolarity(string name)
    {
        private int _count, _found, _foundRight, _aspectsRight, _textsRight, _labelsRight;

        public void Add(LabelledOpinions labelled, AnalyzedText read)
        {
            foreach (var label in labelled.Opinions.Where(o => o.Target is not null))
            {
                var about = read.Opinions.Where(label.IsAboutSame).ToList();
                var text = (int)read.Sentiment.Label;
                var aspect = about.Count > 0 ? Math.Sign(about.Sum(o => o.Polarity)) : text;
                _count++;
                _found += about.Count > 0 ? 1 : 0;
                _foundRight += about.Count > 0 && aspect == label.Polarity ? 1 : 0;
                _aspectsRight += aspect == label.Polarity ? 1 : 0;
                _textsRight += text == label.Polarity ? 1 : 0;
                _labelsRight += labelled.Sentiment == label.Polarity ? 1 : 0;
            }
        }

        public void Report() => Console.WriteLine(
            $"polarity of a target, {name}: {(double)_aspectsRight / _count:F3} from its opinions (found {(double)_found / _count:F3}, right where found {(double)_foundRight / _found:F3}), "
            + $"{(double)_textsRight / _count:F3} from the sentiment read in the text, {(double)_labelsRight / _count:F3} from the labelled one; {_count} targets");
    }

    private sealed class Share(string name)
    {
        private int _right, _all;

        public void Add(bool right) => (_right, _all) = (_right + (right ? 1 : 0), _all + 1);

        public void Report() => Console.WriteLine($"{name}: {(double)_right / _all:F3} of {_all}");
    }

    private sealed class Tally(string name)
    {
        private int _both, _read, _labelled;

        public void Add(int both, int read, int labelled) => (_both, _read, _labelled) = (_both + both, _read + read, _labelled + labelled);

        public void Report()
        {
            var (precision, recall) = ((double)_both / _read, (double)_both / _labelled);
            Console.WriteLine($"{name}: precision {precision:F3}, recall {recall:F3}, F1 {2 * precision * recall / (precision + recall):F3}");
        }
    }
}
