using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Voc.Api.Sources;
using Voc.Api.Storage;

namespace Voc.Api.Webhooks;

/// <summary>
/// Addresses of channels as they are kept: for some receivers whoever knows the address may write to it, so they are encrypted like
/// secrets. Those that an earlier version kept in the clear are read as they are and encrypted when the service starts.
/// </summary>
internal sealed class WebhookAddresses(SourceSecrets secrets)
{
    private const string Mark = "sealed:";

    public string Keep(string address) => Mark + secrets.Keep(address);

    /// <exception cref="CryptographicException">The key it was encrypted with is lost.</exception>
    public string Read(string stored) => stored.StartsWith(Mark, StringComparison.Ordinal) ? secrets.Read(stored[Mark.Length..]) : stored;

    public bool TryRead(string stored, [NotNullWhen(true)] out string? address)
    {
        try
        {
            address = Read(stored);
            return true;
        }
        catch (CryptographicException)
        {
            address = null;
            return false;
        }
    }

    /// <summary>Encrypts what an earlier version kept in the clear, inside the open transaction.</summary>
    public int SealAll(StoreConnection connection)
    {
        using var context = connection.Context();
        foreach (var row in context.Set<WebhookRow>().Where(w => !w.Url.StartsWith(Mark)).ToList())
        {
            row.Url = Keep(row.Url);
        }
        return context.SaveChanges();
    }
}
