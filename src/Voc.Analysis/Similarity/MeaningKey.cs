using System.Collections.Frozen;
using System.Text;
using Voc.Analysis.Morphology;

namespace Voc.Analysis.Similarity;

/// <summary>
/// Reduces a segmented text to what it says: base forms in their order, without words of mere tone. Whatever can turn a meaning round
/// stays: denials, commands, questions, tenses, other particles, numbers and codes. So two texts with equal keys differ in politeness,
/// topic marks, usual spellings and interjections alone.
/// </summary>
internal static class MeaningKey
{
    private static readonly FrozenSet<string> Denials = Set("ない", "ん", "ぬ", "ず");
    private static readonly FrozenSet<string> PoliteAuxiliaries = Set("です", "ます", "だ", "ある", "ござる", "ございます");
    private static readonly FrozenSet<string> PoliteEndings = Set("よ", "ね", "わ", "ぞ", "ぜ", "さ");
    private static readonly FrozenSet<string> Stress = Set("とても", "本当に", "ほんとうに", "ほんとに");

    /// <summary>Spellings that everybody mixes, by base form.</summary>
    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string, string>
    {
        ["出来る"] = "できる",
        ["下さる"] = "くださる",
        ["頂く"] = "いただく",
        ["致す"] = "いたす",
        ["有る"] = "ある",
        ["無い"] = "ない",
        ["いい"] = "良い",
        ["よい"] = "良い",
        ["事"] = "こと",
        ["為"] = "ため",
        ["時"] = "とき",
        ["所"] = "ところ",
        ["是非"] = "ぜひ",
        ["全て"] = "すべて",
        ["凄い"] = "すごい",
        ["てる"] = "ている",
        ["でる"] = "でいる",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Appends what a text says.</summary>
    /// <param name="normalized">The text, from <see cref="Text.NormalizedText"/>.</param>
    /// <param name="tokens">Its tokens in normal mode.</param>
    /// <param name="words">Receives the words; <see cref="CharacterKey"/> makes the key of it.</param>
    public static void Append(string normalized, List<Token> tokens, StringBuilder words)
    {
        foreach (var token in tokens)
        {
            if (IsTone(normalized, token))
            {
                words.Append(' '); // Keeps digits on both sides apart.
                continue;
            }
            if (token.Word is { PartOfSpeech: "助動詞", BaseForm: { } auxiliary } && Denials.Contains(auxiliary))
            {
                words.Append(CharacterKey.Denial);
                continue;
            }
            AppendWord(normalized, token, words);
        }
    }

    private static void AppendWord(string normalized, Token token, StringBuilder words)
    {
        if (token.Word.BaseForm is { } known)
        {
            words.Append(token.Word is { PartOfSpeech: "動詞", BaseForm: "でる" or "てる", Detail1: "自立" } ? known : Spellings.GetValueOrDefault(known, known));
        }
        else
        {
            words.Append(token.Surface(normalized));
        }
        if (token.Word.ConjugationForm.StartsWith("命令", StringComparison.Ordinal))
        {
            words.Append(CharacterKey.Command);
        }
    }

    /// <summary>Whether a word changes how something is said and not what.</summary>
    private static bool IsTone(string normalized, Token token)
    {
        var word = token.Word;
        return word.PartOfSpeech switch
        {
            "助詞" => word switch
            {
                { Detail1: "係助詞", BaseForm: "は" } or { Detail1: "格助詞", BaseForm: "が" } => true,
                { Detail1: "終助詞", BaseForm: { } ending } => PoliteEndings.Contains(ending),
                _ => false,
            },
            "助動詞" => word.BaseForm is { } auxiliary && PoliteAuxiliaries.Contains(auxiliary),
            "名詞" => word is { Detail1: "非自立", BaseForm: "の" or "ん" },
            "接頭詞" => token.Surface(normalized) is "お" or "ご" or "御",
            "副詞" => word.BaseForm is { } adverb && Stress.Contains(adverb),
            "フィラー" => true,
            _ => false,
        };
    }
}
