using System.Globalization;
using Microsoft.Playwright;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>
/// Pictures of pages in <c>artifacts/screenshots</c>, to be looked at. With <c>VOC_DOCS_IMAGES=1</c> those that the documents show are
/// also written to <c>docs/images</c>.
/// </summary>
internal static class Pictures
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "screenshots")).FullName;
    private static readonly string Documents = Path.Combine(Repository.Root, "docs", "images");

    /// <summary>Whether the pictures are for the documents, and so may wait for a better moment.</summary>
    public static bool AreForDocuments => Environment.GetEnvironmentVariable("VOC_DOCS_IMAGES") == "1";

    /// <summary>Takes the whole page, as long as it is.</summary>
    public static async Task TakeAsync(IPage page, string name)
    {
        await SettleAsync(page);
        var width = page.ViewportSize!.Width.ToString(CultureInfo.InvariantCulture);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{width}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Takes what is in the window, for the documents.</summary>
    public static async Task TakeForDocumentsAsync(IPage page, string name)
    {
        await SettleAsync(page);
        var folder = AreForDocuments ? Documents : Folder;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Takes where a test ended, for whoever asks why it failed.</summary>
    public static Task TakeLastAsync(IPage page, string test) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "ends", test + ".png"), Timeout = 10_000 });

    /// <summary>Waits until fonts are there and nothing loads.</summary>
    private static async Task SettleAsync(IPage page)
    {
        await page.EvaluateAsync("document.fonts.ready");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[role=status][aria-label=読み込み中]')].every(waiting => !waiting.checkVisibility())");
    }
}
