using System.Globalization;
using Microsoft.Playwright;
using Voc.Browser.Tests.Infrastructure;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests;

/// <summary>
/// How many keys a call note takes from the empty page to the next empty page. The page counts what it is given; what an input method
/// would take besides is added: a letter of the romaji each, and of each clause the key that converts it and the one that accepts it.
/// A chord such as Ctrl+Enter counts once.
/// </summary>
public sealed class KeystrokeTests(Product product, ITestOutputHelper output) : Journey(product)
{
    [Fact]
    public async Task Typical_notes_take_fewer_keys_by_snippets_than_written_out()
    {
        var visit = await SignedInAsync(Role.Support);
        visit.Forgive("ERR_INTERNET_DISCONNECTED");
        visit.Forgive("WebSocket");
        var page = visit.Page;
        await Expect(Note(page)).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("() => localStorage.getItem('voc.snippets.demo-support') !== null");
        await OfferProductsAsync(page);
        // The notes stay in this browser: twenty at once would be an issue to the demo's detector.
        await visit.Context.SetOfflineAsync(true);
        await page.EvaluateAsync("""
            () => {
              window.keys = 0;
              const modifiers = ['Shift', 'Control', 'Alt', 'Meta'];
              addEventListener('keydown', (event) => { if (!modifiers.includes(event.key)) window.keys++; }, true);
            }
            """);
        List<(int Characters, int Written, int WithSnippets)> counts = [];
        foreach (var note in TypicalNote.All)
        {
            var written = await KeysAsync(page, note, passage => passage.WriteAsync(page));
            var withSnippets = await KeysAsync(page, note, passage => passage.RecallAsync(page));
            counts.Add((note.Text.Length, written, withSnippets));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{note.Text.Length,4} characters {written,4} keys {withSnippets,4} with snippets  {note.Text}"));
        }
        var (characters, plain, quick) = (Median(counts.Select(c => c.Characters)), Median(counts.Select(c => c.Written)), Median(counts.Select(c => c.WithSnippets)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median of {counts.Count}: {characters} characters, {plain} keys, {quick} with snippets"));

        Assert.True(quick < plain, $"{quick} keys with snippets, {plain} without");
        Assert.All(counts, c => Assert.True(c.WithSnippets <= c.Written));
    }

    private static async Task OfferProductsAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Alt+p");
        await Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Enters a note, product first, makes sure that the page has what was meant, sends it and answers how many keys that took.</summary>
    private static async Task<int> KeysAsync(IPage page, TypicalNote note, Func<Passage, Task<int>> enter)
    {
        await page.EvaluateAsync("() => { window.keys = 0; }");
        await page.Keyboard.PressAsync("Alt+p");
        var method = await note.ProductBegins.SayAsync(page);
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = note.Product })).ToBeVisibleAsync();
        foreach (var key in new[] { "ArrowDown", "Enter", "Alt+n" })
        {
            await page.Keyboard.PressAsync(key);
        }
        foreach (var passage in note.Passages)
        {
            method += await enter(passage);
        }
        await Expect(Note(page)).ToHaveValueAsync(note.Text);
        await Expect(page.GetByLabel("製品").And(page.Locator("input"))).ToHaveValueAsync(note.Product);
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByText("受け付けました")).ToBeVisibleAsync();
        await Expect(Note(page)).ToHaveValueAsync("");
        return method + await page.EvaluateAsync<int>("() => window.keys");
    }

    private static int Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static ILocator Note(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "メモ" });
}
