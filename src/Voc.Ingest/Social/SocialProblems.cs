namespace Voc.Ingest.Social;

/// <summary>The messages of posts, feeds and webhooks that cannot be read.</summary>
internal static class SocialProblems
{
    public static LocalizedText NoObject { get; } = new(
        "JSON のオブジェクトではありません。投稿 1 件を {\"id\": …, \"text\": …} の形にしてください。",
        "This is not a JSON object. Write one post as {\"id\": …, \"text\": …}.");

    public static LocalizedText BrokenString { get; } = new(
        "JSON の文字列に壊れた文字（サロゲートの片方）があります。送信元の文字の切り方を確かめてください。",
        "A JSON string holds half a surrogate pair. Check how the sender cuts texts.");

    public static LocalizedText BrokenLine { get; } = new(
        "この行は JSON として読めません。1 行に 1 件の投稿を UTF-8 の JSON で書いてください。",
        "This line is not JSON. Write one post a line as JSON in UTF-8.");

    public static LocalizedText Empty { get; } = new(
        "本文が空です。投稿を JSON のオブジェクト、配列、または 1 行 1 件の JSON で送ってください。",
        "The body is empty. Send posts as a JSON object, an array, or one JSON object a line.");

    public static LocalizedText NoSecret { get; } = new(
        "この Webhook には秘密鍵が設定されていません。ソースを作り直してください。",
        "This webhook has no secret. Create the source again.");

    public static LocalizedText NoTimestamp { get; } = new(
        "X-Voc-Timestamp ヘッダーがないか、UNIX 時刻（秒）ではありません。",
        "The header X-Voc-Timestamp is missing or is not a Unix time in seconds.");

    public static LocalizedText WrongSignature { get; } = new(
        "X-Voc-Signature ヘッダーの署名が一致しません。秘密鍵と、\"時刻.本文\" の HMAC-SHA256 を 16 進数で sha256= の後に書いているかを確かめてください。",
        "The signature in the header X-Voc-Signature does not match. Check the secret, and that it is sha256= and the HMAC-SHA256 of \"timestamp.body\" in hexadecimal.");

    public static LocalizedText LineTooLong(int limit) => new(
        $"この行は長すぎます（上限 {limit / 1024:N0} KB）。1 行に 1 件の投稿だけを書いてください。",
        $"This line is too long (limit {limit / 1024} KB). Write only one post a line.");

    public static LocalizedText TooLarge(int limit) => new(
        $"本文が大きすぎます（上限 {limit / 1024:N0} KB）。何回かに分けて送ってください。",
        $"The body is too large (limit {limit / 1024} KB). Send it in parts.");

    public static LocalizedText TooMany(int limit) => new(
        $"一度に送れる投稿は {limit} 件までです。何回かに分けて送ってください。",
        $"At most {limit} posts can be sent at once. Send them in parts.");

    public static LocalizedText BrokenBody(long line, long column) => new(
        $"本文を JSON として読めません（{line} 行 {column} バイト目）。",
        $"The body is not JSON (line {line}, byte {column}).");

    public static LocalizedText NoText(IEnumerable<string> names) => new(
        $"本文の項目がありません（{string.Join("、", names)}）。項目名が違うときは対応付けの text に指定してください。",
        $"There is no field with the text ({string.Join(", ", names)}). If it has another name, give it as text in the mapping.");

    public static LocalizedText Expired(double minutes) => new(
        $"X-Voc-Timestamp が現在時刻から {minutes:0} 分以上ずれています。送信元の時計を合わせ、署名し直してください。",
        $"X-Voc-Timestamp is more than {minutes:0} minutes away from now. Set the sender's clock and sign again.");
}
