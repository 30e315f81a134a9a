using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Voc.Ingest.Forms;

/// <summary>What a token says of the time between showing a form and sending it.</summary>
public enum FormTokenState
{
    /// <summary>A person may have filled it in.</summary>
    Good,

    /// <summary>There is none, or it was not made here for this form.</summary>
    Forged,

    /// <summary>It was sent faster than a person can type.</summary>
    TooEarly,

    /// <summary>The form was shown too long ago.</summary>
    Expired,
}

/// <summary>
/// Signed times that show when a form was shown, in place of a cookie: the time in milliseconds since 1970 and the first 128 bits
/// of its HMAC-SHA256. Safe for any number of threads.
/// </summary>
/// <param name="key">At least 16 secret bytes of the installation.</param>
/// <param name="clock">Tells the time.</param>
public sealed class FormTokens(byte[] key, TimeProvider clock)
{
    private const int MacLength = 16;

    /// <summary>Least time a person takes to fill in a form; 2 seconds unless told.</summary>
    public TimeSpan MinimumFillTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a form may stay open; 24 hours unless told.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A token for a form that is shown now.</summary>
    public string Issue(string publicKey)
    {
        var shown = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return $"{shown}.{Convert.ToHexStringLower(Mac(publicKey, shown))}";
    }

    /// <summary>What a token says.</summary>
    /// <param name="publicKey">The form it was sent with.</param>
    /// <param name="token">The token as it came.</param>
    public FormTokenState Check(string publicKey, string? token)
    {
        var parts = token is { Length: <= 60 } ? token.Split('.') : [];
        Span<byte> mac = stackalloc byte[MacLength];
        if (parts.Length != 2 || parts[1].Length != MacLength * 2
            || Convert.FromHexString(parts[1], mac, out _, out _) != System.Buffers.OperationStatus.Done
            || !CryptographicOperations.FixedTimeEquals(mac, Mac(publicKey, parts[0])))
        {
            return FormTokenState.Forged;
        }

        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(parts[0], CultureInfo.InvariantCulture));
        return age < MinimumFillTime ? FormTokenState.TooEarly : age > Lifetime ? FormTokenState.Expired : FormTokenState.Good;
    }

    private ReadOnlySpan<byte> Mac(string publicKey, string shown) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"form-token\n{publicKey}\n{shown}")).AsSpan(0, MacLength);
}
