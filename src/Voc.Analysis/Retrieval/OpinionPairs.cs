using Voc.Analysis.Morphology;
using Voc.Analysis.Opinions;
using Voc.Analysis.Text;

namespace Voc.Analysis.Retrieval;

/// <summary>
/// Brings opinions, and what a query asks of them, to the words they are counted by: normalised, in lower case and base form, the
/// denial part of the expression. 「ログインができません」 and 「ログインできなかった」 are both ログイン/できない. Safe for any number of
/// threads.
/// </summary>
public sealed class OpinionPairs(Tokenizer tokenizer)
{
    private static readonly string[] Can = ["できる", "できない"];

    /// <summary>The pairs of a text's opinions, in text order.</summary>
    public IReadOnlyList<OpinionPair> Of(IReadOnlyList<Opinion> opinions)
    {
        ArgumentNullException.ThrowIfNull(opinions);
        return [.. opinions.Select(Of).Where(p => p.Expression.Length > 0)];
    }

    /// <summary>The pair of an opinion.</summary>
    public OpinionPair Of(Opinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        var (target, said) = (Fold(opinion.Target ?? ""), Fold(opinion.Expression));
        var expression = opinion.Negated && said.Length > 0 ? NegatedForm.Of(said, tokenizer) : said;
        var (main, rest) = target.Length > 0 ? (target, expression) : Split(expression);
        return new OpinionPair(main, rest, Math.Sign(opinion.Polarity));
    }

    /// <summary>What somebody typed, in any form of the words, as it is counted; null where nothing was typed.</summary>
    public (string? Target, string? Expression) Typed(string? target, string? expression)
    {
        var (folded, said) = (Fold(target ?? ""), Expression(Fold(expression ?? "")));
        return folded.Length > 0 ? (folded, said.Length > 0 ? said : null)
            : said.Length > 0 ? Split(said)
            : (null, null);
    }

    private string Expression(string text)
    {
        var tokens = tokenizer.Tokenize(text);
        var end = tokens.Count;
        var negated = false;
        for (; end > 1 && IsTail(text, tokens[end - 1], tokens[end - 2]); end--)
        {
            negated |= tokens[end - 1].BaseForm(text) is "ない" or "ぬ" or "ん" or "まい" or "ず";
        }
        if (end == 0)
        {
            return text;
        }
        var last = tokens[end - 1];
        var expression = text[..last.Start] + (last.Word.ConjugationForm == "*" ? text[last.Start..last.End] : last.BaseForm(text));
        return negated ? NegatedForm.Of(expression, tokenizer) : expression;
    }

    /// <summary>Whether a token inflects or denies the one before it rather than being the expression itself.</summary>
    private static bool IsTail(string text, Token token, Token before) => token.Word switch
    {
        { PartOfSpeech: "助動詞" } => true,
        { PartOfSpeech: "助詞" } => text[token.Start..token.End] is "て" or "で" or "は" or "では" or "じゃ" or "も",
        { PartOfSpeech: "形容詞", BaseForm: "ない" } => before.Word.PartOfSpeech is "助動詞" or "形容詞" || text[before.Start..before.End] is "は" or "では" or "じゃ",
        _ => false,
    };

    /// <summary>ログインできる says できる of ログイン.</summary>
    private static (string? Target, string Expression) Split(string expression) =>
        Array.Find(Can, can => expression.Length > can.Length && expression.EndsWith(can, StringComparison.Ordinal)) is { } can
            ? (expression[..^can.Length], can)
            : (null, expression);

    private static string Fold(string word) => NormalizedText.From(word).Text.Trim().ToLowerInvariant();
}
