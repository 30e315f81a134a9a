using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

/// <summary>Teaching how texts are read. Each test leaves the reading as it found it, for the others that look at the same demo.</summary>
public sealed partial class TeachingTests(Product product) : Journey(product)
{
    private const int LongestJob = 120_000;

    [Fact]
    public async Task A_label_put_right_with_one_click_is_counted_so_in_search_until_it_is_withdrawn()
    {
        var page = (await SignedInAsync(Role.Product)).Page;
        // Of what was said until yesterday, so that the live feed changes no count meanwhile.
        var search = "/search?q=お粥&to=" + Yesterday;
        await page.GotoAsync(search);
        var hit = page.GetByRole(AriaRole.Region, new() { Name = "検索結果" }).Locator("[aria-haspopup=dialog][data-sentiment=positive]").First;
        await hit.WaitForAsync();
        var (positive, negative) = (await CountAsync(page, "ポジティブ"), await CountAsync(page, "ネガティブ"));
        await hit.ClickAsync();
        var details = page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" });
        await Sentiment(details, "ネガティブ").ClickAsync();
        await Expect(Sentiment(details, "ネガティブ")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(details).ToContainTextAsync(new Regex("に訂正.*元の読み取り: ポジティブ"));
        var address = page.Url;
        await Expect(details.GetByLabel("保存しています")).ToHaveCountAsync(0);

        await page.GotoAsync(search);
        await Expect(Facet(page, "ネガティブ")).ToContainTextAsync($"{negative + 1}");
        Assert.Equal((positive - 1, negative + 1), (await CountAsync(page, "ポジティブ"), await CountAsync(page, "ネガティブ")));

        await page.GotoAsync(address);
        await details.GetByRole(AriaRole.Button, new() { Name = "訂正を取り消す" }).ClickAsync();
        await Expect(Sentiment(details, "ポジティブ")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(details.GetByLabel("保存しています")).ToHaveCountAsync(0);
        await page.GotoAsync(search);
        await Expect(Facet(page, "ネガティブ")).ToContainTextAsync($"{negative}");
        Assert.Equal((positive, negative), (await CountAsync(page, "ポジティブ"), await CountAsync(page, "ネガティブ")));
    }

    [Fact]
    public async Task The_details_tell_what_moved_the_score_and_mark_it_in_the_text()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?q=お粥")).Page;
        await page.GetByRole(AriaRole.Region, new() { Name = "検索結果" }).Locator("[aria-haspopup=dialog][data-sentiment=positive]").First.ClickAsync();
        var details = page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" });
        var reason = details.GetByRole(AriaRole.List, new() { Name = "感情の根拠" }).GetByRole(AriaRole.Button).First;
        await reason.FocusAsync();
        var words = await details.Locator("p [data-active]").AllInnerTextsAsync();
        Assert.Contains(string.Concat(words), await reason.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEmpty(words);
        await details.GetByRole(AriaRole.Button, new() { Name = "単語の区切り" }).ClickAsync();
        await Expect(details.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "名詞" }).First).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "feedback-reasons");
    }

    [Fact]
    public async Task A_word_is_tried_on_the_last_texts_added_used_and_deleted()
    {
        const string Word = "ゆめぴりか";
        var page = (await SignedInAsync(Role.Product, "/reading")).Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "単語を追加" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "表記" }).FillAsync(Word);
        await Expect(Effect(page)).ToContainTextAsync(Changes());
        await Expect(Effect(page).GetByRole(AriaRole.Article).First.Locator("mark")).ToHaveTextAsync(Word);
        var text = await Effect(page).GetByRole(AriaRole.Link, new() { Name = "詳細を開く" }).First.GetAttributeAsync("href");
        await page.GetByRole(AriaRole.Textbox, new() { Name = $"「{Word}」の読み" }).FillAsync("ゆめぴりか");
        await Pictures.TakeAsync(page, "reading-word");
        await SaveAsync(page);
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = Word })).ToContainTextAsync("ユメピリカ");

        await page.GotoAsync(text!);
        await page.GetByRole(AriaRole.Button, new() { Name = "単語の区切り" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasTextRegex = new Regex($"^{Word}固有名詞") }).First).ToBeVisibleAsync();

        await page.GotoAsync("/reading");
        await page.GetByRole(AriaRole.Button, new() { Name = $"「{Word}」を削除" }).ClickAsync();
        await Expect(Effect(page)).ToContainTextAsync(Changes());
        await page.GetByRole(AriaRole.Button, new() { Name = "削除する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article, new() { Name = Word })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_shipped_expression_is_made_weaker_by_keyboard_and_restored()
    {
        var page = (await SignedInAsync(Role.Product, "/reading?tab=lexicon&q=うるさい")).Page;
        var row = page.GetByRole(AriaRole.Article, new() { Name = "うるさい", Exact = true });
        await row.GetByRole(AriaRole.Button, new() { Name = "「うるさい」を変更" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Slider, new() { Name = "強さ" }).FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(Effect(page)).ToContainTextAsync(Changes());
        await Expect(Effect(page).GetByRole(AriaRole.Article).First).ToContainTextAsync("感情");
        await Pictures.TakeAsync(page, "reading-expression");
        await SaveAsync(page);
        await Expect(row).ToContainTextAsync("変更あり");
        await Expect(row).ToContainTextAsync("+1.00");
        await row.GetByRole(AriaRole.Button, new() { Name = "標準に戻す" }).ClickAsync();
        await Expect(Effect(page)).ToContainTextAsync(Changes());
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "標準に戻す" }).ClickAsync();
        await Expect(row).Not.ToContainTextAsync("変更あり");
        await Expect(row).Not.ToContainTextAsync("+1.00");
    }

    [Fact]
    public async Task A_topic_is_tried_added_and_older_feedback_is_read_anew_into_it()
    {
        const string Topic = "そうじの手間";
        var page = (await SignedInAsync(Role.Product, "/reading?tab=topics")).Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "「家電・機器」の下に追加" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "名前（日本語）" }).FillAsync(Topic);
        var keywords = page.GetByRole(AriaRole.Textbox, new() { Name = "言葉、または" });
        await keywords.FillAsync("掃除:3、手入れ:3");
        await keywords.PressAsync("Enter");
        await Expect(Effect(page)).ToContainTextAsync(Changes());
        await Expect(Effect(page).GetByRole(AriaRole.Article).First).ToContainTextAsync(Topic);
        await Pictures.TakeAsync(page, "reading-topic");
        await SaveAsync(page);
        await Expect(Node(page, Topic)).ToContainTextAsync("自社");

        await page.GetByRole(AriaRole.Link, new() { Name = "読み直す" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "読み直す" }).ClickAsync();
        await Expect(page.GetByText(AllCurrent())).ToBeVisibleAsync(new() { Timeout = LongestJob });
        await Expect(page.GetByText(new Regex(@"前回 .+ 件を読み直し"))).ToBeVisibleAsync();
        await page.GotoAsync("/reading?tab=topics");
        await Expect(Node(page, Topic)).ToContainTextAsync(new Regex("[1-9]"));
        await Node(page, Topic).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("この話題の声") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "検索結果" }).Locator("[aria-haspopup=dialog]").First).ToContainTextAsync(Topic);

        await page.GotoAsync("/reading?tab=topics");
        await Node(page, Topic).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "削除する" }).ClickAsync();
        await Expect(Effect(page)).ToContainTextAsync(Changes());
        await page.GetByRole(AriaRole.Button, new() { Name = "削除する" }).ClickAsync();
        await Expect(Node(page, Topic)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "読み直す" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "読み直す" }).ClickAsync();
        await Expect(page.GetByText(AllCurrent())).ToBeVisibleAsync(new() { Timeout = LongestJob });
    }

    [Fact]
    public async Task A_model_is_trained_compared_put_to_use_and_taken_back()
    {
        var page = (await SignedInAsync(Role.Product, "/reading?tab=learning")).Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "学習する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar, new() { Name = "学習しています" })).ToBeVisibleAsync();
        // The training goes on whether or not anybody looks.
        await page.ReloadAsync();
        var version = page.GetByRole(AriaRole.Article, new() { Name = "版 1", Exact = true });
        await Expect(version).ToContainTextAsync(new Regex("感情.+%.+意図.+%.+話題.+%"), new() { Timeout = LongestJob });
        await Expect(page.GetByText(new Regex("版 1 ができました"))).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "reading-trained");
        await version.GetByRole(AriaRole.Button, new() { Name = "この版に切り替える" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "この版に切り替える" }).ClickAsync();
        await Expect(version).ToContainTextAsync("使用中");

        var shipped = page.GetByRole(AriaRole.Article, new() { Name = "標準の版" });
        await shipped.GetByRole(AriaRole.Button, new() { Name = "この版に戻す" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "この版に戻す" }).ClickAsync();
        await Expect(shipped).ToContainTextAsync("使用中");
        await Expect(version).Not.ToContainTextAsync("使用中");
    }

    private static string Yesterday =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Tokyo").AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ILocator Sentiment(ILocator details, string label) =>
        details.GetByRole(AriaRole.Group, new() { Name = "感情" }).GetByRole(AriaRole.Button, new() { Name = label });

    private static ILocator Facet(IPage page, string label) =>
        page.GetByRole(AriaRole.Complementary, new() { Name = "絞り込み" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + label) });

    private static async Task<int> CountAsync(IPage page, string label) =>
        int.Parse(Number().Match(await Facet(page, label).InnerTextAsync()).Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static ILocator Effect(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "保存前の影響" });

    private static ILocator Node(IPage page, string topic) =>
        page.GetByRole(AriaRole.List, new() { Name = "話題" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + topic) });

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [GeneratedRegex(@"[\d,]+")]
    private static partial Regex Number();

    [GeneratedRegex(@"直近 [\d,]+ 件のうち [1-9][\d,]* 件の読み取りを変えます")]
    private static partial Regex Changes();

    [GeneratedRegex(@"全 [\d,]+ 件が今の版で読み取られています")]
    private static partial Regex AllCurrent();
}
