using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class NavigationTests(Product product) : Journey(product)
{
    [Theory]
    [InlineData(Role.Admin, "ライブ 課題 リプレイ 検索 通話メモ 取り込み アンケート ソース アラート設定 読み取り 管理", "ライブ")]
    [InlineData(Role.Product, "ライブ 課題 リプレイ 検索 通話メモ 取り込み アンケート ソース アラート設定 読み取り", "ライブ")]
    [InlineData(Role.Support, "ライブ 課題 検索 通話メモ", "通話メモ")]
    [InlineData(Role.Researcher, "ライブ 課題 検索 アンケート 読み取り", "検索")]
    public async Task Each_role_starts_at_its_work_and_sees_only_its_pages(string role, string pages, string home)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var page = (await SignedInAsync(role)).Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(home);
        await Expect(Navigation(page).GetByRole(AriaRole.Link).Locator("> span:first-of-type")).ToHaveTextAsync(pages.Split(' '));
        await Expect(page.GetByText("デモ", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Role.Support, "/admin", "GET /api/v1/users")]
    [InlineData(Role.Support, "/imports", "GET /api/v1/imports")]
    [InlineData(Role.Support, "/reading", "POST /api/v1/dictionary")]
    [InlineData(Role.Support, "/surveys", "POST /api/v1/surveys")]
    [InlineData(Role.Researcher, "/surveys/new", "POST /api/v1/surveys")]
    [InlineData(Role.Researcher, "/notes", "POST /api/v1/notes")]
    [InlineData(Role.Researcher, "/sources", "POST /api/v1/sources")]
    [InlineData(Role.Product, "/admin", "GET /api/v1/keys")]
    public async Task The_wrong_role_is_refused_by_page_and_by_server(string role, string path, string endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var page = (await SignedInAsync(role, path)).Page;
        await Expect(page.GetByText("このページを開く権限がありません")).ToBeVisibleAsync();
        var (method, address) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var origin = Address.GetLeftPart(UriPartial.Authority);
        var answer = await page.APIRequest.FetchAsync(address, new() { Method = method, DataObject = method == "POST" ? new { } : null, Headers = new Dictionary<string, string> { ["Origin"] = origin } });
        Assert.Equal(403, answer.Status);
    }

    [Fact]
    public async Task The_language_is_switched_to_English_kept_and_switched_back()
    {
        var page = (await SignedInAsync(Role.Product)).Page;
        await page.GetByRole(AriaRole.Radiogroup, new() { Name = "表示言語" }).GetByText("English").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Live");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.GetByText("Feedback today")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "live-english");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Search" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Query" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radiogroup, new() { Name = "Language" }).GetByText("日本語").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("検索");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
    }

    [Fact]
    public async Task The_keyboard_reaches_content_and_menu_and_shows_where_it_is()
    {
        var page = (await SignedInAsync(Role.Product)).Page;
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "本文へ移動" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "本文へ移動" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#content")).ToBeFocusedAsync();
        var issues = Navigation(page).GetByRole(AriaRole.Link, new() { Name = "課題" });
        await issues.FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(issues).ToBeFocusedAsync();
        Assert.NotEqual("none", await issues.EvaluateAsync<string>("link => getComputedStyle(link).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("課題");
    }

    [Fact]
    public async Task A_phone_has_the_menu_behind_a_button()
    {
        var page = (await SignedInAsync(Role.Product, screen: Screen.Phone)).Page;
        // The way from the start to one's first page closes the menu, as every way does.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ライブ");
        await Expect(Navigation(page).GetByRole(AriaRole.Link, new() { Name = "検索" })).Not.ToBeInViewportAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "メニューを開く" }).ClickAsync();
        await Pictures.TakeAsync(page, "menu");
        await Navigation(page).GetByRole(AriaRole.Link, new() { Name = "検索" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("検索");
        await Expect(Navigation(page).GetByRole(AriaRole.Link, new() { Name = "検索" })).Not.ToBeInViewportAsync();
    }
}
