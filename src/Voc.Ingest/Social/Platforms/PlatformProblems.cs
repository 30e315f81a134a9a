namespace Voc.Ingest.Social.Platforms;

/// <summary>The messages of platforms that do not give what was asked for, and of settings that cannot work.</summary>
internal static class PlatformProblems
{
    public static LocalizedText NoWords { get; } = new(
        "集める言葉を 1 つ以上入力してください（例: 商品名、#ハッシュタグ）。",
        "Give at least one word to collect, such as a product name or a #hashtag.");

    public static LocalizedText NoSecret(string name, string ja, string en) => new(
        $"{name} には{ja}が必要です。手順は「SNS から集める」の説明をご覧ください。",
        $"{name} needs {en}. The recipe is in the page about social sources.");

    public static LocalizedText BadAddress { get; } = new(
        "サービスのアドレスは https:// から始まる URL にしてください。",
        "The address of the service must be a URL that starts with https://.");

    public static LocalizedText Denied(string name, int status) => new(
        $"{name} に拒否されました（{status}）。トークンやパスワードが正しいか、期限や権限が足りているかを確かめて、入れ直してください。",
        $"{name} refused access ({status}). Check that the token or password is right, not expired and has the permission, and enter it again.");

    public static LocalizedText Busy(string name, int status, TimeSpan wait) => new(
        $"{name} の利用回数の上限に達しました（{status}）。約 {Minutes(wait)} 分後に自動で再開します。何もする必要はありません。",
        $"The rate limit of {name} is reached ({status}). It goes on by itself in about {Minutes(wait)} minutes; nothing needs to be done.");

    public static LocalizedText BusyUnknown(string name, int status) => new(
        $"{name} が混雑しているか故障しています（{status}）。間隔を空けて自動で再試行します。",
        $"{name} is busy or broken ({status}). It is tried again by itself, at growing intervals.");

    public static LocalizedText Unexpected(string name, int status, string? detail) => new(
        $"{name} が要求を受け付けませんでした（{status}{(detail is null ? "" : $": {detail}")}）。設定を確かめてください。",
        $"{name} did not accept the request ({status}{(detail is null ? "" : $": {detail}")}). Check the settings.");

    public static LocalizedText NotJson(string name) => new(
        $"{name} の応答を読めませんでした（想定した JSON ではありません）。アドレスが正しいかを確かめてください。自動で再試行します。",
        $"The answer of {name} could not be read: it is not the JSON that was expected. Check the address. It is tried again by itself.");

    public static LocalizedText TooLarge(string name) => new(
        $"{name} の応答が大きすぎるため読みませんでした。",
        $"The answer of {name} is too large and was not read.");

    public static LocalizedText Slow(string name, TimeSpan limit) => new(
        $"{name} が {limit.TotalSeconds:0} 秒以内に応答しませんでした。自動で再試行します。",
        $"{name} did not answer within {limit.TotalSeconds:0} seconds. It is tried again by itself.");

    public static LocalizedText BrokenOff(string name) => new(
        $"{name} との接続が切れました。自動でつなぎ直します。",
        $"The connection to {name} broke off. It is connected again by itself.");

    public static LocalizedText TooManyWords { get; } = new(
        $"言葉は {SocialSettings.MaximumWords} 個まで、1 つ {SocialSettings.MaximumWord} 文字までにしてください。",
        $"Give at most {SocialSettings.MaximumWords} words of at most {SocialSettings.MaximumWord} characters.");

    public static LocalizedText BadDays { get; } = new(
        "さかのぼる日数は 1〜30、確認する日数は 0〜90 にしてください。",
        "Go 1 to 30 days back and check for 0 to 90 days.");

    private static double Minutes(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalMinutes));
}
