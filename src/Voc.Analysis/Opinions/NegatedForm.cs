using Voc.Analysis.Morphology;

namespace Voc.Analysis.Opinions;

/// <summary>Denies an expression in base form: できる becomes できない, 遅い becomes 遅くない, 丁寧 becomes 丁寧ではない.</summary>
internal static class NegatedForm
{
    private const string Rows = "うくぐすつぬぶむる";
    private const string DeniedRows = "わかがさたなばまら";

    /// <summary>The denial in base form.</summary>
    /// <param name="expression">Normalised, in base form.</param>
    /// <param name="tokenizer">Tells verbs that end alike apart.</param>
    public static string Of(string expression, Tokenizer tokenizer)
    {
        if (expression.EndsWith("来る", StringComparison.Ordinal))
        {
            return expression[..^1] + "ない"; // In the dictionary it is 来る (きたる) first.
        }
        var tokens = tokenizer.Tokenize(expression);
        return tokens.Count == 0 ? expression : Of(expression, tokens[^1].Word);
    }

    private static string Of(string expression, Word last) => last switch
    {
        { ConjugationForm: not "基本形" } => expression + "ではない",
        { BaseForm: "ある", PartOfSpeech: "動詞" } => expression[..^2] + "ない",
        { ConjugationType: "一段" } => expression[..^1] + "ない",
        { PartOfSpeech: "動詞" } when last.ConjugationType.StartsWith("五段", StringComparison.Ordinal) => Row(expression) + "ない",
        { PartOfSpeech: "動詞" } when last.ConjugationType.StartsWith("サ変", StringComparison.Ordinal) => expression[..^2] + (expression[^2] == 'ず' ? "じない" : "しない"),
        { PartOfSpeech: "動詞" } when last.ConjugationType.StartsWith("カ変", StringComparison.Ordinal) => expression[..^2] + "こない",
        { ConjugationType: "形容詞・イイ" } => expression[..^2] + "よくない",
        { PartOfSpeech: "形容詞" or "助動詞" } when expression[^1] == 'い' => expression[..^1] + "くない",
        { PartOfSpeech: "動詞" } => expression[..^1] + "ない",
        _ => expression + "ではない",
    };

    private static string Row(string expression) =>
        Rows.IndexOf(expression[^1], StringComparison.Ordinal) is var row and >= 0 ? expression[..^1] + DeniedRows[row] : expression;
}
