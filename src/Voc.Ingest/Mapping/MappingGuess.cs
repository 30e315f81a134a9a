namespace Voc.Ingest.Mapping;

/// <summary>Guesses a mapping from the names of the columns and the first rows, for the user to look at before importing.</summary>
public static class MappingGuess
{
    private const int MaxAttributes = 30;

    private static readonly string[] TextNames = ["本文", "内容", "コメント", "自由記述", "自由回答", "意見", "要望", "感想", "口コミ", "クチコミ", "レビュー", "理由", "投稿文", "メッセージ", "お声", "申告", "text", "comment", "feedback", "review", "body", "message", "verbatim", "opinion"];
    private static readonly string[] StaffTextNames = ["対応内容", "応対内容", "対応履歴", "対応結果", "回答内容", "処置内容"];
    private static readonly string[] DateNames = ["日時", "年月日", "日付", "受付日", "回答日", "投稿日", "登録日", "作成日", "送信日", "発生日", "対応日", "購入日", "時刻", "タイムスタンプ", "timestamp", "date", "createdat", "created", "submitted", "occurredat", "time"];
    private static readonly string[] IdNames = ["id", "回答id", "回答番号", "受付番号", "受付no", "管理番号", "問い合わせ番号", "問合せ番号", "お問い合わせ番号", "投稿id", "レビューid", "externalid", "responseid", "reviewid", "postid", "ticketid", "uuid"];
    private static readonly string[] ProductNames = ["商品", "商品名", "製品", "製品名", "サービス", "サービス名", "機種", "機種名", "品名", "対象商品", "購入商品", "ご利用商品", "product", "productname", "item", "service"];
    private static readonly string[] CustomerNames = ["顧客id", "顧客番号", "顧客コード", "会員id", "会員番号", "お客様番号", "お客様id", "ユーザーid", "ユーザid", "customer", "customerid", "userid", "memberid", "メールアドレス", "メール", "email", "emailaddress"];
    private static readonly string[] PersonalNames = ["氏名", "名前", "姓", "名", "フリガナ", "ふりがな", "カナ", "メール", "email", "mail", "電話", "携帯", "phone", "tel", "fax", "住所", "郵便番号", "address", "zip", "生年月日", "誕生日", "ip", "ipアドレス", "ipaddress", "firstname", "lastname", "name", "username"];
    private static readonly string[] NpsNames = ["nps", "推奨度", "おすすめ度", "オススメ度", "勧めたい", "薦めたい", "すすめたい", "recommend"];
    private static readonly string[] CsatNames = ["満足度", "csat", "satisfaction", "満足"];
    private static readonly string[] RatingNames = ["評価", "総合評価", "星", "星の数", "rating", "stars", "star", "score"];

    /// <summary>Guesses.</summary>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="sampleRows">The first rows below them; a few dozen are enough, none is allowed.</param>
    /// <returns>A mapping whose text is empty where no column looks like one.</returns>
    public static FieldMapping Of(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string?>> sampleRows) =>
        Of(ColumnSample.Of(columns, sampleRows), new());

    /// <summary>Guesses what a mapping leaves open from the columns that are left.</summary>
    internal static FieldMapping Of(IReadOnlyList<ColumnSample> columns, FieldMapping known)
    {
        var used = known.Columns().Select(pair => pair.Column).ToHashSet();
        var left = columns.Where(column => !used.Contains(column.Name)).ToList();
        string? Take(string? name, Func<ColumnSample, bool> fits) => name ?? Remove(left, left.Find(column => fits(column)));

        var occurredAt = Take(known.OccurredAt, column => column.Mentions(DateNames) && column.HoldsDates());
        var externalId = Take(known.ExternalId, column => column.IsNamed(IdNames) && column.Distinct == column.Count);
        var nps = Take(known.Nps, column => column.Mentions(NpsNames) && column.HoldsScores(0, 10));
        var csat = Take(known.Csat, column => column.Mentions(CsatNames) && !column.IsEmpty && column.HoldsScores(1, 5));
        var rating = Take(known.Rating, column => column.IsNamed(RatingNames) && !column.IsEmpty && column.HoldsScores(1, 5));
        var product = Take(known.Product, column => column.IsNamed(ProductNames));
        var customer = Take(known.Customer, column => column.IsNamed(CustomerNames));
        var text = known.Text.Count > 0 ? known.Text : Texts(left);
        left.RemoveAll(column => text.Contains(column.Name));
        return known with
        {
            Text = text,
            OccurredAt = occurredAt,
            ExternalId = externalId,
            Nps = nps,
            Csat = csat,
            Rating = rating,
            Product = product,
            Customer = customer,
            Attributes = known.Attributes.Count > 0 ? known.Attributes : [.. left.Where(IsAttribute).Take(MaxAttributes).Select(column => column.Name)],
        };
    }

    private static string? Remove(List<ColumnSample> left, ColumnSample? column)
    {
        left.Remove(column!);
        return column?.Name;
    }

    /// <summary>Of the columns that do not hold the answers of staff: every one that is named like a text and reads like one; else the one that reads most like one; else the first that is named so.</summary>
    private static string[] Texts(List<ColumnSample> columns)
    {
        var left = columns.Where(column => !column.Mentions(StaffTextNames)).ToList();
        var prose = left.Where(column => column.HoldsProse() && !IsPersonal(column)).ToList();
        var both = prose.Where(column => column.Mentions(TextNames)).ToList();
        return both.Count > 0 ? [.. both.Select(column => column.Name)]
            : prose.MaxBy(column => column.MeanLength) is { } longest ? [longest.Name]
            : left.Find(column => column.Mentions(TextNames) && !column.HoldsDates()) is { } named ? [named.Name]
            : left.Find(column => column.IsEmpty && column.Mentions(TextNames)) is { } empty ? [empty.Name]
            : [];
    }

    private static bool IsAttribute(ColumnSample column) =>
        !column.IsEmpty && !IsPersonal(column) && !column.HoldsDates() && column.MeanLength <= 40 && (column.Distinct <= Math.Max(2, column.Count * 2 / 3) || column.Count < 5);

    private static bool IsPersonal(ColumnSample column) => column.IsNamed(PersonalNames) || column.Mentions("氏名", "メールアドレス", "電話番号", "email", "住所", "郵便番号", "フリガナ", "ふりがな", "ipアドレス", "生年月日");
}
