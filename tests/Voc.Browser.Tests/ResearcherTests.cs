using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class ResearcherTests(Product product) : Journey(product)
{
    private const string Query = "加湿器 AND \"水\" NOT フィルター";

    [Fact]
    public async Task A_search_is_narrowed_opened_and_found_again_by_its_address()
    {
        var page = (await SignedInAsync(Role.Researcher)).Page;
        await SearchAsync(page, Query);
        await Expect(page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(Hits(page).First.Locator("mark").First).ToBeVisibleAsync();
        await Expect(Hits(page).Filter(new() { HasNotText = "水" })).ToHaveCountAsync(0);
        await Expect(Hits(page).Filter(new() { HasText = "フィルター" })).ToHaveCountAsync(0);
        await Pictures.TakeForDocumentsAsync(page, "search");

        // Of what was said until yesterday, so that the live feed changes no count meanwhile.
        await page.GetByLabel("この日まで").FillAsync(Yesterday);
        await Expect(page).ToHaveURLAsync(new Regex("to=" + Yesterday));
        await Expect(Results(page)).ToHaveAttributeAsync("aria-busy", "false");
        var before = NumberIn(await Total(page).InnerTextAsync());
        var facet = page.GetByRole(AriaRole.Complementary, new() { Name = "絞り込み" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^レビュー") });
        var expected = NumberIn(await facet.InnerTextAsync());
        Assert.InRange(expected, 1, before - 1);
        await facet.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("channel=review"));
        await Expect(Total(page)).ToContainTextAsync($"{expected} 件");
        await Expect(Hits(page).Filter(new() { HasNotText = "レビュー" })).ToHaveCountAsync(0);
        var narrowed = page.Url;

        var first = await Hits(page).First.Locator("p").InnerTextAsync();
        await Hits(page).First.ClickAsync();
        var details = page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" });
        await Expect(details.GetByRole(AriaRole.Heading, new() { Name = "意見" })).ToBeVisibleAsync();
        await Expect(details).ToContainTextAsync(first[..8]);
        await page.GoBackAsync();
        await Expect(details).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(narrowed) + "$"));

        await page.ReloadAsync();
        await Expect(QueryBox(page)).ToHaveValueAsync(Query);
        await Expect(facet).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Total(page)).ToContainTextAsync($"{expected} 件");
    }

    [Fact]
    public async Task A_wrong_query_is_shown_where_it_is_wrong()
    {
        var visit = await SignedInAsync(Role.Researcher);
        visit.Forgive("status of 400");
        var page = visit.Page;
        await SearchAsync(page, "加湿器 (水 OR");
        var problem = page.GetByRole(AriaRole.Alert, new() { Name = "検索式を読み取れませんでした" });
        await Expect(problem).ToContainTextAsync("検索式を読み取れませんでした");
        await Expect(problem.Locator("mark")).ToHaveCountAsync(1);
        await Expect(QueryBox(page)).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(QueryBox(page)).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "search-wrong");
        await SearchAsync(page, "加湿器 (水 OR 音)");
        await Expect(problem).ToHaveCountAsync(0);
        await Expect(Hits(page).First).ToBeVisibleAsync();
    }

    private static async Task SearchAsync(IPage page, string query)
    {
        await QueryBox(page).FillAsync(query);
        await QueryBox(page).PressAsync("Enter");
    }

    private static string Yesterday =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Tokyo").AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ILocator QueryBox(IPage page) => page.GetByRole(AriaRole.Combobox, new() { Name = "検索式" });

    private static ILocator Hits(IPage page) => Results(page).Locator("[aria-haspopup=dialog]");

    private static ILocator Results(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "検索結果" });

    private static ILocator Total(IPage page) => Results(page).GetByRole(AriaRole.Status);

    private static int NumberIn(string text) => int.Parse(Regex.Match(text, @"[\d,]+").Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
