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

    [Fact]
    public async Task A_suggestion_completes_the_query_and_the_keyboard_leads_through_the_results()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?to=" + Yesterday)).Page;
        await Expect(Rows(page).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(QueryBox(page)).ToBeFocusedAsync();
        await QueryBox(page).PressSequentiallyAsync("加湿");
        var suggestions = page.GetByRole(AriaRole.Listbox, new() { Name = "入力候補" });
        await Expect(suggestions.GetByRole(AriaRole.Option).First).ToContainTextAsync("加湿");
        await Pictures.TakeAsync(page, "search-suggestions");
        await QueryBox(page).PressAsync("ArrowDown");
        await QueryBox(page).PressAsync("Enter");
        await Expect(QueryBox(page)).ToHaveValueAsync(new Regex("^加湿"));
        await Expect(suggestions).ToHaveCountAsync(0);
        await QueryBox(page).FillAsync("加湿器");
        await QueryBox(page).PressAsync("Enter");
        await Expect(Rows(page).First.Locator("mark").First).ToBeVisibleAsync();

        await QueryBox(page).BlurAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(Rows(page).Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var details = page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" });
        await Expect(details).ToContainTextAsync((await TextOf(Rows(page).Nth(1)))[..8]);
        await page.Keyboard.PressAsync("j");
        await Expect(details).ToContainTextAsync((await TextOf(Rows(page).Nth(2)))[..8]);
        await page.Keyboard.PressAsync("Escape");
        await Expect(details).ToHaveCountAsync(0);
        await Expect(Rows(page).Nth(2)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_count_is_broken_down_and_a_result_leads_to_others_like_it_and_back()
    {
        var page = (await SignedInAsync(Role.Researcher, $"/search?q=加湿器 (水 OR 音)&to={Yesterday}&sort=relevance")).Page;
        await Expect(Rows(page).First).ToBeVisibleAsync();
        var total = NumberIn(await Total(page).InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "件数の内訳" }).ClickAsync();
        var explained = page.GetByRole(AriaRole.Region, new() { Name = "件数の内訳" });
        await Expect(explained.GetByRole(AriaRole.Listitem).First).ToContainTextAsync(total.ToString("N0", CultureInfo.InvariantCulture));
        await Pictures.TakeAsync(page, "search-explained");
        var part = explained.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("水 OR 音") });
        var expected = NumberIn(Regex.Match(await part.InnerTextAsync(), @"[\d,]+\s*$").Value);
        await part.ClickAsync();
        await Expect(QueryBox(page)).ToHaveValueAsync("水 OR 音");
        await Expect(Total(page)).ToContainTextAsync($"{expected:N0} 件");
        await page.GoBackAsync();
        await Expect(Total(page)).ToContainTextAsync($"{total:N0} 件");

        var text = await TextOf(Rows(page).First);
        await Rows(page).First.GetByRole(AriaRole.Button, new() { Name = "似たものを探す" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("like=[0-9]+"));
        await page.GetByRole(AriaRole.Button, new() { Name = "検索式を消す" }).ClickAsync();
        await Expect(Rows(page).First).ToBeVisibleAsync();
        await Expect(Rows(page).Filter(new() { HasText = text })).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(Total(page)).ToContainTextAsync($"{total:N0} 件");
        Assert.Equal(text, await TextOf(Rows(page).First));
    }

    [Fact]
    public async Task Near_duplicates_stand_as_one_until_they_are_asked_for()
    {
        var page = (await SignedInAsync(Role.Product, "/search")).Page;
        await page.EvaluateAsync("""
            texts => Promise.all(texts.map((text, at) => fetch('/api/v1/notes', {
              method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ clientId: `double-${at}`, text }),
            })))
            """, new[] { "", "とのこと。", "。折り返し希望。" }.Select(end => "翡翠色の湯呑みのふちが欠けていたため、同じ色の品と交換してほしいとのお申し出" + end).ToArray());
        await SearchAsync(page, "翡翠色 湯呑み");
        for (var wait = 0; wait < 60 && !(await Total(page).InnerTextAsync()).StartsWith("3 件", StringComparison.Ordinal); wait++)
        {
            await page.WaitForTimeoutAsync(500);
            await page.GetByRole(AriaRole.Button, new() { Name = "検索", Exact = true }).ClickAsync();
            await Expect(Results(page)).ToHaveAttributeAsync("aria-busy", "false");
        }
        await Expect(Total(page)).ToHaveTextAsync("3 件");
        await Expect(Rows(page)).ToHaveCountAsync(1);
        await Rows(page).GetByRole(AriaRole.Button, new() { Name = "ほか 2 件の類似" }).ClickAsync();
        await Expect(Hits(page)).ToHaveCountAsync(3);
        await page.ReloadAsync();
        await Expect(Hits(page)).ToHaveCountAsync(3);
        await page.GetByText("類似をまとめる").ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(3);
        await Expect(page).ToHaveURLAsync(new Regex("fold=false"));
    }

    [Fact]
    public async Task A_long_list_is_fetched_where_it_is_looked_at_and_found_again_at_the_same_place()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?to=" + Yesterday)).Page;
        await Expect(Rows(page).First).ToBeVisibleAsync();
        Assert.InRange(NumberIn(await Total(page).InnerTextAsync()), 1000, int.MaxValue);
        await page.EvaluateAsync("window.scrollTo(0, 60_000)");
        await Expect(page).ToHaveURLAsync(new Regex("at=[0-9]{3}"));
        var place = int.Parse(Regex.Match(page.Url, "at=([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var row = page.Locator($"article[aria-posinset='{place + 3}']");
        await Expect(row.Locator("p")).ToBeInViewportAsync();
        Assert.InRange(await Rows(page).CountAsync(), 5, 60);
        var text = await TextOf(row);
        await Pictures.TakeAsync(page, "search-deep");

        await page.ReloadAsync();
        await Expect(row.Locator("p")).ToBeInViewportAsync();
        Assert.Equal(text, await TextOf(row));
        await page.GetByRole(AriaRole.Combobox, new() { Name = "並べ替え" }).SelectOptionAsync("oldest");
        await Expect(Rows(page).First).ToBeInViewportAsync();
        await page.GoBackAsync();
        await Expect(row.Locator("p")).ToBeInViewportAsync();
        Assert.Equal(text, await TextOf(row));
    }

    [Fact]
    public async Task On_a_phone_filters_come_from_the_side_and_say_how_many_are_chosen()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?q=加湿器&to=" + Yesterday, Screen.Phone)).Page;
        await Expect(Rows(page).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込み（1 件選択中）" }).ClickAsync();
        var filters = page.GetByRole(AriaRole.Dialog, new() { Name = "絞り込み" });
        await filters.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^SNS") }).ClickAsync();
        await Pictures.TakeAsync(page, "search-filters-phone");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "絞り込み（2 件選択中）" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込み「チャネル SNS」を外す" }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("channel="));
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

    private static ILocator Rows(IPage page) => Results(page).GetByRole(AriaRole.Article);

    private static Task<string> TextOf(ILocator row) => row.Locator("p").First.InnerTextAsync();

    private static ILocator Results(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "検索結果" });

    private static ILocator Total(IPage page) => Results(page).GetByRole(AriaRole.Status);

    private static int NumberIn(string text) => int.Parse(Regex.Match(text, @"[\d,]+").Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
