using Microsoft.Playwright;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>
/// One person's browser: cookies and storage of its own, Japanese, with an eye on what a reader does not see. Errors on the console
/// (a breach of the content security policy is one), exceptions and requests to other hosts fail the test that made the visit.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private const float Patience = 40_000;

    private readonly List<string> _faults = [];
    private readonly List<string> _forgiven = [];
    private readonly HashSet<string> _hosts;
    private readonly string _test;

    private Visit(IBrowserContext context, IPage page, Uri address, string test)
    {
        _test = test;
        Context = context;
        Page = page;
        _hosts = [address.Authority];
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Note($"console: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => Note("exception: " + error.Error);
        context.Request += (_, request) => Check(request.Url);
        page.WebSocket += (_, socket) => Check(socket.Url);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<Visit> StartAsync(IBrowser browser, Uri address, Screen screen, string test)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            HasTouch = screen.IsPhone,
            IsMobile = screen.IsPhone,
        });
        context.SetDefaultTimeout(Patience);
        Assertions.SetDefaultExpectTimeout(Patience);
        return new Visit(context, await context.NewPageAsync(), address, test);
    }

    /// <summary>Says that faults which contain this are part of what the test does.</summary>
    public void Forgive(string part) => _forgiven.Add(part);

    /// <summary>Says that the test also means to talk to this host.</summary>
    public void Trust(Uri address) => _hosts.Add(address.Authority);

    public async ValueTask DisposeAsync()
    {
        await Pictures.TakeLastAsync(Page, _test);
        await Context.DisposeAsync();
        lock (_faults)
        {
            var unforgiven = _faults.Where(fault => !_forgiven.Exists(part => fault.Contains(part, StringComparison.Ordinal))).Distinct().ToList();
            if (unforgiven.Count > 0)
            {
                Assert.Fail("The browser complained:\n" + string.Join('\n', unforgiven));
            }
        }
    }

    private void Check(string url)
    {
        var address = new Uri(url);
        if (address.Scheme is "http" or "https" or "ws" or "wss" && !_hosts.Contains(address.Authority))
        {
            Note("another host: " + url);
        }
    }

    private void Note(string fault)
    {
        lock (_faults)
        {
            _faults.Add(fault);
        }
    }
}
