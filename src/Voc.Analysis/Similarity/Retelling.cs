namespace Voc.Analysis.Similarity;

/// <summary>
/// Tells whether one text says all that another does, sentence by sentence in nearly the same words, and perhaps something more. What a text was
/// read to say is kept for the next comparison. Not for several threads at once.
/// </summary>
/// <param name="analyzer">Reads the sentences.</param>
/// <param name="text">The text of an identifier; null where it is gone.</param>
public sealed class Retelling(Analyzer analyzer, Func<long, string?> text)
{
    private readonly Dictionary<long, IReadOnlySet<long>> _sentences = [];

    /// <summary>Whether one of two texts holds every sentence of the other; where one has no letters, never.</summary>
    public bool IsOne(long one, long other)
    {
        var (a, b) = (Sentences(one), Sentences(other));
        return a.Count > 0 && b.Count > 0 && (a.IsSubsetOf(b) || b.IsSubsetOf(a));
    }

    private IReadOnlySet<long> Sentences(long id)
    {
        if (!_sentences.TryGetValue(id, out var sentences))
        {
            _sentences.Add(id, sentences = text(id) is { } known ? analyzer.SentenceWordings(known) : new HashSet<long>());
        }
        return sentences;
    }
}
