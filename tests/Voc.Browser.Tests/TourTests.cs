using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

/// <summary>Goes through every page at both widths, takes its picture, and checks what must hold on all of them.</summary>
public sealed partial class TourTests(Product product) : Journey(product)
{
    private static readonly (string Name, string Path)[] Pages =
    [
        ("live", "/live"),
        ("issues", "/issues"),
        ("replay", "/replay"),
        ("search", "/search?q=" + "加湿器 OR 炊飯器"),
        ("notes", "/notes"),
        ("imports", "/imports"),
        ("sources", "/sources"),
        ("sources-test", "/sources?tab=test"),
        ("dead-letters", "/admin"),
        ("users", "/admin?tab=users"),
        ("keys", "/admin?tab=keys"),
        ("alert-rules", "/alert-rules"),
        ("alert-channels", "/alert-rules?tab=channels"),
        ("alert-messages", "/alert-rules?tab=deliveries"),
        ("alert-mail", "/alert-rules?tab=mail"),
        ("reading-dictionary", "/reading"),
        ("reading-lexicon", "/reading?tab=lexicon"),
        ("reading-topics", "/reading?tab=topics"),
        ("reading-learning", "/reading?tab=learning"),
        ("not-found", "/nowhere"),
    ];

    [Fact]
    public Task Every_page_fits_a_desk_and_names_its_controls() => TourAsync(Screen.Desk);

    [Fact]
    public Task Every_page_fits_a_phone_without_scrolling_sideways_and_names_its_controls() => TourAsync(Screen.Phone);

    private async Task TourAsync(Screen screen)
    {
        var faults = new List<string>();
        var visit = await VisitAsync("/", screen);
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "サインイン" })).ToBeVisibleAsync();
        await LookAsync(visit.Page, "sign-in", faults);
        var page = (await SignedInAsync(Role.Admin, screen: screen)).Page;
        foreach (var (name, path) in Pages)
        {
            await page.GotoAsync(path);
            await LookAsync(page, name, faults);
        }
        await page.GotoAsync("/issues");
        await page.Locator("main a[href^='/issues/']:not([href='/issues/severity'])").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "代表的な声" })).ToBeVisibleAsync();
        await LookAsync(page, "issue", faults);
        await page.GotoAsync("/search?q=お粥モード");
        await page.GetByRole(AriaRole.Region, new() { Name = "検索結果" }).Locator("[aria-haspopup=dialog]").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Heading, new() { Name = "意見" })).ToBeVisibleAsync();
        await LookAsync(page, "feedback-beside", faults);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Link, new() { Name = "この声だけのページ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Heading, new() { Name = "意見" })).ToBeVisibleAsync();
        await LookAsync(page, "feedback", faults);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task LookAsync(IPage page, string name, List<string> faults)
    {
        await Pictures.TakeAsync(page, name);
        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
        if (excess > 0)
        {
            faults.Add($"{name}: {excess} px too wide, because of {await page.EvaluateAsync<string>(Widest)}");
        }
        foreach (Match nameless in Nameless().Matches(await page.Locator("body").AriaSnapshotAsync()))
        {
            faults.Add($"{name}: a control has no name: {nameless.Value.Trim()}");
        }
    }

    private const string Widest =
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => `${e.tagName}.${e.className} “${e.textContent.slice(0, 20)}”`).join(', ')";

    /// <summary>A line of an accessibility snapshot about a control whose role is not followed by a name in quotes.</summary>
    [GeneratedRegex(@"^\s*- (button|link|textbox|searchbox|combobox|checkbox|switch|radio|tab|slider|spinbutton|dialog)(?![a-z])(?! "").*(\n.*)?$", RegexOptions.Multiline)]
    private static partial Regex Nameless();
}
