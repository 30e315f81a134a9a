namespace Voc.Analysis.Sentiment;

/// <summary>
/// The other writings of an expression that the matching of base forms does not reach: kanji or kana, and the polite and the
/// literary negation of an expression that ends in ない.
/// </summary>
internal static class ExpressionVariants
{
    private const string Unvoiced = "かがさたなばまらわ";
    private const string Polite = "きぎしちにびみりい";

    private static readonly (string From, string To)[] Writings =
    [
        ("良い", "いい"), ("良い", "よい"), ("良く", "よく"), ("良かった", "よかった"), ("悪い", "わるい"),
        ("出来", "でき"), ("でき", "出来"), ("ない", "無い"), ("無い", "ない"),
        ("分かり", "わかり"), ("分から", "わから"), ("使い", "つかい"), ("欲しい", "ほしい"), ("ほしい", "欲しい"),
        ("速い", "早い"), ("繋が", "つなが"), ("つなが", "繋が"), ("掛か", "かか"), ("かか", "掛か"), ("届か", "とどか"),
        ("美味しい", "おいしい"), ("綺麗", "きれい"), ("面倒", "めんどう"), ("酷い", "ひどい"), ("ひどい", "酷い"),
        ("わけ", "訳"), ("もらえ", "貰え"), ("もらう", "貰う"), ("くれ", "呉れ"), ("すぐ", "直ぐ"), ("とても", "迚も"), ("づらい", "ずらい"),
    ];

    public static IEnumerable<string> Of(string expression)
    {
        var writings = new HashSet<string>(StringComparer.Ordinal) { expression };
        foreach (var (from, to) in Writings)
        {
            if (expression.Length > from.Length && expression.Contains(from, StringComparison.Ordinal))
            {
                writings.Add(expression.Replace(from, to, StringComparison.Ordinal));
            }
        }

        // 返品できない, 返品ができない
        foreach (var able in writings.Where(w => w.IndexOf("できない", StringComparison.Ordinal) > 0 && !w.Contains("ができ", StringComparison.Ordinal)).ToArray())
        {
            writings.Add(able.Replace("できない", "ができない", StringComparison.Ordinal));
        }

        return writings.Concat(writings.SelectMany(Negations)).Concat(writings.SelectMany(RoughAdjectives.Of)).Distinct();
    }

    private static IEnumerable<string> Negations(string expression)
    {
        if (expression.Length < 4 || !expression.EndsWith("ない", StringComparison.Ordinal))
        {
            yield break;
        }

        var stem = expression[..^2];
        var last = stem[^1];
        if (stem.EndsWith("じゃ", StringComparison.Ordinal) || last is 'が' or 'は' or 'も' or 'く' or 'の')
        {
            yield return stem + "ありません";
            yield return stem + "ございません";
            yield return stem + "ねえ";
        }

        if (Unvoiced.IndexOf(last, StringComparison.Ordinal) is var row and >= 0)
        {
            yield return stem[..^1] + Polite[row] + "ません";
            yield return stem + "ず";
            yield return stem + "ん";
        }
        else if (last == 'し')
        {
            yield return stem + "ません";
            yield return stem[..^1] + "せず";
        }
        else if (last is not 'く')
        {
            yield return stem + "ありません";
            yield return stem + "ません";
            yield return stem + "ず";
            yield return stem + "ん";
        }
    }
}
