using Voc.Api.Storage;
using Voc.Ingest.Mail.Inbound;

namespace Voc.Api.Sources.Bridges;

/// <summary>Remembers which token came with which mail, for as long as its signature is accepted.</summary>
internal static class MailTokens
{
    private const string Find = "SELECT ExternalId FROM mail_token WHERE SourceId=$source AND Token=$token";
    private const string Insert = "INSERT OR IGNORE INTO mail_token (SourceId, Token, ExternalId, SeenAt) VALUES ($source, $token, $external, $now)";
    private const string Prune = "DELETE FROM mail_token WHERE SeenAt < $old";

    /// <summary>Whether a token was used for another mail.</summary>
    public static bool IsUsed(StoreConnection connection, int source, string token, string externalId) =>
        connection.Scalar(Find, ("$source", source), ("$token", token)) is string other && other != externalId;

    /// <summary>Notes a token, and forgets those whose signature is too old by now.</summary>
    public static void Keep(StoreConnection connection, int source, string token, string externalId, DateTimeOffset now)
    {
        connection.Execute(Prune, ("$old", (now - (2 * MailgunSignature.Lifetime)).ToUnixTimeMilliseconds()));
        connection.Execute(Insert, ("$source", source), ("$token", token), ("$external", externalId), ("$now", now.ToUnixTimeMilliseconds()));
    }
}
