using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>The archive as its readers find their way about it.</summary>
internal sealed class ArchivePage(IPage page)
{
    /// <summary>The last whole day of the company: what was said until then changes no more, whatever the live feed brings.</summary>
    public static string Yesterday =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Tokyo").AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ILocator QueryBox => page.GetByRole(AriaRole.Combobox, new() { Name = "検索式" });

    public ILocator Results => page.GetByRole(AriaRole.Region, new() { Name = "検索結果" });

    /// <summary>Each result, near-duplicates that are folded under it included.</summary>
    public ILocator Rows => Results.GetByRole(AriaRole.Article);

    /// <summary>Each text that is shown.</summary>
    public ILocator Hits => Results.Locator("[aria-haspopup=dialog]");

    public ILocator Total => Results.GetByRole(AriaRole.Status);

    public async Task SearchAsync(string query)
    {
        await QueryBox.FillAsync(query);
        await QueryBox.PressAsync("Enter");
    }

    /// <summary>How many are found, once the answer is there.</summary>
    public async Task<int> CountAsync()
    {
        await Expect(Results).ToHaveAttributeAsync("aria-busy", "false");
        return NumberIn(await Total.InnerTextAsync());
    }

    public Task ExpectCountAsync(int count) =>
        Expect(Total).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"{count:N0} 件"));

    public static Task<string> TextOf(ILocator row) => row.Locator("p").First.InnerTextAsync();

    /// <summary>The first number in what a reader sees.</summary>
    public static int NumberIn(string text) => int.Parse(Regex.Match(text, @"[\d,]+").Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
