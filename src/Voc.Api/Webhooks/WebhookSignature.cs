using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Voc.Api.Webhooks;

/// <summary>Proves to a receiver that a message comes from here and is not an old one sent again.</summary>
internal static class WebhookSignature
{
    public const string Header = "X-Voc-Signature";

    /// <summary><c>t=</c> seconds since 1970, <c>v1=</c> HMAC-SHA256 of <c>t.body</c> in hexadecimal.</summary>
    public static string Of(string secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var t = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.ASCII.GetBytes(t + "."));
        mac.AppendData(body);
        return $"t={t},v1={Convert.ToHexStringLower(mac.GetHashAndReset())}";
    }
}
