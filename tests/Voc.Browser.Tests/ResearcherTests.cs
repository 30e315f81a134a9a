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
        var archive = new ArchivePage(page);
        await archive.SearchAsync(Query);
        await Expect(page).ToHaveURLAsync(new Regex(@"/search\?q="));
        await Expect(archive.Hits.First.Locator("mark").First).ToBeVisibleAsync();
        await Expect(archive.Hits.Filter(new() { HasNotText = "水" })).ToHaveCountAsync(0);
        await Expect(archive.Hits.Filter(new() { HasText = "フィルター" })).ToHaveCountAsync(0);
        await Pictures.TakeForDocumentsAsync(page, "search");

        // Of what was said until yesterday, so that the live feed changes no count meanwhile.
        await page.GetByLabel("この日まで").FillAsync(ArchivePage.Yesterday);
        await Expect(page).ToHaveURLAsync(new Regex("to=" + ArchivePage.Yesterday));
        // Opened anew, so that no number of the search before is on the page.
        await page.ReloadAsync();
        await Expect(archive.Hits.First).ToBeVisibleAsync();
        var before = ArchivePage.NumberIn(await archive.Total.InnerTextAsync());
        var facet = page.GetByRole(AriaRole.Complementary, new() { Name = "絞り込み" }).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^レビュー") });
        var expected = ArchivePage.NumberIn(await facet.InnerTextAsync());
        Assert.InRange(expected, 1, before - 1);
        await facet.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("channel=review"));
        await archive.ExpectCountAsync(expected);
        await Expect(archive.Hits.Filter(new() { HasNotText = "レビュー" })).ToHaveCountAsync(0);
        var narrowed = page.Url;

        var first = await archive.Hits.First.Locator("p").InnerTextAsync();
        await archive.Hits.First.ClickAsync();
        var details = page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" });
        await Expect(details.GetByRole(AriaRole.Heading, new() { Name = "意見" })).ToBeVisibleAsync();
        await Expect(details).ToContainTextAsync(first[..8]);
        await page.GoBackAsync();
        await Expect(details).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex("^" + Regex.Escape(narrowed) + "$"));

        await page.ReloadAsync();
        await Expect(archive.QueryBox).ToHaveValueAsync(Query);
        await Expect(facet).ToHaveAttributeAsync("aria-pressed", "true");
        await archive.ExpectCountAsync(expected);
    }

    [Fact]
    public async Task A_wrong_query_is_shown_where_it_is_wrong()
    {
        var visit = await SignedInAsync(Role.Researcher);
        visit.Forgive("status of 400");
        var page = visit.Page;
        var archive = new ArchivePage(page);
        await archive.SearchAsync("加湿器 (水 OR");
        var problem = page.GetByRole(AriaRole.Alert, new() { Name = "検索式を読み取れませんでした" });
        await Expect(problem).ToContainTextAsync("検索式を読み取れませんでした");
        await Expect(problem.Locator("mark")).ToHaveTextAsync("OR");
        await Expect(archive.QueryBox).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(archive.QueryBox).ToBeFocusedAsync();
        await Pictures.TakeAsync(page, "search-wrong");
        await problem.GetByRole(AriaRole.Button, new() { Name = "検索する: 加湿器 (水)" }).ClickAsync();
        await Expect(problem).ToHaveCountAsync(0);
        await Expect(archive.QueryBox).ToHaveValueAsync("加湿器 (水)");
        await Expect(archive.Hits.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_suggestion_completes_the_query_and_the_keyboard_leads_through_the_results()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?to=" + ArchivePage.Yesterday)).Page;
        var archive = new ArchivePage(page);
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(archive.QueryBox).ToBeFocusedAsync();
        await archive.QueryBox.PressSequentiallyAsync("加湿");
        var suggestions = page.GetByRole(AriaRole.Listbox, new() { Name = "入力候補" });
        await Expect(suggestions.GetByRole(AriaRole.Option).First).ToContainTextAsync("加湿");
        await Pictures.TakeAsync(page, "search-suggestions");
        await archive.QueryBox.PressAsync("ArrowDown");
        await archive.QueryBox.PressAsync("Enter");
        await Expect(archive.QueryBox).ToHaveValueAsync(new Regex("^加湿"));
        await Expect(suggestions).ToHaveCountAsync(0);
        await archive.QueryBox.FillAsync("加湿器");
        await archive.QueryBox.PressAsync("Enter");
        await Expect(archive.Rows.First.Locator("mark").First).ToBeVisibleAsync();

        await archive.QueryBox.BlurAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(archive.Rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var details = page.GetByRole(AriaRole.Dialog, new() { Name = "声の詳細" });
        await Expect(details).ToContainTextAsync((await ArchivePage.TextOf(archive.Rows.Nth(1)))[..8]);
        await page.Keyboard.PressAsync("j");
        await Expect(details).ToContainTextAsync((await ArchivePage.TextOf(archive.Rows.Nth(2)))[..8]);
        await page.Keyboard.PressAsync("Escape");
        await Expect(details).ToHaveCountAsync(0);
        await Expect(archive.Rows.Nth(2)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_count_is_broken_down_and_a_result_leads_to_others_like_it_and_back()
    {
        var page = (await SignedInAsync(Role.Researcher, $"/search?q=加湿器 (水 OR 音)&to={ArchivePage.Yesterday}&sort=relevance")).Page;
        var archive = new ArchivePage(page);
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        var total = ArchivePage.NumberIn(await archive.Total.InnerTextAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "件数の内訳" }).ClickAsync();
        var explained = page.GetByRole(AriaRole.Region, new() { Name = "件数の内訳" });
        await Expect(explained.GetByRole(AriaRole.Listitem).First).ToContainTextAsync(total.ToString("N0", CultureInfo.InvariantCulture));
        await Pictures.TakeAsync(page, "search-explained");
        var part = explained.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^いずれか") });
        var expected = ArchivePage.NumberIn(Regex.Match(await part.InnerTextAsync(), @"[\d,]+\s*$").Value);
        await part.ClickAsync();
        await Expect(archive.QueryBox).ToHaveValueAsync("水 OR 音");
        // In the whole archive, to which more comes meanwhile.
        Assert.InRange(await archive.CountAsync(), expected, expected + 20);
        await page.GoBackAsync();
        await archive.ExpectCountAsync(total);

        var text = await ArchivePage.TextOf(archive.Rows.First);
        await archive.Rows.First.GetByRole(AriaRole.Button, new() { Name = "似たものを探す" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("like=[0-9]+"));
        await page.GetByRole(AriaRole.Button, new() { Name = "検索式を消す" }).ClickAsync();
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        await Expect(archive.Rows.Filter(new() { HasText = text })).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await page.GoBackAsync();
        await archive.ExpectCountAsync(total);
        Assert.Equal(text, await ArchivePage.TextOf(archive.Rows.First));
    }

    [Fact]
    public async Task What_else_was_searched_for_is_left_out_and_taken_back_with_a_click_and_the_count_follows()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?q=できる OR 問い合わせ&to=" + ArchivePage.Yesterday)).Page;
        var archive = new ArchivePage(page);
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        var all = await archive.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "「出来る」を検索から外す" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("without="));
        await Expect(archive.Total).Not.ToHaveTextAsync($"{all:N0} 件");
        Assert.InRange(await archive.CountAsync(), 1, all - 1);
        await page.GetByRole(AriaRole.Button, new() { Name = "「出来る」も検索する" }).ClickAsync();
        await archive.ExpectCountAsync(all);

        await page.GetByRole(AriaRole.Switch, new() { Name = "同義語も探す" }).ClickAsync(new() { Force = true });
        var synonym = page.GetByRole(AriaRole.Button, new() { Name = "「照会」を検索から外す" });
        await Expect(synonym).ToBeVisibleAsync();
        await Expect(archive.Total).Not.ToHaveTextAsync($"{all:N0} 件");
        Assert.InRange(await archive.CountAsync(), all + 1, int.MaxValue);
        await Pictures.TakeAsync(page, "search-expansions");
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_what_each_of_its_parts_finds()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?q=炊飯器 加湿器 解約届&channel=survey&to=" + ArchivePage.Yesterday)).Page;
        var archive = new ArchivePage(page);
        await Expect(page.GetByText("該当する声はありません")).ToBeVisibleAsync();
        var explained = page.GetByRole(AriaRole.Region, new() { Name = "件数の内訳" });
        await Expect(explained.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("チャネル: アンケート") })).ToBeVisibleAsync();
        await Pictures.TakeAsync(page, "search-nothing");
        var part = explained.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^言葉 ?加湿器") });
        var expected = ArchivePage.NumberIn(Regex.Match(await part.InnerTextAsync(), @"[\d,]+\s*$").Value);
        await part.ClickAsync();
        await Expect(archive.QueryBox).ToHaveValueAsync("加湿器");
        // In the whole archive, to which more comes meanwhile.
        Assert.InRange(await archive.CountAsync(), expected, expected + 20);
    }

    [Fact]
    public async Task Everything_that_is_found_is_written_to_a_file()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?q=加湿器&channel=review&to=" + ArchivePage.Yesterday)).Page;
        var archive = new ArchivePage(page);
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        var total = await archive.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "書き出し", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "検索結果の書き出し" });
        await Expect(dialog).ToContainTextAsync($"検索結果 {total:N0} 件");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "書き出す", Exact = true }).ClickAsync();
        var done = dialog.GetByRole(AriaRole.Article).First;
        await Expect(done).ToContainTextAsync($"{total:N0} 件");
        var download = await page.RunAndWaitForDownloadAsync(() => done.GetByRole(AriaRole.Link, new() { Name = "ダウンロード" }).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.StartsWith("\"# 検索式: 加湿器", file, StringComparison.Ordinal);
        Assert.Contains("本文", file, StringComparison.Ordinal);
        Assert.Equal(total, Regex.Count(file, @"^\d{10,},\d{4}-\d{2}-\d{2} ", RegexOptions.Multiline));
        await Pictures.TakeAsync(page, "search-export");
    }

    [Fact]
    public async Task Near_duplicates_stand_as_one_until_they_are_asked_for()
    {
        var page = (await SignedInAsync(Role.Product, "/search")).Page;
        var archive = new ArchivePage(page);
        await page.EvaluateAsync("""
            texts => Promise.all(texts.map(text => fetch('/api/v1/notes', {
              method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ clientId: crypto.randomUUID(), text }),
            })))
            """, new[] { "", "とのこと。", "。折り返し希望。" }.Select(end => "翡翠色の湯呑みのふちが欠けていたため、同じ色の品と交換してほしいとのお申し出" + end).ToArray());
        await page.WaitForFunctionAsync(
            "async query => (await (await fetch('/api/v1/search?limit=0&q=' + encodeURIComponent(query))).json()).total === 3", "翡翠色 湯呑み", new() { PollingInterval = 300 });
        await archive.SearchAsync("翡翠色 湯呑み");
        await archive.ExpectCountAsync(3);
        await Expect(archive.Rows).ToHaveCountAsync(1);
        await archive.Rows.GetByRole(AriaRole.Button, new() { Name = "ほか 2 件の類似" }).ClickAsync();
        await Expect(archive.Hits).ToHaveCountAsync(3);
        await page.ReloadAsync();
        await Expect(archive.Hits).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Switch, new() { Name = "類似をまとめる" }).ClickAsync(new() { Force = true });
        await Expect(archive.Rows).ToHaveCountAsync(3);
        await Expect(page).ToHaveURLAsync(new Regex("fold=false"));
    }

    [Fact]
    public async Task A_long_list_is_fetched_where_it_is_looked_at_and_found_again_at_the_same_place()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?to=" + ArchivePage.Yesterday)).Page;
        var archive = new ArchivePage(page);
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        Assert.InRange(ArchivePage.NumberIn(await archive.Total.InnerTextAsync()), 1000, int.MaxValue);
        await page.EvaluateAsync("window.scrollTo(0, 60_000)");
        // The address names the row at the top once all that is on the screen is there.
        await page.WaitForFunctionAsync("""
            () => {
              const row = document.querySelector(`article[aria-posinset='${Number(new URL(location).searchParams.get('at')) + 1}']`);
              const isRead = document.querySelector('[role=feed]').ariaBusy === 'false' && row?.querySelector('p');
              return isRead && row.getBoundingClientRect().top < 120 && row.getBoundingClientRect().bottom > 80;
            }
            """);
        var place = int.Parse(Regex.Match(page.Url, "at=([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        var row = page.Locator($"article[aria-posinset='{place + 3}']");
        await Expect(row.Locator("p")).ToBeInViewportAsync();
        Assert.InRange(await archive.Rows.CountAsync(), 5, 60);
        var text = await ArchivePage.TextOf(row);
        await page.ReloadAsync();
        await Expect(row.Locator("p")).ToBeInViewportAsync();
        Assert.Equal(text, await ArchivePage.TextOf(row));
        await page.GetByRole(AriaRole.Combobox, new() { Name = "並べ替え" }).SelectOptionAsync("oldest");
        await Expect(archive.Rows.First).ToBeInViewportAsync();
        await page.GoBackAsync();
        await Expect(row.Locator("p")).ToBeInViewportAsync();
        Assert.Equal(text, await ArchivePage.TextOf(row));
    }

    [Fact]
    public async Task On_a_phone_filters_come_from_the_side_and_say_how_many_are_chosen()
    {
        var page = (await SignedInAsync(Role.Researcher, "/search?q=加湿器&to=" + ArchivePage.Yesterday, Screen.Phone)).Page;
        var archive = new ArchivePage(page);
        await Expect(archive.Rows.First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込み（1 件選択中）" }).ClickAsync();
        var filters = page.GetByRole(AriaRole.Dialog, new() { Name = "絞り込み" });
        await filters.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^SNS") }).ClickAsync();
        await Pictures.TakeAsync(page, "search-filters-phone");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "絞り込み（2 件選択中）" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込み「チャネル SNS」を外す" }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("channel="));
    }
}
