using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>What somebody does in a browser from start to end. Tests of a journey find things by role and name, as a reader does.</summary>
[Collection(ProductTests.Name)]
public abstract class Journey(Product product) : IAsyncLifetime
{
    private readonly List<Visit> _visits = [];

    protected Product Product => product;

    internal virtual Uri Address => product.Address;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var visit in _visits)
        {
            await visit.DisposeAsync();
        }
        await EndAsync();
    }

    protected virtual Task EndAsync() => Task.CompletedTask;

    internal async Task<Visit> VisitAsync(string path = "/", Screen? screen = null, [CallerMemberName] string test = "")
    {
        var visit = await Visit.StartAsync(product.Browser, Address, screen ?? Screen.Desk, test);
        _visits.Add(visit);
        await visit.Page.GotoAsync(path);
        return visit;
    }

    /// <summary>Opens a page as somebody of this role: by the demo account on the sign-in page.</summary>
    internal async Task<Visit> SignedInAsync(string role, string path = "/", Screen? screen = null, [CallerMemberName] string test = "")
    {
        var visit = await VisitAsync(path, screen, test);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = Role.Named(role) + "としてサインイン" }).ClickAsync();
        await Expect(Account(visit.Page)).ToBeVisibleAsync();
        return visit;
    }

    /// <summary>The menu of who is signed in; a piece of feedback may name an アカウント as well, and stand on a button.</summary>
    protected static ILocator Account(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^アカウント: ") });
    }

    protected static ILocator Navigation(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.GetByRole(AriaRole.Navigation, new() { Name = "メニュー" });
    }
}
