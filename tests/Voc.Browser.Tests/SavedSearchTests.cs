using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class SavedSearchTests(Product product) : Journey(product)
{
    private const string Name = "こはく色の帯";

    [Fact]
    public async Task A_search_is_kept_shared_by_link_and_tells_its_owner_and_who_follows_it_of_a_new_match()
    {
        var owner = (await SignedInAsync(Role.Researcher, "/search?q=" + Uri.EscapeDataString($"'{Name}'"))).Page;
        await KeepAsync(owner);
        await SetAlertAsync(owner);
        var id = Regex.Match(owner.Url, @"saved=(\d+)").Groups[1].Value;

        var follower = (await SignedInAsync(Role.Product, $"/search/saved/{id}")).Page;
        await Expect(follower).ToHaveURLAsync(new Regex(@"/search\?q=.*saved=" + id));
        await Expect(follower.GetByRole(AriaRole.Button, new() { Name = "保存した検索: " + Name })).ToBeVisibleAsync();
        await follower.GotoAsync("/alerts?tab=searches");
        var follow = follower.GetByRole(AriaRole.Switch, new() { Name = $"「{Name}」のアラートを受け取る" });
        await follow.ClickAsync(new() { Force = true });
        await Expect(follow).ToBeCheckedAsync();

        var support = (await SignedInAsync(Role.Support)).Page;
        await Expect(support.GetByRole(AriaRole.Textbox, new() { Name = "メモ" })).ToBeFocusedAsync();
        await support.Keyboard.TypeAsync($"炊飯器の液晶に{Name}が出て消えないとのこと。");
        await support.Keyboard.PressAsync("Control+Enter");

        foreach (var page in new[] { owner, follower })
        {
            await Expect(page.GetByText("アラート: " + Name)).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "アラート（未読 1 件）" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Feed, new() { Name = "アラート" })).ToContainTextAsync($"炊飯器の液晶に{Name}が出て消えない");
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "アラート", Exact = true })).ToBeVisibleAsync();
        }
        await Pictures.TakeAsync(owner, "alerts");
    }

    private static async Task KeepAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存した検索", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この検索を保存…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "検索を保存" });
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "名前" }).FillAsync(Name);
        await dialog.GetByRole(AriaRole.Switch, new() { Name = "全員に共有する" }).CheckAsync(new() { Force = true });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"saved=\d+"));
    }

    private static async Task SetAlertAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存した検索: " + Name }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "アラート…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = $"「{Name}」のアラート" });
        await dialog.GetByText("新しい一致", new() { Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("この条件では一度も知らせませんでした。")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }
}
