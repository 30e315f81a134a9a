namespace Voc.Ingest.Surveys;

/// <summary>The survey tools, app stores and records of contact centres whose exports are known.</summary>
public static class SurveyPresets
{
    private static readonly string[] ReceivedAt = ["受付日時", "入電日時", "着信日時", "受付日"];
    private static readonly string[] CustomerWords = ["問い合わせ内容", "お問い合わせ内容", "問合せ内容", "お問合せ内容", "申告内容", "お申し出内容", "入電内容"];
    private static readonly string[] StaffWords = ["対応内容", "応対内容", "対応履歴", "回答内容", "処置内容", "対応結果"];

    /// <summary>All of them; the first that fits a file is taken.</summary>
    public static IReadOnlyList<SurveyPreset> All { get; } =
    [
        new()
        {
            Id = "surveymonkey",
            Name = "SurveyMonkey",
            Signature = [["Respondent ID", "回答者 ID", "RespondentID"], ["Collector ID", "コレクター ID", "CollectorID"]],
            OccurredAt = ["End Date", "終了日", "EndDate", "Date Modified", "Start Date", "開始日"],
            ExternalId = ["Respondent ID", "回答者 ID", "RespondentID"],
            Customer = ["Email Address", "電子メールアドレス", "メールアドレス"],
            Ignored = ["Collector ID", "コレクター ID", "CollectorID", "Start Date", "開始日", "StartDate", "Date Created", "IP Address", "IP アドレス", "First Name", "名", "Last Name", "姓", "Custom Data 1", "カスタムデータ 1"],
        },
        new()
        {
            Id = "microsoft-forms",
            Name = "Microsoft Forms",
            Signature = [["ID"], ["開始時刻", "Start time"], ["完了時刻", "Completion time"]],
            OccurredAt = ["完了時刻", "Completion time"],
            ExternalId = ["ID"],
            Customer = ["メール", "Email"],
            Ignored = ["開始時刻", "Start time", "名前", "Name", "最終変更時刻", "Last modified time", "言語", "Language", "合計点", "Total points", "クイズのフィードバック", "Quiz feedback"],
        },
        new()
        {
            Id = "limesurvey",
            Name = "LimeSurvey",
            Signature = [["回答ID", "Response ID", "id"], ["送信日時", "送信日", "Date submitted", "submitdate"], ["最後のページ", "最終ページ", "Last page", "lastpage"]],
            OccurredAt = ["送信日時", "送信日", "Date submitted", "submitdate"],
            ExternalId = ["回答ID", "Response ID", "id"],
            Ignored = ["最後のページ", "最終ページ", "Last page", "lastpage", "開始言語", "Start language", "startlanguage", "シード", "Seed", "seed", "開始日時", "Date started", "startdate", "最終操作日時", "Date last action", "datestamp", "IPアドレス", "IP address", "ipaddr", "参照URL", "Referrer URL", "refurl"],
        },
        new()
        {
            Id = "questant",
            Name = "Questant",
            Signature = [["回答者ID", "回答ID", "回答番号"], ["回答日時", "回答完了日時", "回答終了日時"]],
            OccurredAt = ["回答日時", "回答完了日時", "回答終了日時"],
            ExternalId = ["回答者ID", "回答ID", "回答番号"],
            Ignored = ["No", "No.", "回答開始日時", "所要時間", "デバイス", "ユーザーエージェント", "IPアドレス"],
        },
        new()
        {
            Id = "google-play",
            Name = "Google Play Console",
            Signature = [["Package Name"], ["Reviewer Language"], ["Star Rating"], ["Review Text"]],
            Channel = Channel.Review,
            Text = ["Review Text"],
            OccurredAt = ["Review Last Update Date and Time", "Review Submit Date and Time"],
            Product = ["Package Name"],
            Rating = ["Star Rating"],
            Ignored =
            [
                "App Version Code", "Review Submit Date and Time", "Review Submit Millis Since Epoch", "Review Last Update Millis Since Epoch", "Review Title",
                "Developer Reply Date and Time", "Developer Reply Millis Since Epoch", "Developer Reply Text", "Review Link",
            ],
        },
        new()
        {
            Id = "google-forms",
            Name = "Google Forms",
            Signature = [["タイムスタンプ", "Timestamp"]],
            OccurredAt = ["タイムスタンプ", "Timestamp"],
            Customer = ["メールアドレス", "Email Address", "ユーザー名", "Username"],
            Ignored = ["スコア", "Score"],
        },
        new()
        {
            Id = "contact-centre",
            Name = "コンタクトセンター",
            Channel = Channel.CallNote,
            Signature = [ReceivedAt, CustomerWords, StaffWords],
            OccurredAt = ReceivedAt,
            Text = CustomerWords,
            ExternalId = ["受付番号", "受付No", "受付ID", "管理番号", "案件番号", "問い合わせ番号", "お問い合わせ番号"],
            Customer = ["顧客番号", "顧客ID", "顧客コード", "会員番号", "お客様番号"],
            Ignored = [.. StaffWords, "受付者", "担当者", "担当者名", "対応者", "オペレーター", "オペレータ", "対応日時", "完了日時", "備考"],
        },
    ];

    /// <summary>The preset of a name, or null.</summary>
    public static SurveyPreset? Find(string id) => All.FirstOrDefault(preset => preset.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The first preset a file has all columns of, or null.</summary>
    public static SurveyPreset? Recognise(IReadOnlyList<string> columns) => All.FirstOrDefault(preset => preset.Fits(columns));
}
