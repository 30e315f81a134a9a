using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Voc.Api.Sources;

/// <summary>Secrets of webhooks, encrypted in the store.</summary>
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
}
