using System.Globalization;

namespace Voc.Api.Webhooks;

/// <summary>Why a message did not arrive, in words for whoever looks after the webhook.</summary>
internal static class WebhookProblems
{
    public static readonly LocalizedText SecretLost = new(
        "署名用のシークレットを復号できません（鍵のフォルダーが失われた可能性があります）。シークレットを作り直してください。",
        "The secret cannot be decrypted (the folder of keys may be lost). Make a new secret.");

    public static readonly LocalizedText AddressLost = new(
        "送信先の URL を復号できません（鍵のフォルダーが失われた可能性があります）。URL を入れ直してください。",
        "The address cannot be decrypted (the folder of keys may be lost). Enter it again.");

    public static readonly LocalizedText SwitchedOff = new("この送信先は停止中のため送信を打ち切りました。", "The channel was switched off until the message was given up.");

    public static readonly LocalizedText Unexpected = new(
        "送信中に予期しないエラーが起きました。続く場合は管理者がログを確認してください。",
        "Something unexpected went wrong while sending. If it goes on, an administrator should read the log.");

    public static LocalizedText Status(Uri address, int status) => status switch
    {
        >= 300 and < 400 => new(
            $"{address.Host} は別の URL へ転送しました（{status}）。転送先へは送りません。最終的な URL を設定してください。",
            $"{address.Host} redirected ({status}). Redirects are not followed: set the final address."),
        401 or 403 => new(
            $"{address.Host} が受け取りを拒否しました（{status}）。URL と、受信側の署名の検証を確認してください。",
            $"{address.Host} refused it ({status}). Check the address and how the receiver verifies the signature."),
        404 or 410 => new(
            $"{address.Host} に受け取り先がありません（{status}）。URL を確認してください。",
            $"There is nothing at this address of {address.Host} ({status}). Check it."),
        429 => new(
            $"{address.Host} が送信の多さを理由に断りました（429）。間を空けて自動で送り直します。",
            $"{address.Host} says there were too many messages (429). It is tried again after a while."),
        _ => new($"{address.Host} がエラーを返しました（{status}）。", $"{address.Host} answered with an error ({status})."),
    };

    public static LocalizedText Timeout(Uri address, TimeSpan limit) => new(
        $"{address.Host} が {Seconds(limit)} 秒以内に応答しませんでした。", $"{address.Host} did not answer within {Seconds(limit)} seconds.");

    private static string Seconds(TimeSpan limit) => limit.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
}
