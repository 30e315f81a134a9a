using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Voc.Ingest.Tests.Fetching;

/// <summary>A real web server on a free port of this machine that answers as a test tells it to and remembers what it was asked.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<(string Path, long At, IHeaderDictionary Headers)> _requests = [];

    private LocalSite(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Paths asked for, without <c>robots.txt</c>, in order.</summary>
    public IReadOnlyList<string> Paths => [.. Requests.Select(request => request.Path).Where(path => path != "/robots.txt")];

    public IReadOnlyList<(string Path, long At, IHeaderDictionary Headers)> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static async Task<LocalSite> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new LocalSite(app);
        app.Run(context =>
        {
            site.Remember(context.Request);
            return answer(context);
        });
        await app.StartAsync();
        site.Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return site;
    }

    public Uri At(string path) => new(Address, path);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Remember(HttpRequest request)
    {
        lock (_requests)
        {
            _requests.Add((request.Path + request.QueryString, Environment.TickCount64, new HeaderDictionary(request.Headers.ToDictionary())));
        }
    }
}
