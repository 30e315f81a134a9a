using System.Text;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class SurveyTests(Product product) : Journey(product)
{
    [Fact]
    public async Task A_survey_is_built_published_answered_by_a_customer_and_its_result_is_seen()
    {
        var visit = await SignedInAsync(Role.Admin, "/surveys");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "アンケートを作る", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "アンケートの名前" }).FillAsync("秋の使い心地調査");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "題名", Exact = true }).FillAsync("使い心地をお聞かせください");
        await page.GetByRole(AriaRole.Button, new() { Name = "質問を追加", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "選択（集計の区分になります）", Exact = true }).ClickAsync();
        var preview = page.FrameLocator("iframe[title=プレビュー]");
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Name = "使い心地をお聞かせください", Exact = true })).ToBeVisibleAsync();
        await Expect(preview.GetByRole(AriaRole.Radio, new() { Name = "3 年以上", Exact = true })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "surveys-build");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存する", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "公開する", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "受付を止める", Exact = true })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "surveys-share");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "アンケートを開く", Exact = true }).GetAttributeAsync("href");

        var customer = await visit.Context.NewPageAsync();
        await customer.GotoAsync(link!);
        await customer.GetByRole(AriaRole.Radio, new() { Name = "9", Exact = true }).CheckAsync();
        await customer.GetByRole(AriaRole.Radio, new() { Name = "3 年以上", Exact = true }).CheckAsync();
        // Typed as a person types: what is sent within two seconds is taken for a program's.
        await customer.GetByRole(AriaRole.Textbox).PressSequentiallyAsync("瑠璃色の持ち手が握りやすく、毎日使っています。", new() { Delay = 120 });
        await Pictures.TakeAsync(customer, "survey-as-a-customer");
        await customer.GetByRole(AriaRole.Button, new() { Name = "回答を送信", Exact = true }).ClickAsync();
        await Expect(customer.GetByRole(AriaRole.Status)).ToContainTextAsync("ご回答ありがとうございました");

        await page.GetByRole(AriaRole.Tab, new() { Name = "結果", Exact = true }).ClickAsync();
        await page.ReloadAsync();
        var figures = page.GetByRole(AriaRole.Region, new() { Name = "主な数値", Exact = true });
        await Expect(figures).ToContainTextAsync("+100");
        await Expect(figures).ToContainTextAsync("95% 信頼区間");
        var segments = page.GetByRole(AriaRole.Region, new() { Name = "NPS：ご利用の期間を教えてください。別", Exact = true });
        await Expect(segments.GetByRole(AriaRole.Row).Filter(new() { HasText = "3 年以上" })).ToContainTextAsync("+100");
        await Pictures.TakeAsync(page, "surveys-results");
        await page.GetByRole(AriaRole.Link, new() { Name = "自由記述を読む", Exact = true }).ClickAsync();
        await Expect(page.GetByText("瑠璃色の持ち手が握りやすく")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_import_is_undone()
    {
        var page = (await SignedInAsync(Role.Admin, "/imports")).Page;
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "誤った調査.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("回答日,ご意見\n2026/4/1,藍鼠色の蓋が開きにくいです。毎朝困っています。\n2026/4/2,藍鼠色の蓋は気に入っています。\n"),
        });
        var setup = page.GetByRole(AriaRole.Region, new() { Name = "誤った調査.csv" });
        await setup.GetByLabel("ソース名").FillAsync("誤った調査");
        await setup.GetByLabel("ソース名").PressAsync("Escape");
        await setup.GetByRole(AriaRole.Button, new() { Name = "取り込みを開始" }).ClickAsync();
        var job = page.GetByRole(AriaRole.Article, new() { Name = "誤った調査.csv" });
        await Expect(job).ToContainTextAsync("完了");

        await job.GetByRole(AriaRole.Button, new() { Name = "取り込みを取り消す", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "取り消して削除する", Exact = true }).ClickAsync();

        await Expect(job).ToContainTextAsync("取り消し済み");
        await Expect(job).ToContainTextAsync("取り消し 2");
    }
}
