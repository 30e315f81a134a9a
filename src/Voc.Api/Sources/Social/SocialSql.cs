namespace Voc.Api.Sources.Social;

/// <summary>Statements on what social sources remember.</summary>
internal static class SocialSql
{
    /// <summary>Only while the source is as it was when it was read.</summary>
    public const string SaveState = "UPDATE source SET State=$state WHERE Id=$id AND Settings=$settings AND Enabled=1";

    public const string SaveStream = "UPDATE source SET StreamCursor=$cursor WHERE Id=$id AND Settings=$settings AND Enabled=1";

    public const string Postpone = "UPDATE social_post SET DueAt=$due, Missing=$missing WHERE SourceId=$source AND ExternalId=$external";

    /// <summary>What is checked no more and can no longer be listed by its platform need not be remembered.</summary>
    public const string Forget = "DELETE FROM social_post WHERE SourceId=$source AND DueAt IS NULL AND PostedAt < $before";
}
