namespace Voc.Ingest.Mail;

/// <summary>The messages of mails that cannot be taken in.</summary>
internal static class MailProblems
{
    public static LocalizedText NoMail { get; } = new(
        "メールとして読めません（差出人・日時・件名などのヘッダーがありません）。メールソフトから .eml か .mbox で保存し直してください。",
        "This is no mail: it has no headers such as From, Date or Subject. Save it again from the mail program as .eml or .mbox.");

    public static LocalizedText Automatic { get; } = new(
        "自動応答か配信エラーの通知なので、お客さまの声としては取り込みません。",
        "This is an automatic reply or a delivery report, which no customer wrote; it is not taken in.");

    public static LocalizedText NothingOwn { get; } = new(
        "引用と署名のほかに本文がありません。元のメールを取り込んでください。",
        "There is no text besides quoted mails and the signature. Take in the original mail instead.");

    public static LocalizedText Empty { get; } = new(
        "件名も本文も空です。",
        "Both the subject and the body are empty.");

    public static LocalizedText NoMailbox { get; } = new(
        "メールが 1 通もありません。空でない .mbox か .eml を選んでください。",
        "There is no mail in the file. Choose an .mbox or .eml that is not empty.");

    public static LocalizedText OutlookMessage { get; } = new(
        "Outlook の .msg 形式は読めません。メールを .eml で保存するか、メールソフトから .mbox で書き出してください。",
        "The .msg format of Outlook cannot be read. Save the mail as .eml, or export it as .mbox from the mail program.");

    public static LocalizedText Note { get; } = new(
        "引用された過去のメールと署名は本文に含めません。添付ファイルは保存せず、件数だけを残します。差出人は仮名にします。",
        "Quoted mails and signatures are left out of the text. Attachments are not stored, only counted. Writers become pseudonyms.");

    public static LocalizedText NoDate(string? header) => new(
        $"日時を読めません（{Short(header)}）。Date ヘッダーのあるメールにしてください。",
        $"The time cannot be read ({Short(header)}). The mail needs a Date header.");

    public static LocalizedText OnlyFiles(int files) => new(
        $"件名も本文もなく、添付ファイルが {files} 件あるだけです。添付ファイルは取り込みません。",
        $"There is no subject and no text, only {files} attached files, which are not taken in.");

    public static LocalizedText TooLarge(long limit) => new(
        $"メールが大きすぎます（上限 {limit >> 20} MB）。添付ファイルを外して取り込んでください。",
        $"The mail is too large (at most {limit >> 20} MB). Take it in without its attachments.");

    private static string Short(string? header) => string.IsNullOrWhiteSpace(header) ? "Date ―" : header.Length <= 60 ? header : string.Concat(header.AsSpan(0, 59), "…");
}
