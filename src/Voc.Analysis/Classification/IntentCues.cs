using System.Globalization;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis.Classification;

/// <summary>The phrases that speak for an intent, from <c>intents.tsv</c>.</summary>
internal sealed class IntentCues
{
    private readonly List<List<(Intent Intent, double Weight)>> _votes = [];

    public PhraseTrie Trie { get; } = new();

    public IReadOnlyList<(Intent Intent, double Weight)> Votes(int cue) => _votes[cue];

    /// <summary>Loads the file.</summary>
    /// <exception cref="DataFileException">A row cannot be used.</exception>
    public static IntentCues Load(string path)
    {
        var cues = new IntentCues();
        foreach (var (place, fields) in LexiconFile.Rows(path, "#voc-intents\t1", columns: 3))
        {
            var intent = Array.IndexOf(Intents.Labels, fields[0]);
            if (intent < 0 || !double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
            {
                throw new DataFileException(place, new(
                    $"意図「{fields[0]}」か重み「{fields[2]}」が使えません。意図は {string.Join('、', Intents.Labels)} のどれかです。",
                    $"Intent '{fields[0]}' or weight '{fields[2]}' cannot be used; an intent is one of {string.Join(", ", Intents.Labels)}."));
            }

            cues.Add(NormalizedText.From(fields[1]).Text.ToLowerInvariant(), (Intent)intent, weight);
        }

        return cues;
    }

    private void Add(string cue, Intent intent, double weight)
    {
        foreach (var variant in ExpressionVariants.Of(cue))
        {
            var number = Trie.Find(variant);
            if (number == PhraseTrie.None)
            {
                number = _votes.Count;
                _votes.Add([]);
                Trie.Set(variant, number);
            }

            _votes[number].Add((intent, weight));
        }
    }
}
