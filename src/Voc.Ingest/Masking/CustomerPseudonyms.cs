using System.Security.Cryptography;
using System.Text;

namespace Voc.Ingest.Masking;

/// <summary>
/// Replaces customer identifiers by pseudonyms: the first 64 bits of HMAC-SHA256 (RFC 2104) under a key that only this installation has.
/// The same customer has the same pseudonym in every channel; nobody without the key can go back or try identifiers out.
/// </summary>
public sealed class CustomerPseudonyms
{
    /// <summary>Shortest key in bytes.</summary>
    public const int MinKeyLength = 16;

    private readonly byte[] _key;

    /// <summary>Takes the installation's key.</summary>
    /// <param name="key">At least 16 random bytes, the same for the life of the installation.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public CustomerPseudonyms(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Length >= MinKeyLength
            ? [.. key]
            : throw new ArgumentException($"The key has {key.Length} bytes; at least {MinKeyLength} are needed.", nameof(key));
    }

    /// <summary>The pseudonym, <c>c-</c> and 16 hexadecimal digits, or null for a blank identifier. Width, case and outer space do not matter.</summary>
    public string? Of(string? customer)
    {
        if (string.IsNullOrWhiteSpace(customer))
        {
            return null;
        }

        var canonical = StorableText.Clean(customer).Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        var hash = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(canonical));
        return "c-" + Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }

    /// <summary>The first 128 bits of the hash of any content, for identifiers that must not give the content away.</summary>
    internal byte[] Digest(string content) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(content))[..16];
}
