using Voc.Analysis.Morphology;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Text;

namespace Voc.Analysis.Search;

/// <summary>A term of the search index and where it stands.</summary>
/// <param name="Term">Base form, normalised (NFKC), lower case.</param>
/// <param name="Span">Where, in the text as it was given.</param>
public readonly record struct IndexTerm(string Term, TextSpan Span);

/// <summary>
/// Makes the terms that texts and queries are indexed and searched by: base forms of content words, compounds split into their
/// parts, no particles, auxiliaries or marks. The same words give the same terms in a text and in a query. Safe for any number
/// of threads.
/// </summary>
public sealed class IndexTerms(Tokenizer tokenizer)
{
    private static readonly HashSet<string> Empty = new(["する", "いる", "ある", "なる", "れる", "られる", "せる", "させる", "おる", "ござる", "いたす", "致す"], StringComparer.Ordinal);

    /// <summary>Brings opinions to the words they are counted by, of texts and of queries.</summary>
    public OpinionPairs Opinions { get; } = new(tokenizer);

    /// <summary>The terms of a text or of the words of a query, in text order.</summary>
    public IReadOnlyList<string> From(string text)
    {
        var normalized = NormalizedText.From(text);
        return From(normalized.Text, Tokens(normalized.Text));
    }

    /// <summary>The terms of a text with their places in it, in text order.</summary>
    public IReadOnlyList<IndexTerm> Locate(string text)
    {
        var normalized = NormalizedText.From(text);
        var terms = new List<IndexTerm>();
        Collect(normalized.Text, Tokens(normalized.Text), (term, start, length) => terms.Add(new(term, normalized.ToOriginal(start, length))));
        return terms;
    }

    /// <summary>The terms of a normalised text that is segmented already.</summary>
    /// <param name="normalized">The text, from <see cref="NormalizedText"/>.</param>
    /// <param name="tokens">Its tokens in normal mode.</param>
    internal IReadOnlyList<string> From(string normalized, List<Token> tokens)
    {
        var terms = new List<string>(tokens.Count / 2);
        Collect(normalized, tokens, (term, _, _) => terms.Add(term));
        return terms;
    }

    private List<Token> Tokens(string normalized)
    {
        var tokens = new List<Token>();
        tokenizer.Tokenize(normalized, TokenizeMode.Normal, tokens);
        return tokens;
    }

    private void Collect(string text, List<Token> tokens, Action<string, int, int> add)
    {
        List<Token>? parts = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var code = CodeTerms.EndAt(text, tokens, i);
            if (code > i)
            {
                CodeTerms.Add(text, tokens[i].Start, tokens[code - 1].End, add);
                i = code - 1;
            }
            else if (!IsContent(text, token))
            {
                continue;
            }
            else if (IsLongNoun(text, token))
            {
                parts ??= [];
                tokenizer.Tokenize(token.Surface(text), TokenizeMode.Search, parts);
                foreach (var part in parts)
                {
                    add(Term(text, new Token(token.Start + part.Start, part.Length, part.Word, part.Origin)), token.Start + part.Start, part.Length);
                }
            }
            else
            {
                add(Term(text, token), token.Start, token.Length);
            }
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
}
