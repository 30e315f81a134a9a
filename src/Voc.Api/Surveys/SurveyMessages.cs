namespace Voc.Api.Surveys;

/// <summary>What is said to people who cannot answer a survey.</summary>
internal static class SurveyMessages
{
    public static LocalizedText NotOpen { get; } = new("このアンケートは、いま回答を受け付けていません。", "This survey is not taking answers at the moment.");

    public static LocalizedText NotFound { get; } = new("アンケートが見つかりません。リンクを確かめてください。", "There is no such survey. Please check the link.");

    public static LocalizedText Busy { get; } = new("混み合っています。少し待ってから、もう一度送信してください。", "We are busy. Please wait a moment and send it again.");

    public static LocalizedText Closed { get; } = new("このアンケートは終了しました。", "This survey has ended.");

    public static LocalizedText InvitationNeeded { get; } = new(
        "このアンケートは、ご案内した回答用リンクから開いてください。",
        "Please open this survey with the link you were sent.");

    public static LocalizedText NoSuchInvitation { get; } = new(
        "この回答用リンクは無効です。お送りしたリンクをそのまま開いてください。",
        "This link is not valid. Please open the link exactly as it was sent to you.");

    public static LocalizedText Answered { get; } = new(
        "このリンクからは回答済みです。ご協力ありがとうございました。",
        "This link has already been used for an answer. Thank you for taking part.");
}
