using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed partial class IssueBoardTests(Product product) : Journey(product)
{
    [Fact]
    public async Task A_board_is_worked_through_by_keyboard_alone()
    {
        var page = (await SignedInAsync(Role.Product, "/issues")).Page;
        var rows = Rows(page);
        await Expect(rows.First).ToBeVisibleAsync();
        Assert.True(await rows.CountAsync() >= 3);

        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("k");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        var (second, third) = (await rows.Nth(1).InnerTextAsync(), await rows.Nth(2).InnerTextAsync());

        await page.Keyboard.PressAsync("?");
        var keys = page.GetByRole(AriaRole.Dialog);
        await Expect(keys).ToContainTextAsync("自分が担当");
        await page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("粥");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex("[?&]q="));
        await page.ReloadAsync();
        await Expect(rows).ToHaveCountAsync(1);

        await page.GotoAsync("/issues");
        await Expect(rows.Nth(1)).ToHaveTextAsync(second);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Expect(heading).ToHaveTextAsync(second);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "ほかの声との違い" })).ToContainTextAsync("ほかでは");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "最初の声" }).Locator("[aria-haspopup=dialog]")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "似た課題" })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(heading).ToHaveTextAsync(third);
        await page.Keyboard.PressAsync("u");
        await Expect(rows.Nth(2)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_a_colleague_changes_shows_on_the_board_without_a_reload()
    {
        var page = (await SignedInAsync(Role.Product, "/issues")).Page;
        var colleague = (await SignedInAsync(Role.Admin, "/issues")).Page;
        var row = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "粥" });
        await Expect(row).ToContainTextAsync("新規");
        await Expect(row.GetByRole(AriaRole.Img)).ToHaveAttributeAsync("aria-label", new Regex("ふだんは"));

        await colleague.GetByRole(AriaRole.Link, new() { NameRegex = Congee() }).FocusAsync();
        await colleague.Keyboard.PressAsync("e");
        await Expect(colleague.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "粥" })).ToContainTextAsync("担当 自分");

        await Expect(row).ToContainTextAsync("担当 demo-admin");
        await Expect(row.GetByRole(AriaRole.Link)).Not.ToBeFocusedAsync();
    }

    private static ILocator Rows(IPage page) => page.Locator("main h2 > a[href^='/issues/']");

    [GeneratedRegex("粥")]
    private static partial Regex Congee();
}
