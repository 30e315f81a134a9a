namespace Voc.Analysis.Learning;

/// <summary>A share with the interval it lies in with 95 % probability.</summary>
/// <param name="Value">From 0 to 1.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High);

/// <summary>How well one label is told.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Count">How many texts have it.</param>
/// <param name="Precision">Share of the texts it was told of that have it; 0 where it was told of none.</param>
/// <param name="Recall">Share of the texts that have it of which it was told; 0 where none has it.</param>
/// <param name="F1">Harmonic mean of the two.</param>
public sealed record LabelScore(string Label, int Count, double Precision, double Recall, double F1);

/// <summary>How well labels are told: what was said of texts against what is so.</summary>
public sealed class LabelScores
{
    private const int MostResamples = 1000;
    private const int FewestResamples = 200;
    private const int MostDraws = 20_000_000;

    private readonly IReadOnlyList<(int[] So, int[] Said)> _texts;
    private readonly Lazy<(Estimate Accuracy, Estimate MacroF1)> _estimates;

    /// <summary>Compares.</summary>
    /// <param name="labels">Names of the labels.</param>
    /// <param name="texts">For each text the numbers of the labels that are so and of those that were said.</param>
    public LabelScores(IReadOnlyList<string> labels, IReadOnlyList<(int[] So, int[] Said)> texts)
    {
        (Names, _texts) = (labels, texts);
        var all = Count(Enumerable.Range(0, texts.Count));
        Labels = [.. labels.Select((label, i) => all.Score(label, i)).Where(s => s.Count > 0)];
        _estimates = new(() => Resample(all));
    }

    /// <summary>Compares one label a text with the one that was said of it.</summary>
    /// <param name="texts">Label and answer of each text.</param>
    public static LabelScores Of(IEnumerable<(string So, string Said)> texts)
    {
        var pairs = texts.ToList();
        string[] names = [.. pairs.SelectMany(p => new[] { p.So, p.Said }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        return new(names, pairs.ConvertAll(p => (new[] { numbers[p.So] }, new[] { numbers[p.Said] })));
    }

    /// <summary>Names of the labels, in the order of the numbers.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many texts were compared.</summary>
    public int Texts => _texts.Count;

    /// <summary>Share of texts of which exactly the right labels were said; interval by the bootstrap (Efron, 1979).</summary>
    public Estimate Accuracy => _estimates.Value.Accuracy;

    /// <summary>Mean F1 of the labels that any text has; interval by the bootstrap.</summary>
    public Estimate MacroF1 => _estimates.Value.MacroF1;

    /// <summary>Each label that any text has.</summary>
    public IReadOnlyList<LabelScore> Labels { get; }

    /// <summary>How many texts of the label <c>[i]</c> were said to have the label <c>[j]</c>; for texts of one label each.</summary>
    public int[][] Confusions()
    {
        var table = Names.Select(_ => new int[Names.Count]).ToArray();
        foreach (var (so, said) in _texts)
        {
            if (so is [var is1] && said is [var said1])
            {
                table[is1][said1]++;
            }
        }

        return table;
    }

    private (Estimate Accuracy, Estimate MacroF1) Resample(Counts all)
    {
        // Of many texts fewer samples do: the interval is narrow then.
        var resamples = Math.Clamp(MostDraws / Math.Max(1, Texts), FewestResamples, MostResamples);
        var (accuracy, macro) = (new double[resamples], new double[resamples]);
        var random = new Random(1);
        for (var i = 0; i < resamples && Texts > 0; i++)
        {
            var drawn = Count(Enumerable.Range(0, Texts).Select(_ => random.Next(Texts)));
            (accuracy[i], macro[i]) = (drawn.Accuracy, drawn.MacroF1);
        }

        return (Between(all.Accuracy, accuracy), Between(all.MacroF1, macro));
    }

    private Counts Count(IEnumerable<int> rows)
    {
        var counts = new Counts(Names.Count);
        foreach (var row in rows)
        {
            counts.Add(_texts[row].So, _texts[row].Said);
        }

        return counts;
    }

    private static Estimate Between(double value, double[] drawn)
    {
        Array.Sort(drawn);
        return new(value, drawn[(int)(0.025 * drawn.Length)], drawn[(int)(0.975 * drawn.Length)]);
    }

    private sealed class Counts(int labels)
    {
        private readonly int[] _so = new int[labels];
        private readonly int[] _said = new int[labels];
        private readonly int[] _both = new int[labels];
        private int _right;
        private int _all;

        public double Accuracy => _all == 0 ? 0 : (double)_right / _all;

        public double MacroF1
        {
            get
            {
                var (sum, present) = (0.0, 0);
                for (var i = 0; i < _so.Length; i++)
                {
                    sum += _so[i] > 0 ? F1(i) : 0;
                    present += _so[i] > 0 ? 1 : 0;
                }

                return present == 0 ? 0 : sum / present;
            }
        }

        public void Add(int[] so, int[] said)
        {
            _all++;
            var both = 0;
            foreach (var label in so)
            {
                _so[label]++;
                var told = Array.IndexOf(said, label) >= 0 ? 1 : 0;
                _both[label] += told;
                both += told;
            }

            foreach (var label in said)
            {
                _said[label]++;
            }

            _right += both == so.Length && both == said.Length ? 1 : 0;
        }

        public LabelScore Score(string name, int label) =>
            new(name, _so[label], (double)_both[label] / Math.Max(1, _said[label]), (double)_both[label] / Math.Max(1, _so[label]), F1(label));

        private double F1(int label) => _so[label] + _said[label] == 0 ? 0 : 2.0 * _both[label] / (_so[label] + _said[label]);
    }
}
