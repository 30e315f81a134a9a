namespace Voc.Ingest.Reviews.Feeds;

/// <summary>The messages of feeds.</summary>
internal static class FeedProblems
{
    public static LocalizedText Empty { get; } = new(
        "フィードは読めましたが、レビューが 1 件もありません。URL のアプリ番号や国（jp など）が正しいか確かめてください。",
        "The feed was read but holds no reviews. Check the app's number and the country (such as jp) in the address.");

    public static LocalizedText BrokenXml(int line) => new(
        $"フィードの {line} 行目が XML として正しくないため読めません（DTD を含むもの、64 段より深いものも読みません）。配信元に連絡してください。",
        $"The feed cannot be read: line {line} is not correct XML (nor may it hold a DTD or be deeper than 64 levels). Tell whoever publishes it.");
}
