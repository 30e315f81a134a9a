using Microsoft.Playwright;
using Voc.Api;
using Voc.Api.DeadLetters;
using Voc.Api.Storage;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class SourceTests(Product product) : Journey(product)
{
    [Fact]
    public async Task A_source_is_added_tested_and_paused_and_says_in_plain_words_why_it_fails()
    {
        var page = (await SignedInAsync(Role.Product, "/sources")).Page;
        var api = await AddAsync(page, "API", "倉庫の声");
        var feed = await AddAsync(page, "SNS フィード", "社内のフィード", "http://127.0.0.1/feed");

        await api.GetByRole(AriaRole.Button, new() { Name = "倉庫の声 をテスト" }).ClickAsync();
        var test = page.GetByRole(AriaRole.Dialog);
        await Expect(test.GetByRole(AriaRole.Status)).ToContainTextAsync("受け取る準備ができています");
        await Expect(test.GetByRole(AriaRole.Table, new() { Name = "取り込まれる内容" })).ToContainTextAsync("蓋が閉まりません。");
        await Expect(test.Locator("pre")).ToContainTextAsync("/api/v1/feedback");
        await test.GetByLabel("試すデータ").FillAsync("{\"externalId\":\"1\",\"channel\":\"review\",\"text\":\"\"}");
        await test.GetByRole(AriaRole.Button, new() { Name = "このデータで試す" }).ClickAsync();
        await Expect(test.GetByRole(AriaRole.Status)).ToContainTextAsync("このままでは取り込めません");
        await Pictures.TakeAsync(page, "sources-test");
        await test.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();

        await Expect(test).ToHaveCountAsync(0);
        await api.GetByRole(AriaRole.Switch, new() { Name = "倉庫の声 を有効にする" }).PressAsync("Space");
        await Expect(api.GetByRole(AriaRole.Switch)).Not.ToBeCheckedAsync();
        await api.GetByRole(AriaRole.Button, new() { Name = "倉庫の声 をテスト" }).ClickAsync();
        await Expect(test.GetByRole(AriaRole.Status)).ToContainTextAsync("停止中です");
        await test.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();

        await feed.GetByRole(AriaRole.Button, new() { Name = "今すぐ取得" }).ClickAsync();
        await Expect(feed).ToContainTextAsync("社内または予約済みのアドレス");
        await Expect(feed).ToContainTextAsync("エラー");
    }

    [Fact]
    public async Task What_could_not_be_analysed_is_mended_tried_again_and_found_in_the_archive()
    {
        var page = (await SignedInAsync(Role.Product, "/sources")).Page;
        var source = await AddAsync(page, "API", "壊れた声の店");
        Break("壊れた声の店");
        await page.ReloadAsync();

        await Expect(source).ToContainTextAsync("解析失敗 1 件");
        await source.GetByRole(AriaRole.Button, new() { Name = "壊れた声の店 の詳細" }).ClickAsync();
        var letter = source.GetByRole(AriaRole.Article, new() { Name = "damaged-1" });
        await Expect(letter).ToContainTextAsync("保存した内容が壊れていて読めません");
        await Pictures.TakeAsync(page, "sources-dead-letter");
        await letter.GetByRole(AriaRole.Button, new() { Name = "直して再試行" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "直して再試行" });
        await dialog.GetByLabel("本文").FillAsync("山吹色の栓が抜けません。");
        await Pictures.TakeAsync(page, "sources-dead-letter-mend");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存して再試行" }).ClickAsync();

        await Expect(letter).ToHaveCountAsync(0);
        await Expect(source).Not.ToContainTextAsync("解析失敗");
        await Expect(source.GetByText("累計 1 件")).ToBeVisibleAsync();
        await source.GetByText("対応の記録").ClickAsync();
        await Expect(source).ToContainTextAsync("demo-product");
        await page.GotoAsync("/search?q=" + Uri.EscapeDataString("\"山吹色の栓\""));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "検索結果" }).GetByRole(AriaRole.Status)).ToContainTextAsync("1 件");
    }

    private static async Task<ILocator> AddAsync(IPage page, string kind, string name, string? url = null)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "ソースを追加" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ソースを追加" });
        await dialog.GetByRole(AriaRole.Combobox, new() { Name = "種類" }).Or(dialog.GetByRole(AriaRole.Textbox, new() { Name = "種類" })).First.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = kind, Exact = true }).ClickAsync();
        await dialog.GetByLabel("名前", new() { Exact = false }).First.FillAsync(name);
        if (url is not null)
        {
            await dialog.GetByLabel("ページまたはフィードの URL").FillAsync(url);
        }
        await dialog.GetByRole(AriaRole.Button, new() { Name = "追加する" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        var source = page.GetByRole(AriaRole.Article, new() { Name = name, Exact = true });
        await source.WaitForAsync();
        return source;
    }

    /// <summary>Leaves a dead letter such as a damaged disk would make; nothing that is sent in ends as one by itself.</summary>
    private void Break(string source)
    {
        using var connection = new Store(new VocOptions { DataDirectory = Product.DataFolder }).Open();
        var now = TimeProvider.System.GetUtcNow();
        connection.Execute(
            "INSERT INTO inbox (Id, SourceId, ExternalId, Payload, ReceivedAt, Attempts, DueAt, Error, FailedAt) SELECT $id, Id, 'damaged-1', x'7B22', $now, 5, 0, $error, $now FROM source WHERE Name=$source",
            ("$id", FeedbackId.At(now, 99)), ("$now", now.ToUnixTimeMilliseconds()), ("$source", source), ("$error", FailureReason.Unreadable.Written()));
    }
}
