using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

public sealed class SignInTests(Product product) : Journey(product)
{
    [Fact]
    public async Task Somebody_signs_in_by_keyboard_and_out_again()
    {
        var page = (await VisitAsync()).Page;
        await page.GetByLabel("ユーザー名").FocusAsync();
        await page.Keyboard.TypeAsync("demo-product");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("demo-password");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ライブ" })).ToBeVisibleAsync();
        await Account(page).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "サインアウト" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "サインイン" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "サインイン" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words()
    {
        var visit = await VisitAsync();
        visit.Forgive("status of 401");
        var page = visit.Page;
        await page.GetByLabel("ユーザー名").FillAsync("demo-product");
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync("guess");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ユーザー名またはパスワードが違います");
    }
}
