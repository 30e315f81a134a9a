namespace Voc.Ingest.Mail.Inbound;

/// <summary>The messages of mails that a provider posts and that are not taken in.</summary>
public static class InboundProblems
{
    /// <summary>The key or what it signed is wrong.</summary>
    public static LocalizedText WrongSignature { get; } = new(
        "Mailgun の署名（timestamp・token・signature）が一致しません。ソースに「HTTP webhook signing key」を入れ直してください。",
        "The signature of Mailgun (timestamp, token, signature) does not match. Enter the HTTP webhook signing key in the source again.");

    /// <summary>The secret in the address is wrong.</summary>
    public static LocalizedText WrongSecret { get; } = new(
        "アドレスの秘密鍵が一致しません。ソースを追加したときに表示されたアドレスを登録してください。",
        "The secret in the address does not match. Register the address that was shown when the source was added.");

    /// <summary>A token came a second time, with another mail.</summary>
    public static LocalizedText Replayed { get; } = new(
        "同じ token で別のメールが届いたため、受け付けませんでした。",
        "Another mail came with a token that was used before; it was not taken in.");

    /// <summary>The body is no form.</summary>
    public static LocalizedText NoForm { get; } = new(
        "フォームとして読めません。multipart/form-data か application/x-www-form-urlencoded で送ってください。",
        "This is no form. Send multipart/form-data or application/x-www-form-urlencoded.");

    /// <summary>The source is paused; the provider is to try again.</summary>
    public static LocalizedText Paused { get; } = new(
        "このソースは停止中です。再開すると、送信元が再送したメールを受け取ります。",
        "This source is switched off. Once it is on again, mails that the provider repeats are taken in.");

    /// <summary>The signature is right but old.</summary>
    public static LocalizedText TooOld(TimeSpan limit) => new(
        $"署名の timestamp が {limit.TotalHours:0} 時間より前か、未来です。サーバーの時計を確かめてください。",
        $"The timestamp of the signature is more than {limit.TotalHours:0} hours old or in the future. Check the clock of the server.");

    /// <summary>The post is larger than any mail that can be read.</summary>
    public static LocalizedText TooLarge(long limit) => new(
        $"メールが大きすぎます（上限 {limit >> 20} MB）。受け付けませんでした。",
        $"The mail is too large (at most {limit >> 20} MB) and was not taken in.");
}
