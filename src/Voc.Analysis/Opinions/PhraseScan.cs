using Voc.Analysis.Morphology;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis.Opinions;

/// <summary>
/// Tells whether any of some expressions or keywords can be found in a text, by the same search that the reading uses. Where none is, a
/// change of them leaves the reading of the text as it is. Safe for any number of threads.
/// </summary>
public sealed class PhraseScan
{
    private readonly Tokenizer _tokenizer;
    private readonly PhraseTrie _trie = new();
    private readonly List<string> _asWritten = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="tokenizer">The tokenizer of the reading.</param>
    /// <param name="phrases">Expressions or keywords in base form.</param>
    public PhraseScan(Tokenizer tokenizer, IEnumerable<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        _tokenizer = tokenizer;
        foreach (var phrase in phrases.Select(p => NormalizedText.From(p).Text.ToLowerInvariant()).Where(p => p.Length > 0))
        {
            foreach (var variant in ExpressionVariants.Of(phrase))
            {
                _trie.Set(variant, _asWritten.Count);
                _asWritten.Add(variant);
            }
        }
    }

    /// <summary>Where the first of them stands, in the text as it was given; null where there is none.</summary>
    public TextSpan? Find(string text)
    {
        var normalized = NormalizedText.From(text);
        return Place(normalized.Text) is { } place ? normalized.ToOriginal(place.Start, place.Length) : null;
    }

    private TextSpan? Place(string text)
    {
        foreach (var phrase in _asWritten)
        {
            if (text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            {
                return new(at, phrase.Length);
            }
        }

        var passage = new Passage(text, _tokenizer);
        for (var i = 0; i < passage.Count; i++)
        {
            var found = ExpressionFinder.At(passage, i, passage.Count, _trie);
            if (found.Value != PhraseTrie.None)
            {
                var start = passage.Tokens[found.Range.Start].Start;
                return new(start, passage.Tokens[found.Range.End - 1].End - start);
            }
        }

        return null;
    }
}
