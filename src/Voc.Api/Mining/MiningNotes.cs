using Voc.Api.Problems;

namespace Voc.Api.Mining;

/// <summary>Everything a reader may have to know of a view, in both languages.</summary>
internal static class MiningNotes
{
    public static MiningNote Multiple(int tested) => Of(
        "multiple",
        $"{tested:N0}語を同時に検定しています。p 値ではなく、偽発見率を調整した q 値（Benjamini–Hochberg）で判断してください。",
        $"{tested:N0} words were tested at once. Go by the q-values, which control the false discovery rate (Benjamini–Hochberg), not by the p-values.");

    public static MiningNote NoRest => Of(
        "no-rest",
        "比較する相手のテキストがありません。検索条件で絞り込むか、比較する検索式または分類を指定してください。",
        "There are no texts to compare with. Narrow the search down, or choose a query or a field to compare by.");

    public static MiningNote NoTexts => Of(
        "no-texts", "対象のテキストがありません。検索条件を見直してください。", "There are no texts. Change the search.");

    public static MiningNote Overlap(int texts) => Of(
        "overlap",
        $"比較対象のうち {texts:N0} 件は検索結果にも含まれるため、比較対象から除きました。",
        $"{texts:N0} of the texts compared with are in the result too and were left out of the comparison.");

    public static MiningNote Unknown(string dimension, int texts) => Of(
        "unknown-value",
        $"「{dimension}」の値がないテキスト {texts:N0} 件は集計から除きました。",
        $"{texts:N0} texts without a value of '{dimension}' were left out.");

    public static MiningNote Cut(string dimension, int shown, int all) => Of(
        "cut",
        $"「{dimension}」は {all:N0} 個の値のうち {shown:N0} 個を表示しています。合計・期待度数・検定は表示していない値も含みます。",
        $"Of {all:N0} values of '{dimension}', {shown:N0} are shown. Totals, expected counts and tests include the others.");

    public static MiningNote CutMap(string dimension, int shown, int all) => Of(
        "cut",
        $"「{dimension}」は {all:N0} 個の値のうち、件数の多い {shown:N0} 個だけで分析しています。",
        $"Only the {shown:N0} most frequent of {all:N0} values of '{dimension}' are analysed.");

    public static MiningNote LowExpected(int low, int cells) => Of(
        "low-expected",
        $"期待度数が 5 未満のセルが {cells:N0} 個のうち {low:N0} 個あります。カイ二乗検定の p 値は目安と考えてください。",
        $"{low:N0} of {cells:N0} cells expect fewer than 5 texts: take the p-value of χ² as a hint only.");

    public static MiningNote SeveralValues(string dimension) => Of(
        "several-values",
        $"1 件のテキストが「{dimension}」の値を複数もつことがあるため、表全体の検定は行わず、値ごとに「もつ・もたない」で検定しています。合計は件数と一致しません。",
        $"A text can have several values of '{dimension}'. So the table is not tested as a whole, but each value by having it or not; counts add up to more than the texts.");

    public static MiningNote SeveralValuesEach => Of(
        "several-values-each",
        "どちらの分類も 1 件のテキストに複数の値があり得るため、検定は行わず、セルごとの残差だけを示します。",
        "A text can have several values of either field, so that nothing is tested; each cell has its residual.");

    public static MiningNote Degenerate => Of(
        "degenerate",
        "対応分析には、テキストのある行と列がそれぞれ 2 つ以上必要です。検索条件か分類を変えてください。",
        "Correspondence analysis needs at least two rows and two columns with texts. Change the search or the fields.");

    public static MiningNote SameProfiles => Of(
        "same-profiles",
        "行（列）のプロフィールがすべて同じで、図に表せる違いがありません。",
        "All rows (columns) have the same profile: there is no difference to draw.");

    public static MiningNote NoWords => Of(
        "no-words",
        "条件に合う語がありません。品詞や最少件数の条件を緩めてください。",
        "No word meets the conditions. Allow more kinds of words or fewer texts.");

    public static MiningNote SortedByTerms(int texts, int most) => Of(
        "sorted-by-terms",
        $"キーワードを含むテキストが {most:N0} 件を超える（{texts:N0} 件）ので、文字の順ではなく、隣の自立語（基本形）の順に並べています。正確な文字列は文字の順です。",
        $"More than {most:N0} texts ({texts:N0}) hold the keyword, so lines are in the order of the neighbouring content words in base form rather than of characters; exact strings are in that of characters.");

    public static MiningNote CountedByParts(long texts) => Of(
        "counted-by-parts",
        $"以前の版で保存したテキスト {texts:N0} 件は更新中のため、複合語（炊飯器など）を構成語（炊飯・器）で数えています。終わってから数え直してください。",
        $"{texts:N0} texts that an earlier version stored are being brought up to date; until then their compounds are counted by their parts. Count again once that is done.");

    public static MiningNote Truncated(int lines) => Of(
        "truncated",
        $"先頭の {lines:N0} 行だけを書き出しました。",
        $"Only the first {lines:N0} lines were written.");

    private static MiningNote Of(string code, string ja, string en) => new(code, new LocalizedText(ja, en).Say());
}
