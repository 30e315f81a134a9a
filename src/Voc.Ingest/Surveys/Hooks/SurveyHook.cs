using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voc.Ingest.Social;

namespace Voc.Ingest.Surveys.Hooks;

/// <summary>A tool that posts each response to its surveys, by name: <c>typeform</c>, <c>formbricks</c>, or <c>script</c> for a script of one's own.</summary>
public static class SurveyHook
{
    /// <summary>Most bytes of a body.</summary>
    public const int MaximumBytes = 1 << 20;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private static readonly string[] StandardHeaders = ["webhook-id", "webhook-timestamp", "webhook-signature"];

    /// <summary>Said of a response that has nothing to store; no fault of anybody.</summary>
    public static LocalizedText NoText => SurveyHookProblems.NoText;

    /// <summary>The signature of Typeform: <c>sha256=</c> and base64 of HMAC-SHA256 over the body.</summary>
    public static string SignTypeform(string secret, ReadOnlySpan<byte> body) => "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>The signature of Standard Webhooks: <c>v1,</c> and base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    public static string SignStandard(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, StandardKey(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        mac.AppendData(body);
        return "v1," + Convert.ToBase64String(mac.GetHashAndReset());
    }

    /// <summary>Why a request is not to be trusted, or null where it is.</summary>
    /// <param name="provider">Name of the tool.</param>
    /// <param name="secret">The secret of the source.</param>
    /// <param name="header">Gives a header by name, or null.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="now">The time; five minutes either way are allowed where the tool signs one.</param>
    public static LocalizedText? Refusal(string provider, string secret, Func<string, string?> header, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (string.IsNullOrEmpty(secret))
        {
            return SurveyHookProblems.WrongSignature;
        }

        switch (provider)
        {
            case "typeform":
                return header("Typeform-Signature") is not { } signature ? SurveyHookProblems.NoHeader("Typeform-Signature")
                    : Same(signature, SignTypeform(secret, body)) ? null : SurveyHookProblems.WrongSignature;
            case "formbricks":
                return StandardHeaders.FirstOrDefault(name => header(name) is null) is { } missing ? SurveyHookProblems.NoHeader(missing)
                    : StandardRefusal(secret, header("webhook-id")!, header("webhook-timestamp")!, header("webhook-signature")!, body, now);
            default:
                return Webhook.Refusal(secret, header(Webhook.TimestampHeader), header(Webhook.SignatureHeader), body, now);
        }
    }

    /// <summary>Reads a body: a row for each free text of the response, or one that says why there is none. Empty where the tool tells of something else than a finished response.</summary>
    /// <param name="provider">Name of the tool.</param>
    /// <param name="body">The body.</param>
    /// <param name="intake">Makes feedback of it.</param>
    /// <param name="problem">Why nothing of it can be read, or null.</param>
    public static IReadOnlyList<IngestedRow> Read(string provider, ReadOnlyMemory<byte> body, SurveyResponseIntake intake, out LocalizedText? problem)
    {
        ArgumentNullException.ThrowIfNull(intake);
        problem = null;
        try
        {
            using var json = JsonDocument.Parse(body, new() { MaxDepth = 32 });
            var response = provider switch
            {
                "typeform" => ResponseFormats.OfTypeform(json.RootElement),
                "formbricks" => ResponseFormats.OfFormbricks(json.RootElement),
                _ => ResponseFormats.OfScript(json.RootElement),
            };
            return response is null ? [] : intake.Take(response);
        }
        catch (JsonException broken)
        {
            problem = SocialProblems.BrokenBody((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
        }
        catch (InvalidOperationException)
        {
            problem = SocialProblems.BrokenString;
        }

        return [];
    }

    /// <summary>Several signatures may stand side by side while a secret is being changed; the time is judged only where one of them is right.</summary>
    private static LocalizedText? StandardRefusal(string secret, string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var expected = SignStandard(secret, id, timestamp, body);
        return !signatures.Split(' ').Any(given => Same(given, expected)) || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799
            ? SurveyHookProblems.WrongSignature
            : (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance ? SurveyHookProblems.TooOld(Tolerance) : null;
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given.Trim()), Encoding.UTF8.GetBytes(expected));

    private static byte[] StandardKey(string secret)
    {
        var key = secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret[6..] : secret;
        var bytes = new byte[key.Length];
        return Convert.TryFromBase64String(key, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(secret);
    }
}

/// <summary>The messages of responses that are not taken in.</summary>
internal static class SurveyHookProblems
{
    public static LocalizedText WrongSignature { get; } = new(
        "署名が一致しません。アンケートのサービスとこのソースに同じ秘密鍵を入れてください。",
        "The signature does not match. Enter the same secret in the survey service and in this source.");

    public static LocalizedText NoHeader(string name) => new(
        $"署名のヘッダー {name} がありません。アンケートのサービスで署名（秘密鍵）を設定してください。",
        $"The header {name} is missing. Set a secret in the survey service, so that it signs what it sends.");

    public static LocalizedText NoText { get; } = new(
        "自由記述の回答がないため、声としては保存しません。",
        "There is no free text in this response, so there is nothing to store.");

    public static LocalizedText NoId { get; } = new(
        "回答の識別子がありません。", "The response has no identifier.");

    public static LocalizedText NoResponse { get; } = new(
        "回答として読めません。選んだ受け取り元の形式か確かめてください。",
        "This is no response. Check that it has the format of the provider chosen.");

    public static LocalizedText TooOld(TimeSpan limit) => new(
        $"webhook-timestamp が現在時刻から {limit.TotalMinutes:0} 分以上ずれています。",
        $"webhook-timestamp is more than {limit.TotalMinutes:0} minutes away from now.");
}
