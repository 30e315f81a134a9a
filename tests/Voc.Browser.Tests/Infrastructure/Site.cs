using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>A web site of the company on an origin of its own, into which a form is pasted.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private string _body = "";

    private Site(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<Site> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var site = new Site(app);
        app.MapGet("/", () => Results.Content($"<!doctype html><html lang=ja><meta charset=utf-8><link rel=icon href=data:,><title>店</title><body><h1>お問い合わせ</h1>{site._body}", "text/html"));
        await app.StartAsync();
        return site;
    }

    /// <summary>Puts what was copied into the page.</summary>
    public void Show(string snippet) => _body = snippet;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
