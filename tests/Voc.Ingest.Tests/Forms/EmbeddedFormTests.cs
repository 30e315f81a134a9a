using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Voc.Ingest.Forms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Forms;

/// <summary>The embedded script in a real browser, on a page of another origin.</summary>
[Collection(Alone.Name)]
public sealed class EmbeddedFormTests : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly Channel<string> _reports = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly List<Feedback> _stored = [];
    private readonly string _profile = Directory.CreateTempSubdirectory("voc-form-").FullName;
    private Process? _browser;
    private Func<ContactForm, ContactForm> _receiving = form => form;
    private ContactForm _form = new()
    {
        PublicKey = "k",
        Source = "フォーム",
        Fields =
        [
            new() { Name = "reset", Kind = ContactFieldKind.Message, Label = new("内容", "Message") },
            new() { Name = "stars", Kind = ContactFieldKind.Rating, Label = new("満足度", "Rating"), Required = true },
        ],
    };

    [Theory]
    [InlineData("", "ja", "ありがとう")]
    [InlineData("data-shadow=true data-lang=en", "en", "Thank you")]
    public async Task A_person_fills_in_the_form_is_told_what_is_missing_and_sends_it(string attributes, string language, string thanks)
    {
        var report = await RunAsync(attributes, """
            const labels = [...root.querySelectorAll("label")].map((label) => label.textContent);
            root.querySelector("textarea").value = "音が うるさい";
            await press();
            const error = root.querySelector("[aria-invalid]").getAttribute("aria-describedby");
            const missing = root.getElementById ? root.getElementById(error).textContent : document.getElementById(error).textContent;
            const kept = root.querySelector("textarea").value;
            root.querySelector("select").value = "2";
            await press();
            return { labels, missing, kept, status: root.querySelector("[role=status]").textContent, emptied: root.querySelector("textarea").value,
                     lang: root.querySelector("form").lang, cookies: document.cookie, button: getComputedStyle(root.querySelector("button")).backgroundColor };
            """);

        Assert.Contains(thanks, report.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Equal(language, report.GetProperty("lang").GetString());
        Assert.NotEmpty(report.GetProperty("missing").GetString()!);
        Assert.Equal("音が うるさい", report.GetProperty("kept").GetString());
        Assert.Equal("", report.GetProperty("emptied").GetString());
        Assert.Equal("", report.GetProperty("cookies").GetString());
        Assert.Equal("rgb(0, 128, 0)", report.GetProperty("button").GetString());
        var feedback = Assert.Single(_stored);
        Assert.Equal(("音が うるさい", 2.0), (feedback.Text, feedback.Scores["rating"]));
    }

    [Fact]
    public async Task A_form_that_stood_open_too_long_sends_itself_again_with_a_new_token()
    {
        var report = await RunAsync("", """
            root.querySelector("textarea").value = "遅い";
            root.querySelector("select").value = "1";
            await press();
            return { status: root.querySelector("[role=status]").textContent };
            """, token: "0.00");

        Assert.Contains("ありがとう", report.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Single(_stored);
    }

    [Theory]
    [InlineData(FormWork.Light)]
    [InlineData(FormWork.Strong)]
    public async Task A_form_that_asks_for_work_does_it_before_it_sends(FormWork work)
    {
        _form = _form with { ProofOfWork = work };
        var report = await RunAsync("", """
            const said = [];
            const status = root.querySelector("[role=status]");
            new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
            root.querySelector("textarea").value = " 音が\u3000うるさい\n\u{1F622} ";
            root.querySelector("select").value = "2";
            await press();
            return { said, status: status.textContent };
            """);

        Assert.Contains("ありがとう", report.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Contains("確かめています", report.GetProperty("said").ToString(), StringComparison.Ordinal);
        Assert.Equal("音が\u3000うるさい\n😢", Assert.Single(_stored).Text);
    }

    [Fact]
    public async Task A_page_that_was_open_before_work_was_asked_for_does_it_when_it_is_told()
    {
        var report = await RunAsync("", """
            root.querySelector("textarea").value = "音がうるさい";
            root.querySelector("select").value = "2";
            await press();
            return { status: root.querySelector("[role=status]").textContent };
            """, workLater: true);

        Assert.Contains("ありがとう", report.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Single(_stored);
    }

    [Fact]
    public async Task A_server_that_is_away_is_reported_and_the_text_stays()
    {
        var report = await RunAsync("", """
            root.querySelector("textarea").value = "遅い";
            root.querySelector("select").value = "1";
            await press();
            return { status: root.querySelector("[role=status]").textContent, kept: root.querySelector("textarea").value };
            """, action: "http://127.0.0.1:1/forms/k");

        Assert.Contains("もう一度", report.GetProperty("status").GetString(), StringComparison.Ordinal);
        Assert.Equal("遅い", report.GetProperty("kept").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            _browser.Kill(entireProcessTree: true);
            await _browser.WaitForExitAsync();
            _browser.Dispose();
        }

        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A last child of the browser may still write; the folder is temporary anyway.
        }
    }

    private async Task<JsonElement> RunAsync(string attributes, string steps, string? token = null, string? action = null, bool workLater = false)
    {
        Assert.True(File.Exists(Chromium), "These tests need Chromium: ./test.sh installs it.");
        var tokens = new FormTokens(Encoding.UTF8.GetBytes("key of this installation"), TimeProvider.System) { MinimumFillTime = TimeSpan.Zero };
        var receiver = new FormReceiver(Samples.Context, tokens, new FormRateLimiter(TimeProvider.System));
        await using var voc = await LocalSite.StartAsync(context => context.Request.Path.Value!.EndsWith(".js", StringComparison.Ordinal)
            ? context.Response.WriteAsync(FormScript.Render(_form, new(action ?? $"http://{context.Request.Host}/forms/k"), token ?? tokens.Issue("k")))
            : ReceiveAsync(context, receiver));
        await using var shop = await LocalSite.StartAsync(context => ShopAsync(context, voc, attributes, steps));
        _receiving = workLater ? form => form with { ProofOfWork = FormWork.Light } : form => form;
        _form = _form with { AllowedOrigins = [shop.Address.GetLeftPart(UriPartial.Authority)] };
        _browser = Process.Start(new ProcessStartInfo(Chromium,
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", $"--user-data-dir={_profile}", shop.At("/page").AbsoluteUri])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        _browser.BeginErrorReadLine();
        _browser.BeginOutputReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        return JsonSerializer.Deserialize<JsonElement>(await _reports.Reader.ReadAsync(patience.Token));
    }

    private async Task ReceiveAsync(HttpContext context, FormReceiver receiver)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var origin = context.Request.Headers.Origin.ToString();
        var answer = receiver.Receive(_receiving(_form), new(origin, "http://none.example", IPAddress.Loopback, context.Request.ContentType, body.ToArray()));
        if (answer.Feedback is { } feedback)
        {
            _stored.Add(feedback);
        }

        context.Response.StatusCode = answer.Status;
        context.Response.Headers.AccessControlAllowOrigin = origin;
        await context.Response.WriteAsJsonAsync(new
        {
            detail = answer.Message.Ja,
            errors = answer.Errors.ToDictionary(error => error.Key, error => new[] { error.Value.Ja }),
            token = answer.Token,
            work = answer.Work,
        });
    }

    private async Task ShopAsync(HttpContext context, LocalSite voc, string attributes, string steps)
    {
        if (context.Request.Path == "/report")
        {
            using var reader = new StreamReader(context.Request.Body);
            _reports.Writer.TryWrite(await reader.ReadToEndAsync());
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($$"""
            <!doctype html><html lang="ja"><body style="--voc-accent: rgb(0, 128, 0)"><div id="here"></div>
            <script src="{{voc.At("/forms/k.js")}}" data-target="#here" {{attributes}}></script>
            <script>
            (async () => {
              const host = document.querySelector("#here .voc");
              const root = host.shadowRoot || host;
              const press = async () => {
                root.querySelector("button").click();
                do { await new Promise((resolve) => setTimeout(resolve, 50)); } while (root.querySelector("button").disabled);
              };
              const run = async () => { {{steps}} };
              const report = await run().catch((error) => ({ error: String(error && error.stack) }));
              await fetch("/report", { method: "POST", body: JSON.stringify(report) });
            })();
            </script></body></html>
            """);
    }
}
