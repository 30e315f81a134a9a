using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class AdminTests(Product product) : Journey(product)
{
    [Fact]
    public async Task A_survey_in_CP932_is_previewed_imported_and_found_by_search()
    {
        var page = (await SignedInAsync(Role.Admin, "/imports")).Page;
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "春の調査.csv", MimeType = "text/csv", Buffer = Survey() });
        var setup = page.GetByRole(AriaRole.Region, new() { Name = "春の調査.csv" });
        await Expect(setup).ToContainTextAsync(new Regex("shift_jis|CP932|932", RegexOptions.IgnoreCase));
        await Expect(setup.GetByRole(AriaRole.Row).Filter(new() { HasText = "琥珀色の取っ手" }).First).ToBeVisibleAsync();
        await Expect(setup.GetByRole(AriaRole.Row).Filter(new() { HasText = "2026-13-45" }).Or(setup.GetByText("2026-13-45"))).Not.ToHaveCountAsync(0);
        await setup.GetByLabel("ソース名").FillAsync("春の調査");
        await setup.GetByLabel("ソース名").PressAsync("Escape");
        await Pictures.TakeAsync(page, "imports-preview");
        await setup.GetByRole(AriaRole.Button, new() { Name = "取り込みを開始" }).ClickAsync();

        var job = page.GetByRole(AriaRole.Article, new() { Name = "春の調査.csv" });
        await Expect(job).ToContainTextAsync("完了");
        await Expect(job).ToContainTextAsync($"登録 {Rows}");
        await Expect(job).ToContainTextAsync("不備 2");
        await job.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("不備のある行") }).ClickAsync();
        await Expect(job.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await Expect(job.GetByRole(AriaRole.Cell, new() { Name = $"{Rows + 2}", Exact = true })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "imports-done");
        var report = await page.RunAndWaitForDownloadAsync(() => job.GetByRole(AriaRole.Link, new() { Name = "不備の一覧" }).ClickAsync());
        Assert.Contains("2026-13-45", await File.ReadAllTextAsync(await report.PathAsync()), StringComparison.Ordinal);

        await page.GotoAsync("/search?q=" + Uri.EscapeDataString("\"琥珀色の取っ手\""));
        var results = page.GetByRole(AriaRole.Region, new() { Name = "検索結果" });
        await Expect(results.GetByRole(AriaRole.Status)).ToContainTextAsync($"{Rows} 件");
    }

    [Fact]
    public async Task A_form_is_made_put_on_another_site_and_its_message_arrives()
    {
        await using var shop = await Site.StartAsync();
        var visit = await SignedInAsync(Role.Admin, "/sources");
        visit.Trust(shop.Address);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "ソースを追加" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "ソースを追加" });
        await dialog.GetByLabel("名前", new() { Exact = false }).First.FillAsync("店のフォーム");
        await dialog.GetByLabel("埋め込みを許可するサイト").FillAsync(shop.Address.GetLeftPart(UriPartial.Authority));
        await Pictures.TakeAsync(page, "sources-add");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "追加する" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        var source = page.GetByRole(AriaRole.Article, new() { Name = "店のフォーム" });
        await source.GetByRole(AriaRole.Button, new() { Name = "店のフォーム の詳細" }).ClickAsync();
        var snippet = await source.Locator("pre").First.InnerTextAsync();
        await source.GetByText("フォームの設定を変える").ClickAsync();
        await source.GetByLabel("軽い").CheckAsync();
        await source.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(source.GetByRole(AriaRole.Status).GetByText("保存しました")).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "sources-form");

        shop.Show(snippet);
        var outside = await visit.Context.NewPageAsync();
        await outside.GotoAsync(shop.Address.ToString());
        var form = outside.GetByRole(AriaRole.Form);
        await form.GetByRole(AriaRole.Textbox).First.WaitForAsync();
        // Typed as a person types: a form that is sent within two seconds is taken for a program's.
        await form.Locator("textarea").PressSequentiallyAsync("群青色の蓋が割れて届きました。交換をお願いします。", new() { Delay = 120 });
        await Pictures.TakeAsync(outside, "form-on-another-site");
        await form.GetByRole(AriaRole.Button, new() { Name = "送信" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("ありがとうございました");

        await outside.GotoAsync(await source.GetByRole(AriaRole.Link, new() { Name = "フォームのページを開く" }).GetAttributeAsync("href") ?? "");
        await outside.Locator("textarea").PressSequentiallyAsync("群青色の蓋の件、もう一点。箱も潰れていました。", new() { Delay = 120 });
        await Pictures.TakeAsync(outside, "form-with-work");
        await outside.GetByRole(AriaRole.Button, new() { Name = "送信" }).ClickAsync();
        await Expect(outside.GetByRole(AriaRole.Status)).ToContainTextAsync("ありがとうございました");

        await page.GotoAsync("/live");
        await Expect(page.GetByRole(AriaRole.Feed).GetByText("群青色の蓋が割れて届きました")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_API_key_is_shown_once_works_and_is_revoked()
    {
        var page = (await SignedInAsync(Role.Admin, "/admin?tab=keys")).Page;
        await page.GetByLabel("名前").FillAsync("倉庫システム");
        await page.GetByRole(AriaRole.Button, new() { Name = "発行する" }).ClickAsync();
        var key = await page.GetByRole(AriaRole.Region, new() { Name = "API キーを発行" }).Locator("pre").InnerTextAsync();
        using var client = new HttpClient { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };
        Assert.Equal(400, await StatusAsync(client));
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "倉庫システム" });
        await row.GetByRole(AriaRole.Button, new() { Name = "無効にする" }).ClickAsync();
        await Expect(row).ToContainTextAsync("無効");
        await Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await RefusedAsync(client);
    }

    [Fact]
    public async Task Feedback_that_could_not_be_read_has_a_page()
    {
        var page = (await SignedInAsync(Role.Admin, "/admin")).Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("解析に失敗した声 0 件") })).ToBeVisibleAsync();
        await Expect(page.GetByText("失敗した声はありません")).ToBeVisibleAsync();
    }

    private const int Rows = 40;

    /// <summary>Sends what is no JSON: a valid key gets as far as being told so.</summary>
    private static async Task<int> StatusAsync(HttpClient client)
    {
        using var content = new StringContent("{", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/feedback", content);
        return (int)answer.StatusCode;
    }

    /// <summary>Waits until the key is refused; a server may remember a key for ten seconds.</summary>
    private static async Task RefusedAsync(HttpClient client)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (await StatusAsync(client) != 401)
        {
            await Task.Delay(500, limit.Token);
        }
    }

    /// <summary>A survey as an old Japanese spreadsheet writes it, with a date that is none and an empty answer at its end.</summary>
    private static byte[] Survey()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var csv = new StringBuilder("回答日,ご意見,製品,推奨度\r\n");
        for (var row = 1; row <= Rows; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"2026-03-{(row % 28) + 1:00},琥珀色の取っ手が{row}回目で外れました。,ホシゾラ鍋,{row % 11}\r\n");
        }
        csv.Append("2026-13-45,日付のない意見です。,ホシゾラ鍋,5\r\n");
        csv.Append("2026-03-20,,ホシゾラ鍋,5\r\n");
        return Encoding.GetEncoding(932).GetBytes(csv.ToString());
    }
}
