using System.Collections.Concurrent;
using Voc.Analysis.Morphology;

namespace Voc.Analysis.Mining;

/// <summary>
/// Tells the kind of terms by segmenting each by itself, out of its context: the index keeps base forms and no parts of speech. A
/// term of several words is what its last word is. Remembers what it told. Safe for any number of threads.
/// </summary>
/// <param name="tokenizer">The one that made the terms.</param>
public sealed class WordKinds(Tokenizer tokenizer)
{
    private readonly ConcurrentDictionary<string, WordKind> _known = new(StringComparer.Ordinal);

    /// <summary>The kind of a term.</summary>
    public WordKind Of(string term) => _known.GetOrAdd(term, static (term, tokenizer) => Tell(term, tokenizer), tokenizer);

    private static WordKind Tell(string term, Tokenizer tokenizer)
    {
        var tokens = tokenizer.Tokenize(term);
        var word = tokens.LastOrDefault(t => !t.IsSpace).Word;
        if (word is null || term.All(char.IsDigit))
        {
            return WordKind.Other;
        }
        return word.PartOfSpeech switch
        {
            "名詞" when word.Detail1 == "数" && tokens.Count == 1 => WordKind.Other,
            "名詞" when word.Detail1 is "形容動詞語幹" or "ナイ形容詞語幹" || word.Detail2 == "形容動詞語幹" => WordKind.Adjective,
            "名詞" => WordKind.Noun,
            "動詞" => WordKind.Verb,
            "形容詞" => WordKind.Adjective,
            "副詞" => WordKind.Adverb,
            // A code such as zq-1x299 falls into signs and letters.
            _ => term.Any(char.IsAsciiLetter) ? WordKind.Noun : WordKind.Other,
        };
    }
}
