using System.Text.Json;
using Voc.Api.Storage;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>What is different about sources whose secret somebody else made.</summary>
internal static class SocialKinds
{
    public static readonly LocalizedText SecretAgain = new(
        "サービスのアドレスを変えるときは、トークンやパスワードも入れ直してください。",
        "To change the address of the service, enter the token or password again.");

    /// <summary>The secret as it is stored; null where none was given or the kind has none of that sort.</summary>
    public static string? Kept(SourceSecrets secrets, string kind, string? secret) =>
        SourceKinds.IsPlatform(kind) && !string.IsNullOrWhiteSpace(secret) ? secrets.Keep(secret.Trim()) : null;

    /// <summary>Whether with other settings the secret would go to another service than the one it was entered for.</summary>
    public static bool Moves(SourceRow row, JsonElement settings)
    {
        if (!SourceKinds.IsPlatform(row.Kind))
        {
            return false;
        }
        var (before, after) = (SocialPlatforms.Read(SourceInfo.Parse(row.Settings)), SocialPlatforms.Read(settings));
        return before?.Address != after?.Address || before?.StreamAddress != after?.StreamAddress;
    }
}
