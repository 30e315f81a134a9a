using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

/// <summary>What is counted in the views of text mining, and the way from there to the texts.</summary>
public sealed class MiningTests(Product product) : Journey(product)
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData("keywords", "頻出語", "声の数")]
    [InlineData("opinions", "対象と評価", "声の数")]
    [InlineData("characteristic", "特徴語", "a")]
    [InlineData("network", "語の組", "共起する声")]
    [InlineData("heatmap", "ヒートマップ", "声の数")]
    [InlineData("correspondence", "対応分析", "声の数")]
    [InlineData("timeline", "推移", "全体")]
    public async Task A_row_of_a_table_leads_to_as_many_texts_as_it_counts(string view, string name, string column)
    {
        var page = (await SignedInAsync(Role.Researcher, AddressOf(view))).Page;
        var table = page.GetByRole(AriaRole.Table, new() { Name = name, Exact = true });
        var row = table.GetByRole(AriaRole.Row).Nth(3);
        await Expect(page.GetByRole(AriaRole.Img).First).ToBeVisibleAsync();
        var expected = await NumberAsync(table, row, column);
        await Pictures.TakeAsync(page, "mining-" + view);
        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await new ArchivePage(page).ExpectCountAsync(expected);
        await page.GoBackAsync();
        await Expect(row).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_bar_leads_to_as_many_texts_as_it_stands_for()
    {
        var page = (await SignedInAsync(Role.Researcher, AddressOf("keywords"))).Page;
        var table = page.GetByRole(AriaRole.Table, new() { Name = "頻出語" });
        var row = table.GetByRole(AriaRole.Row).Nth(1);
        var word = await row.GetByRole(AriaRole.Link).First.InnerTextAsync();
        var expected = await NumberAsync(table, row, "ネガティブ");
        var picture = page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^頻出語") });
        // The first part of its bar begins behind its name.
        var label = await picture.Locator("text", new() { HasTextRegex = new Regex("^" + Regex.Escape(word) + "$") }).First.BoundingBoxAsync();
        await page.Mouse.ClickAsync(label!.X + label.Width + 16, label.Y + (label.Height / 2));
        await Expect(page).ToHaveURLAsync(new Regex("sentiment"));
        await new ArchivePage(page).ExpectCountAsync(expected);
    }

    [Fact]
    public async Task A_cell_of_the_heat_map_leads_to_as_many_texts_as_it_shows()
    {
        var page = (await SignedInAsync(Role.Researcher, AddressOf("heatmap") + "&m.rows=channel&m.columns=sentiment")).Page;
        var picture = page.GetByRole(AriaRole.Img, new() { NameRegex = new Regex("ヒートマップ$") });
        var cell = picture.Locator("text", new() { HasTextRegex = new Regex(@"^\d{2,}\**$") }).First;
        var expected = ArchivePage.NumberIn((await cell.TextContentAsync())!);
        var at = await cell.BoundingBoxAsync();
        await page.Mouse.ClickAsync(at!.X + (at.Width / 2), at.Y + (at.Height / 2));
        await new ArchivePage(page).ExpectCountAsync(expected);
    }

    [Fact]
    public async Task Every_use_of_a_word_is_a_line_that_opens_its_text()
    {
        var page = (await SignedInAsync(Role.Researcher, AddressOf("kwic"))).Page;
        var lines = page.GetByRole(AriaRole.List, new() { Name = "KWIC" }).GetByRole(AriaRole.Listitem);
        await Expect(lines.First).ToContainTextAsync("加湿器");
        var told = Regex.Match(await page.GetByText(new Regex("件の声に .* か所")).InnerTextAsync(), @"([\d,]+) 件の声に ([\d,]+) か所");
        var places = ArchivePage.NumberIn(told.Groups[2].Value);
        Assert.InRange(ArchivePage.NumberIn(told.Groups[1].Value), 1, places);
        await lines.Last.ScrollIntoViewIfNeededAsync();
        await Expect(lines).ToHaveCountAsync(places);
        var right = await lines.First.Locator("bdi").Nth(1).InnerTextAsync();
        await lines.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" })).ToContainTextAsync("加湿器" + right.TrimEnd('…')[..Math.Min(8, right.TrimEnd('…').Length)]);
    }

    [Fact]
    public async Task Picture_and_table_are_saved_in_the_language_of_the_page_whatever_the_browser_speaks()
    {
        var page = (await SignedInAsync(Role.Researcher, AddressOf("keywords"))).Page;
        var table = page.GetByRole(AriaRole.Table, new() { Name = "頻出語" });
        var first = await table.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Link).First.InnerTextAsync();
        var words = await table.GetByRole(AriaRole.Row).CountAsync() - 1;

        var png = await SavedAsync(page, "保存", "図を PNG で");
        Assert.Equal(PngSignature, png.Bytes[..4]);
        Assert.Equal(2 * 960, BinaryPrimitives.ReadInt32BigEndian(png.Bytes.AsSpan(16)));
        Assert.InRange(png.Bytes.Length, 20_000, int.MaxValue);
        var svg = Encoding.UTF8.GetString((await SavedAsync(page, "保存", "図を SVG で")).Bytes);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("検索式: 加湿器", svg, StringComparison.Ordinal);
        Assert.Contains($">{first}<", svg, StringComparison.Ordinal);
        var csv = LinesOf(await SavedAsync(page, "保存", "表を CSV で"));
        Assert.StartsWith("\"# 表: ", csv[0], StringComparison.Ordinal);
        Assert.Contains("件数", csv[1], StringComparison.Ordinal);
        Assert.StartsWith($"\"{first}\"", csv[2], StringComparison.Ordinal);
        Assert.Equal(words, csv.Length - 2);

        await InEnglishAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Frequent words" })).ToBeVisibleAsync();
        var english = LinesOf(await SavedAsync(page, "Save", "Table as CSV"));
        Assert.StartsWith("\"# Table: ", english[0], StringComparison.Ordinal);
        Assert.Contains("Texts", english[1], StringComparison.Ordinal);
        Assert.Equal(csv[2..], english[2..]);
    }

    [Fact]
    public async Task What_the_server_says_is_said_anew_in_another_language()
    {
        var page = (await SignedInAsync(Role.Researcher, AddressOf("characteristic"))).Page;
        var note = page.GetByRole(AriaRole.List, new() { Name = "注意" }).GetByRole(AriaRole.Listitem).First;
        await Expect(note).ToContainTextAsync("検定");
        await InEnglishAsync(page);
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Notes" }).GetByRole(AriaRole.Listitem).First).ToContainTextAsync("tested");
    }

    private static string AddressOf(string view) => $"/search?q=加湿器&to={ArchivePage.Yesterday}&tab=analysis&m.view={view}";

    /// <summary>What a row says in a column.</summary>
    private static async Task<int> NumberAsync(ILocator table, ILocator row, string column)
    {
        await row.WaitForAsync();
        var at = (await table.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).ToList().FindIndex(head => head.Trim() == column);
        Assert.NotEqual(-1, at);
        return ArchivePage.NumberIn(await row.Locator("th, td").Nth(at).InnerTextAsync());
    }

    private static Task InEnglishAsync(IPage page) =>
        page.GetByRole(AriaRole.Radiogroup, new() { Name = "表示言語" }).GetByText("English").First.ClickAsync();

    private static async Task<(string Name, byte[] Bytes)> SavedAsync(IPage page, string menu, string kind)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = menu, Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = kind }).ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    private static string[] LinesOf((string Name, byte[] Bytes) file)
    {
        Assert.EndsWith(".csv", file.Name, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file.Bytes[..3]);
        return Encoding.UTF8.GetString(file.Bytes[3..]).TrimEnd().Split("\r\n");
    }
}
