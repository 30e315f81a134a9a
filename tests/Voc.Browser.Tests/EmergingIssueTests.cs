using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

/// <summary>The demo's live story starts when somebody watches, so this has a demo of its own that nobody has watched yet.</summary>
public sealed class EmergingIssueTests(Product product) : Journey(product)
{
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(60);

    private DemoProcess? _demo;

    internal override Uri Address => _demo!.Address;

    public override async Task InitializeAsync() => _demo = await DemoProcess.StartAsync();

    [Fact]
    public async Task A_new_issue_emerges_by_push_within_a_minute_and_is_triaged()
    {
        var page = (await SignedInAsync(Role.Product)).Page;
        var opened = Stopwatch.StartNew();
        await Expect(page.Locator("[data-kpi=today] dd").First).ToHaveTextAsync(new Regex(@"^[\d,]+$"));
        await Expect(page.GetByText("リアルタイム更新中")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.sinceOpening = true");

        var notice = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "新しい課題が見つかりました" }).Filter(new() { HasText = "ホシゾラ便" }).GetByRole(AriaRole.Link);
        await Expect(notice.First).ToBeVisibleAsync(new() { Timeout = (float)Promise.TotalMilliseconds });
        Assert.InRange(opened.Elapsed, TimeSpan.Zero, Promise);
        var emerging = page.GetByRole(AriaRole.Region, new() { Name = "浮上している課題" }).GetByRole(AriaRole.Link).Filter(new() { HasText = "ホシゾラ便" });
        await Expect(emerging).ToBeVisibleAsync();
        if (Pictures.AreForDocuments)
        {
            await Expect(emerging).ToContainTextAsync(new Regex("[1-9][0-9] 件"));
            await Expect(notice).ToHaveCountAsync(0);
        }
        await Pictures.TakeForDocumentsAsync(page, "live");
        Assert.True(await page.EvaluateAsync<bool>("window.sinceOpening"), "The page was reloaded.");

        await emerging.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("ホシゾラ便");
        var quotes = page.GetByRole(AriaRole.Region, new() { Name = "代表的な声" });
        await Expect(quotes.Locator("[aria-haspopup=dialog]").First).ToContainTextAsync("ホシゾラ便");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "日ごとの件数と予想" }).GetByRole(AriaRole.Img).First).ToBeVisibleAsync();
        await Pictures.TakeForDocumentsAsync(page, "issue");

        await TriageAsync(page);
    }

    protected override async Task EndAsync()
    {
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }
    }

    private static async Task TriageAsync(IPage page)
    {
        var triage = page.GetByRole(AriaRole.Region, new() { Name = "対応" });
        await triage.GetByLabel("状態", new() { Exact = true }).And(page.Locator("input")).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "確認済み" }).ClickAsync();
        var history = page.GetByRole(AriaRole.Region, new() { Name = "履歴" });
        await Expect(history).ToContainTextAsync("確認済み");
        await triage.GetByLabel("コメント").FillAsync("決済チームに確認を依頼しました。");
        await triage.GetByRole(AriaRole.Button, new() { Name = "コメントを追加" }).ClickAsync();
        await Expect(history).ToContainTextAsync("決済チームに確認を依頼しました。");
        await Expect(history).ToContainTextAsync("demo-product");
        await page.ReloadAsync();
        await Expect(history).ToContainTextAsync("決済チームに確認を依頼しました。");
        await Expect(triage.GetByLabel("状態", new() { Exact = true }).And(page.Locator("input"))).ToHaveValueAsync("確認済み");
    }
}
