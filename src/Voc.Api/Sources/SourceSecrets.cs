using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Voc.Api.Sources;

/// <summary>Secrets of webhooks and tokens of platforms, encrypted in the store.</summary>
internal sealed class SourceSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("source-secret");

    /// <summary>A new secret, in the clear and as it is stored.</summary>
    public (string Secret, string Stored) Make()
    {
        var secret = "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (secret, _protector.Protect(secret));
    }

    /// <summary>A secret that somebody else made, as it is stored.</summary>
    public string Keep(string secret) => _protector.Protect(secret);

    /// <exception cref="CryptographicException">The key it was encrypted with is lost.</exception>
    public string Read(string stored) => _protector.Unprotect(stored);

    /// <summary>The token of a platform, or null where it has none or the key it was encrypted with is lost: the platform will then say that one is needed.</summary>
    public string? Read(Storage.SourceRow source)
    {
        try
        {
            return source.Secret is { } stored ? Read(stored) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
