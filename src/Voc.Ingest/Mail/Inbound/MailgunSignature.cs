using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Voc.Ingest.Mail.Inbound;

/// <summary>
/// The signature of Mailgun: HMAC-SHA256 over timestamp and token under the account's signing key, in hexadecimal. It says nothing of
/// the mail itself, so a token must not be taken twice with different mails.
/// </summary>
public static class MailgunSignature
{
    /// <summary>Longest time for which Mailgun tries to deliver, and some.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const int LongestToken = 200;
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>The signature of a timestamp and token.</summary>
    public static string Sign(string key, string timestamp, string token) => Convert.ToHexStringLower(Mac(key, timestamp, token));

    /// <summary>Why a post is not to be trusted, or null where it is.</summary>
    public static LocalizedText? Refusal(string key, string? timestamp, string? token, string? signature, DateTimeOffset now)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isSigned = !string.IsNullOrEmpty(key) && timestamp is not null && token is { Length: > 0 and <= LongestToken } && signature?.Length == given.Length * 2
            && Convert.FromHexString(signature, given, out _, out _) == OperationStatus.Done && CryptographicOperations.FixedTimeEquals(given, Mac(key, timestamp, token));
        if (!isSigned)
        {
            return InboundProblems.WrongSignature;
        }

        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253_402_300_799
            && now - DateTimeOffset.FromUnixTimeSeconds(seconds) is var age && age <= Lifetime && age >= -Ahead ? null : InboundProblems.TooOld(Lifetime);
    }

    private static byte[] Mac(string key, string timestamp, string token) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(timestamp + token));
}
