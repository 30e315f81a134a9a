using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

/// <summary>The whole way of an issue, from the first report to the fix that has helped, in a demo whose weeks pass while one watches.</summary>
public sealed class IssueStoryTests(Product product) : Journey(product)
{
    private const string Subject = "ホシゾラ便";
    private const string Comment = "決済チームに、二重請求の記録を確かめてもらっています。";
    private const string Ticket = "https://tracker.example/issues/481";

    private DemoHost? _demo;

    internal override Uri Address => _demo!.Address;

    public override async Task InitializeAsync() => _demo = await DemoHost.StartAsync();

    [Fact]
    public async Task An_issue_emerges_is_triaged_and_fixed_by_keyboard_and_verifies_itself_by_what_is_said_in_the_weeks_after()
    {
        var page = (await SignedInAsync(Role.Product, "/issues")).Page;
        await OpenEmergingIssueAsync(page);
        await ReadWhyAsync(page);
        await TriageAsync(page);
        await _demo!.StoryEndsAsync();

        await _demo.PassAsync(days: 2, without: Subject);
        await FixAsync(page, on: _demo.Today.AddDays(-1));
        await _demo.PassAsync(days: 7, without: Subject);
        await page.ReloadAsync();
        await Expect(Effect(page)).ToContainTextAsync("判断待ち");
        await Expect(State(page)).ToHaveValueAsync("解決");

        await StayAsync(page);
        await _demo.PassAsync(days: 9, without: Subject);
        await Expect(State(page)).ToHaveValueAsync("効果確認済み");
        await Expect(Effect(page)).ToContainTextAsync("効果あり");
        await Expect(Effect(page)).ToContainTextAsync(new Regex(@"修正前の \d+ 日間に [1-9]\d+ 件、修正後の 14 日間に \d+ 件ありました。.*発生率は修正前の [\d.]+% です（95% の区間は [\d.]+%〜[\d.]+%）"));
        await AssertHistoryAsync(page);
        await ExpectNoReloadAsync(page);

        await page.GotoAsync("/issues?state=closed");
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = Subject })).ToContainTextAsync("効果確認済み");
    }

    protected override async Task EndAsync()
    {
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }
    }

    private static async Task OpenEmergingIssueAsync(IPage page)
    {
        var rows = page.Locator("main h2 > a[href^='/issues/']");
        await Expect(rows.First).ToBeVisibleAsync();
        var emerging = rows.Filter(new() { HasText = Subject });
        await Expect(emerging).ToHaveCountAsync(0);
        await StayAsync(page);
        await Expect(emerging).ToBeVisibleAsync(new() { Timeout = 60_000 });
        foreach (var key in Enumerable.Repeat("j", 10).Concat(Enumerable.Repeat("k", 10)))
        {
            await page.Keyboard.PressAsync(key);
            if (await emerging.EvaluateAsync<bool>("row => row === document.activeElement"))
            {
                break;
            }
        }
        await Expect(emerging).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Subject);
        await ExpectNoReloadAsync(page);
    }

    private static async Task ReadWhyAsync(IPage page)
    {
        await Expect(Part(page, "なぜ今か")).ToContainTextAsync(new Regex("に検知しました。.* [1-9][0-9]* 件で、過去の実績から予想される .* 件の .* 倍です。偶然にこれほど増える確率は.+です。"));
        await Expect(Part(page, "日ごとの件数と予想").GetByRole(AriaRole.Img).First).ToBeVisibleAsync();
        await Expect(Part(page, "代表的な声").Locator("[aria-haspopup=dialog]").First).ToContainTextAsync(Subject);
        await Expect(Part(page, "代表的な声").Locator("[aria-haspopup=dialog]").Nth(2)).ToBeVisibleAsync();
    }

    private static async Task TriageAsync(IPage page)
    {
        await PressAsync(page, "a", State(page), "確認済み");
        await PressAsync(page, "e", Field(page, "担当者"), "demo-product");
        await PressAsync(page, "i", State(page), "調査中");

        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync(Comment);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Part(page, "履歴")).ToContainTextAsync(Comment);

        await page.Keyboard.PressAsync("c");
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(Field(page, "チケットの URL")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Ticket);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Ticket })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
    }

    private static async Task FixAsync(IPage page, DateOnly on)
    {
        await PressAsync(page, "f", State(page), "解決");
        var day = Field(page, "修正日");
        await day.FillAsync(on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await day.PressAsync("Enter");
        await Expect(Part(page, "履歴").GetByText("修正日の変更")).ToHaveCountAsync(2);
        await Expect(Effect(page)).ToContainTextAsync("修正の 3 日後から比べ始めます。");
    }

    /// <summary>Each step, the newest first, with who made it and when.</summary>
    private static async Task AssertHistoryAsync(IPage page)
    {
        var history = await Part(page, "履歴").InnerTextAsync();
        string[] steps = ["解決 → 効果確認済み", "修正日の変更", "調査中 → 解決", Ticket, Comment, "確認済み → 調査中", "→ demo-product", "新規 → 確認済み", "検知"];
        var places = steps.Select(step => history.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.True(!places.Contains(-1) && places.SequenceEqual(places.Order()), history);
        Assert.Equal(8, Regex.Count(history, @"demo-product ・ \d{4}/\d+/\d+ \d+:\d\d"));
        Assert.Equal(2, Regex.Count(history, @"システム ・ \d{4}/\d+/\d+ \d+:\d\d"));
        Assert.Contains("件数の変化から自動で判定", history, StringComparison.Ordinal);
    }

    private static async Task PressAsync(IPage page, string key, ILocator field, string value)
    {
        await page.Keyboard.PressAsync(key);
        await Expect(field).ToHaveValueAsync(value);
        await Expect(field).ToBeEnabledAsync();
    }

    private static async Task StayAsync(IPage page) => await page.EvaluateAsync("window.sinceThen = true");

    private static async Task ExpectNoReloadAsync(IPage page) =>
        Assert.True(await page.EvaluateAsync<bool>("window.sinceThen === true"), "The page was reloaded.");

    private static ILocator Part(IPage page, string name) => page.GetByRole(AriaRole.Region, new() { Name = name });

    private static ILocator Effect(IPage page) => Part(page, "修正の効果");

    private static ILocator Field(IPage page, string label) => Part(page, "対応").GetByLabel(label, new() { Exact = true }).And(page.Locator("input"));

    private static ILocator State(IPage page) => Field(page, "状態");
}
