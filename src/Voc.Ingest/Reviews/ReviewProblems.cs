using System.Globalization;

namespace Voc.Ingest.Reviews;

/// <summary>The messages of pages that hold no reviews or cannot be read.</summary>
internal static class ReviewProblems
{
    public static LocalizedText NotHtml(string kind)
    {
        var (ja, en) = kind switch
        {
            "empty" => ("空の内容", "empty"),
            "text" => ("タグのないテキスト", "text without tags"),
            "binary" => ("バイナリデータ", "binary data"),
            _ => (kind, kind),
        };
        return new(
            $"HTML ではありません（{ja}）。ブラウザーで「ウェブページ、HTML のみ」として保存したファイルか、レビューの載ったページの URL を指定してください。",
            $"This is not HTML ({en}). Give a file saved from the browser as \"Webpage, HTML only\", or the address of a page with reviews.");
    }

    public static LocalizedText TooLarge(int bytes, int limit) => new(
        $"ページが大きすぎます（{Megabytes(bytes)} MB、上限 {Megabytes(limit)} MB）。レビュー一覧を 1 ページずつ取り込んでください。",
        $"The page is too large ({Megabytes(bytes)} MB, limit {Megabytes(limit)} MB). Take in the list of reviews one page at a time.");

    public static LocalizedText TooManyTags(int limit) => new(
        $"ページのタグが多すぎます（上限 {limit:N0} 個）。レビュー一覧を 1 ページずつ取り込んでください。",
        $"The page holds too many tags (limit {limit.ToString("N0", CultureInfo.InvariantCulture)}). Take in the list of reviews one page at a time.");

    public static LocalizedText TooDeep(int depth) => new(
        $"ページの要素が {depth} 段より深く入れ子になっているため読めません。閉じられていないタグがないか確かめてください。",
        $"The elements of the page are nested deeper than {depth} levels, so it cannot be read. Check it for tags that are never closed.");

    public static LocalizedText NothingFound(int scripts, int items, bool drawnByScript) => new(
        $"レビューが見つかりません。schema.org の JSON-LD（スクリプト {scripts} 個）とマイクロデータ（itemscope {items} 個）の Review を探しました。"
            + (drawnByScript ? "このページはスクリプトで表示を組み立てています。表示し終えたページを保存して取り込んでください。" : "サイト用の抽出設定（item と text のセレクター）を指定してください。"),
        $"No reviews found. Looked for schema.org Review in JSON-LD ({scripts} scripts) and microdata ({items} itemscope elements). "
            + (drawnByScript ? "This page is drawn by scripts; save it once it is shown and import the file." : "Give a site profile with selectors for item and text."));

    public static LocalizedText NothingSelected(string item) => new(
        $"レビューが見つかりません。抽出設定の item「{item}」に一致する要素がありません。ページの HTML に合わせてセレクターを直してください。",
        $"No reviews found. No element matches the profile's item \"{item}\". Change the selector to fit the HTML of the page.");

    public static LocalizedText BrokenJsonLd(int number, string reason) => new(
        $"{number} 番目の JSON-LD スクリプトは JSON として読めないため飛ばしました（{reason}）。",
        $"JSON-LD script {number} was passed over because it is not JSON ({reason}).");

    public static LocalizedText UnreadableRating(string value) => new(
        $"評価「{value}」を読めないため、評価なしで取り込みました。数字・星・「8/10」の形が入る要素を rating に指定してください。",
        $"The rating \"{value}\" cannot be read and was left out. Give an element for rating that holds a number, stars or the form \"8/10\".");

    public static LocalizedText UnreadableDate(string value) => new(
        $"日付「{value}」を読めません。2026-05-01 や 2026年5月1日、3日前 のような日付が入る要素を date に指定してください。",
        $"The date \"{value}\" cannot be read. Give an element for date that holds a date such as 2026-05-01, 2026年5月1日 or 3日前.");

    public static LocalizedText NextElsewhere(string host) => new(
        $"次ページのリンクが別のサイト（{host}）を指しているため、たどりませんでした。",
        $"The link to the next page leads to another site ({host}) and was not followed.");

    private static string Megabytes(int bytes) => (bytes / 1024.0 / 1024.0).ToString("0.#", CultureInfo.InvariantCulture);
}
