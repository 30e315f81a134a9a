using Voc.Analysis.Morphology;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>A term of the search index and where it stands.</summary>
/// <param name="Term">Base form, normalised (NFKC), lower case.</param>
/// <param name="Span">Where, in the text as it was given.</param>
public readonly record struct IndexTerm(string Term, TextSpan Span);

/// <summary>
/// Makes the terms that texts and queries are indexed and searched by: base forms of content words, long words and codes with their
/// parts, no particles, auxiliaries or marks. The same words give the same terms in a text and in a query. Safe for any number
/// of threads.
/// </summary>
public sealed class IndexTerms(Tokenizer tokenizer)
{
    private static readonly HashSet<string> Empty = new(["する", "いる", "ある", "なる", "れる", "られる", "せる", "させる", "おる", "ござる", "いたす", "致す"], StringComparer.Ordinal);

    /// <summary>Brings opinions to the words they are counted by, of texts and of queries.</summary>
    public OpinionPairs Opinions { get; } = new(tokenizer);

    /// <summary>The terms of a text or of the words of a query, in text order.</summary>
    public IReadOnlyList<string> From(string text) => Read(text).Terms;

    /// <summary>The terms of a text, and which of them are one word together.</summary>
    public TextTerms Read(string text)
    {
        var normalized = NormalizedText.From(text);
        return Read(normalized.Text, Tokens(normalized.Text));
    }

    /// <summary>The terms of a text with their places in it, in text order.</summary>
    public IReadOnlyList<IndexTerm> Locate(string text) => LocateWords(text).Terms;

    /// <summary>The terms of a text, and which of them are one word together, with their places in it.</summary>
    public LocatedTerms LocateWords(string text)
    {
        var normalized = NormalizedText.From(text);
        var found = new FoundTerms();
        Collect(normalized.Text, Tokens(normalized.Text), found);
        return new LocatedTerms(
            [.. found.Terms.Select((term, i) => new IndexTerm(term, normalized.ToOriginal(found.Places[i].Start, found.Places[i].Length)))],
            [.. found.Compounds.Select(c => (c.Word, normalized.ToOriginal(c.Start, c.Length)))]);
    }

    /// <summary>The terms of a normalised text that is segmented already.</summary>
    /// <param name="normalized">The text, from <see cref="NormalizedText"/>.</param>
    /// <param name="tokens">Its tokens in normal mode.</param>
    internal TextTerms Read(string normalized, List<Token> tokens)
    {
        var found = new FoundTerms();
        Collect(normalized, tokens, found);
        return new TextTerms(found.Terms, [.. found.Compounds.Select(c => c.Word)]);
    }

    private List<Token> Tokens(string normalized)
    {
        var tokens = new List<Token>();
        tokenizer.Tokenize(normalized, TokenizeMode.Normal, tokens);
        return tokens;
    }

    private void Collect(string text, List<Token> tokens, FoundTerms found)
    {
        List<Token>? parts = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var first = found.Terms.Count;
            var code = CodeTerms.EndAt(text, tokens, i);
            if (code > i)
            {
                CodeTerms.Add(text, token.Start, tokens[code - 1].End, found.Add);
                found.Join(found.Terms[first], first, token.Start, tokens[code - 1].End - token.Start);
                i = code - 1;
            }
            else if (IsContent(text, token))
            {
                var last = WrittenWords.LastOf(text, tokens, i);
                for (; i < last; i++)
                {
                    Add(text, tokens[i], found, ref parts);
                }
                Add(text, tokens[last], found, ref parts);
                var end = tokens[last].End;
                found.Join(end > token.End ? Lower(text.AsSpan(token.Start, end - token.Start)) : Term(text, token), first, token.Start, end - token.Start);
            }
        }
    }

    /// <summary>Adds a word of the dictionary, in its parts where it is long.</summary>
    private void Add(string text, in Token token, FoundTerms found, ref List<Token>? parts)
    {
        if (!IsLongNoun(text, token))
        {
            found.Add(Term(text, token), token.Start, token.Length);
            return;
        }
        parts ??= [];
        tokenizer.Tokenize(token.Surface(text), TokenizeMode.Search, parts);
        foreach (var part in parts)
        {
            found.Add(Term(text, new Token(token.Start + part.Start, part.Length, part.Word, part.Origin)), token.Start + part.Start, part.Length);
        }
    }

    private static bool IsContent(string text, in Token token)
    {
        var word = token.Word;
        var carries = word.PartOfSpeech switch
        {
            "名詞" => word.Detail1 is not ("非自立" or "代名詞" or "特殊"),
            "動詞" or "形容詞" => word.Detail1 == "自立" && !Empty.Contains(word.BaseForm ?? ""),
            "副詞" or "接頭詞" or "感動詞" => true,
            "記号" => word.Detail1 == "アルファベット",
            _ => false,
        };
        return carries && HasLetter(token.Surface(text));
    }

    // The lengths from which search mode may split a word: 3 kanji, 8 of anything else (Kuromoji's heuristic).
    private static bool IsLongNoun(string text, in Token token)
    {
        if (token.Word.PartOfSpeech != "名詞" || token.Length < 3)
        {
            return false;
        }

        return token.Length >= 8 || !token.Surface(text).ContainsAnyExceptInRange('\u3400', '\u9FFF');
    }

    private static bool HasLetter(ReadOnlySpan<char> surface)
    {
        foreach (var c in surface)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static string Term(string text, in Token token) =>
        token.Word.BaseForm is { } form ? form.ToLowerInvariant() : Lower(token.Surface(text));

    private static string Lower(ReadOnlySpan<char> surface)
    {
        Span<char> lower = surface.Length <= 256 ? stackalloc char[surface.Length] : new char[surface.Length];
        surface.ToLowerInvariant(lower);
        return lower.ToString();
    }

    /// <summary>Terms as they are found, with their places in the normalised text.</summary>
    private sealed class FoundTerms
    {
        public List<string> Terms { get; } = [];

        public List<(int Start, int Length)> Places { get; } = [];

        public List<(CompoundWord Word, int Start, int Length)> Compounds { get; } = [];

        public void Add(string term, int start, int length)
        {
            Terms.Add(term);
            Places.Add((start, length));
        }

        /// <summary>Notes that the terms from one on are a word together, where they are not that word alone.</summary>
        public void Join(string word, int first, int start, int length)
        {
            var count = Terms.Count - first;
            if (count is > 0 and <= TermLine.MostTerms && (count > 1 || Terms[first] != word))
            {
                Compounds.Add((new CompoundWord(word, first, count), start, length));
            }
        }
    }
}
