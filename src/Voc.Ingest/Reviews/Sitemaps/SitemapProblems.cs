namespace Voc.Ingest.Reviews.Sitemaps;

/// <summary>The messages of sitemaps.</summary>
internal static class SitemapProblems
{
    public static LocalizedText NotUnpacked(Uri address, int limit) => new(
        $"サイトマップ {Short(address)} を展開できません。壊れているか、展開すると上限 {limit / 1024 / 1024} MB を超えます。",
        $"The sitemap {Short(address)} cannot be unpacked: it is damaged, or larger than {limit / 1024 / 1024} MB when unpacked.");

    public static LocalizedText NoSitemap(Uri address) => new(
        $"{Short(address)} はサイトマップではありません。urlset か sitemapindex の XML、URL を 1 行に 1 つ書いたテキスト、または robots.txt の URL を指定してください。",
        $"{Short(address)} is no sitemap. Give the address of XML with urlset or sitemapindex, of a text with an address a line, or of a robots.txt.");

    public static LocalizedText Broken(Uri address, int line) => new(
        $"サイトマップ {Short(address)} は {line} 行目で XML として壊れています（DTD は受け付けません）。そこまでを使いました。",
        $"The sitemap {Short(address)} is broken XML in line {line} (a DTD is not accepted). What stands before was used.");

    public static LocalizedText TooMany(int files) => new(
        $"サイトマップが {files} 個を超えるか、3 段より深く入れ子になっています。残りは読みませんでした。対象のページを含むサイトマップの URL を直接指定してください。",
        $"There are more than {files} sitemaps, or they are nested deeper than three levels; the rest was not read. Give the address of the sitemap that holds the pages.");

    public static LocalizedText TooManyPages(int pages) => new(
        $"対象のページが {pages:N0} を超えています。先の {pages:N0} ページだけを読みます。ページの URL を絞るか、ソースを分けてください。",
        $"More than {pages.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} pages are wanted; only the first are read. Narrow their address, or use several sources.");

    public static LocalizedText NothingWanted(string pattern) => new(
        $"サイトマップに、「{pattern}」で始まるページがありません。ページの URL（* は任意の文字列）を確かめてください。",
        $"The sitemap has no page whose address begins with \"{pattern}\". Check the address of the pages (* stands for anything).");

    public static LocalizedText BadAddress { get; } = new(
        "サイトマップの URL を http:// または https:// から指定してください（robots.txt の URL でもかまいません）。",
        "Give the address of the sitemap, starting with http:// or https:// (a robots.txt will do).");

    public static LocalizedText MoreFailed(int pages) => new($"ほかに {pages} ページを読めませんでした。", $"{pages} more pages could not be read.");

    private static string Short(Uri address) => address.GetLeftPart(UriPartial.Path) is { Length: <= 200 } whole ? whole : address.Host;
}
