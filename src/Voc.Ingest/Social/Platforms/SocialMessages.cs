namespace Voc.Ingest.Social.Platforms;

/// <summary>Messages about a reading of a platform that went on nevertheless.</summary>
public static class SocialMessages
{
    /// <summary>Posts that are not in the shape the platform documents.</summary>
    /// <param name="count">How many.</param>
    public static LocalizedText Unreadable(int count) => new(
        $"読めない形の投稿が {count} 件あり、飛ばしました。",
        $"{count} posts had a shape that cannot be read and were passed over.");

    /// <summary>The platform asked to be left alone for a while.</summary>
    /// <param name="name">The platform.</param>
    /// <param name="wait">For how long still.</param>
    public static LocalizedText Waiting(string name, TimeSpan wait) => new(
        $"{name} の求めにより、または失敗が続いたため休んでいます。約 {Minutes(wait)} 分後に自動で再開します。",
        $"Resting, as {name} asked or because it failed. It goes on by itself in about {Minutes(wait)} minutes.");

    private static double Minutes(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalMinutes));
}
