using Microsoft.Playwright;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>One browser and one demo for all tests of the run, which follow one another.</summary>
public sealed class Product : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private DemoProcess? _demo;

    internal IBrowser Browser { get; private set; } = null!;

    internal Uri Address => _demo!.Address;

    /// <summary>The data of the demo, for what no hand can bring about.</summary>
    internal string DataFolder => _demo!.Folder;

    public async Task InitializeAsync()
    {
        var demo = DemoProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu"],
            Timeout = 60_000,
        });
        _demo = await demo;
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_demo is not null)
        {
            await _demo.DisposeAsync();
        }
    }
}

[CollectionDefinition(Name)]
public sealed class ProductTests : ICollectionFixture<Product>
{
    public const string Name = "the running product";
}
