using Voc.Analysis.Mining;
using Voc.Api.Problems;

namespace Voc.Api.Mining;

/// <summary>The views as tables for files.</summary>
internal static class MiningTables
{
    private static readonly LocalizedText Word = new("語", "Word");
    private static readonly LocalizedText Kind = new("品詞", "Kind");
    private static readonly LocalizedText Texts = new("件数", "Texts");
    private static readonly LocalizedText Share = new("割合", "Share");
    private static readonly LocalizedText Positive = new("ポジティブ", "Positive");
    private static readonly LocalizedText Neutral = new("中立", "Neutral");
    private static readonly LocalizedText Negative = new("ネガティブ", "Negative");
    private static readonly LocalizedText Query = new("検索式", "Query");
    private static readonly LocalizedText Target = new("対象", "Target");
    private static readonly LocalizedText Example = new("例の番号", "Example");

    public static CsvTable Of(KeywordAnswer answer) => new(
        "keywords",
        [Word, Kind, Texts, new("出現回数", "Occurrences"), Share, Positive, Neutral, Negative, Query],
        answer.Rows.Select(r => (IReadOnlyList<object?>)[r.Term, r.Kind, r.Texts, r.Occurrences, r.Share, r.Positive, r.Neutral, r.Negative, r.Query]));

    public static CsvTable Of(OpinionAnswer answer, string? table) => MiningParameters.Choice("table", table, "pairs", "targets") == "pairs"
        ? new(
            "opinions",
            [Target, new("表現", "Expression"), new("極性", "Polarity"), Texts, Share, Example, Query],
            answer.Pairs.Select(p => (IReadOnlyList<object?>)[p.Target, p.Expression, p.Polarity, p.Texts, p.Share, p.ExampleId, p.Query]))
        : new(
            "opinion-targets",
            [Target, Texts, Positive, Neutral, Negative, Example, Query],
            answer.Targets.Select(t => (IReadOnlyList<object?>)[t.Target, t.Texts, t.Positive, t.Neutral, t.Negative, t.ExampleId, t.Query]));

    public static CsvTable Of(CharacteristicAnswer answer) => new(
        "characteristic",
        [
            new("グループ", "Group"), Word, Kind, new("特徴の向き", "Over"), Texts, new("語のない件数", "Without"), new("比較側の件数", "Rest"),
            new("比較側の語のない件数", "Rest without"), new("期待度数", "Expected"), Share, new("比較側の割合", "Rest share"), new("対数尤度比 G2", "G2"),
            new("対数比 Log Ratio", "Log Ratio"), new("p 値", "p"), new("q 値", "q"), Query,
        ],
        answer.Groups.SelectMany(g => g.Rows.Select(r => (IReadOnlyList<object?>)
        [
            g.Label, r.Term, r.Kind, r.Over ? "over" : "under", r.Texts, r.Without, r.Rest, r.RestWithout, r.Expected, r.Share, r.RestShare, r.G2, r.LogRatio, r.P, r.Q, r.Query,
        ])));

    public static CsvTable Of(NetworkAnswer answer, string? table) => MiningParameters.Choice("table", table, "edges", "nodes") == "edges"
        ? new(
            "network-edges",
            [new("語 1", "Word 1"), new("語 2", "Word 2"), Texts, new("Jaccard 係数", "Jaccard"), new("コミュニティ", "Community"), Query],
            answer.Edges.Select(e => (IReadOnlyList<object?>)[e.Source, e.Target, e.Texts, e.Jaccard, e.Community, e.Query]))
        : new(
            "network-nodes",
            [Word, Kind, Texts, Share, Positive, Neutral, Negative, new("コミュニティ", "Community"), new("次数", "Degree"), new("強度", "Strength"), Query],
            answer.Nodes.Select(n => (IReadOnlyList<object?>)[n.Term, n.Kind, n.Texts, n.Share, n.Positive, n.Neutral, n.Negative, n.Community, n.Degree, n.Strength, n.Query]));

    public static CsvTable Of(HeatMapAnswer answer, string? table) => MiningParameters.Choice("table", table, "cells", "counts", "residuals") switch
    {
        "counts" => Matrix("heatmap-counts", answer, (r, c) => answer.Counts[r][c]),
        "residuals" => Matrix("heatmap-residuals", answer, (r, c) => answer.Residuals[r][c]),
        _ => new(
            "heatmap",
            [
                Named(answer.RowDimension), Named(answer.ColumnDimension), Texts, new("行の合計", "Row total"), new("列の合計", "Column total"),
                new("全体", "Base"), new("期待度数", "Expected"), new("調整済み標準化残差", "Adjusted residual"), new("行に占める割合", "Row share"), new("列に占める割合", "Column share"), Query,
            ],
            answer.Rows.SelectMany((row, r) => answer.Columns.Select((column, c) => (IReadOnlyList<object?>)
            [
                row.Label, column.Label, answer.Counts[r][c], row.Texts, column.Texts, answer.Base, answer.Expected[r][c], answer.Residuals[r][c],
                answer.RowShares[r][c], answer.ColumnShares[r][c], DrillDown.And(row.Clause, column.Clause),
            ]))),
    };

    public static CsvTable Of(CorrespondenceAnswer answer, string? table)
    {
        if (MiningParameters.Choice("table", table, "points", "counts") == "counts")
        {
            return new CsvTable(
                "correspondence-counts",
                [Named(answer.RowDimension).Say(), .. answer.Columns.Select(c => c.Label)],
                answer.Rows.Select((row, r) => (IReadOnlyList<object?>)[row.Label, .. answer.Counts[r].Cast<object?>()]));
        }
        var axes = Enumerable.Range(1, Math.Max(answer.Rows.Concat(answer.Columns).Select(p => p.Coordinates.Count).DefaultIfEmpty(0).Max(), 0)).ToList();
        IReadOnlyList<LocalizedText> headings =
        [
            new("行・列", "Side"), new("値", "Value"), Texts, new("質量", "Mass"), new("慣性の割合", "Inertia share"),
            .. axes.Select(a => new LocalizedText($"座標 {a}", $"Coordinate {a}")),
            .. axes.Select(a => new LocalizedText($"寄与 {a}", $"Contribution {a}")),
            .. axes.Select(a => new LocalizedText($"cos2 {a}", $"cos2 {a}")),
            Query,
        ];
        return new CsvTable("correspondence", headings, [.. answer.Rows.Select(p => Point("row", p, axes.Count)), .. answer.Columns.Select(p => Point("column", p, axes.Count))]);
    }

    public static CsvTable Of(TimelineAnswer answer) => new(
        "timeline",
        [new("語", "Series"), new("開始日", "First day"), new("終了日", "Last day"), Texts, new("全件数", "All texts"), Share, new("途中の区間", "Partial"), Query],
        answer.Series.SelectMany(s => answer.Intervals.Select((interval, i) => (IReadOnlyList<object?>)
            [s.Term, interval.Start, interval.End, s.Counts[i], interval.Texts, s.Shares[i], interval.Partial, DrillDown.And(s.Query, interval.Query)])));

    public static CsvTable Of(ConcordanceAnswer answer) => new(
        "kwic",
        [
            new("番号", "Id"), new("日時", "Time"), new("チャネル", "Channel"), new("製品", "Product"), new("感情", "Sentiment"), new("感情スコア", "Score"),
            new("左文脈", "Left"), new("キーワード", "Keyword"), new("右文脈", "Right"), new("開始位置", "Start"), new("長さ", "Length"), Query,
        ],
        answer.Lines.Select(l => (IReadOnlyList<object?>)[l.Id, l.OccurredAt, l.Channel, l.Product, l.Sentiment, l.Score, l.Left, l.Keyword, l.Right, l.Start, l.Length, l.Query]));

    private static LocalizedText Named(string dimension) =>
        Dimension.TryParse(dimension, out var known) ? new(known.Said(), known.Said()) : Word;

    private static CsvTable Matrix(string name, HeatMapAnswer answer, Func<int, int, object> cell) => new(
        name,
        [Named(answer.RowDimension).Say(), .. answer.Columns.Select(c => c.Label)],
        answer.Rows.Select((row, r) => (IReadOnlyList<object?>)[row.Label, .. answer.Columns.Select((_, c) => cell(r, c))]));

    private static IReadOnlyList<object?> Point(string side, MapPoint point, int axes)
    {
        IEnumerable<object?> Axes(IReadOnlyList<double> values) => Enumerable.Range(0, axes).Select(a => a < values.Count ? (object?)values[a] : null);
        return [side, point.Label, point.Texts, point.Mass, point.InertiaShare, .. Axes(point.Coordinates), .. Axes(point.Contributions), .. Axes(point.Cosines), point.Query];
    }
}
