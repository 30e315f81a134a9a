using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>The real service on a real port with a data folder of its own, which disposal deletes.</summary>
internal sealed class VocServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private VocServer(WebApplication app, VocOptions options)
    {
        _app = app;
        Options = options;
        Address = new Uri(app.Urls.First());
    }

    public const string Password = "long-enough-password";

    public Uri Address { get; }

    public VocOptions Options { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<VocServer> StartAsync(Action<VocOptions>? configure = null, Action<WebApplicationBuilder>? services = null, string? folder = null)
    {
        var options = new VocOptions { DataDirectory = folder ?? Directory.CreateTempSubdirectory("voc-test").FullName };
        configure?.Invoke(options);
        await new Store(options).MigrateAsync();
        var app = Server.Build(options, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"], services);
        await app.StartAsync();
        return new VocServer(app, options);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A client that sends no credentials and prefers English answers.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address, DefaultRequestHeaders = { { "Accept-Language", "en" } } };

    public async Task<HttpClient> WithKeyAsync(string role, DateTimeOffset? expires = null)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync(role, expires));
        return client;
    }

    public async Task<string> KeyAsync(string role, DateTimeOffset? expires = null) => (await Get<ApiKeys>().CreateAsync("test " + role, role, expires)).Key;

    /// <summary>A client signed in by cookie as a user of this role.</summary>
    public async Task<HttpClient> SignedInAsync(string role)
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<People>().AddAsync("user-" + role, role, Password, [role]);
        }
        var client = Anonymous();
        var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName = "user-" + role, password = Password });
        answer.EnsureSuccessStatusCode();
        return client;
    }

    public Task<int> SourceAsync(string name, Channel channel = Channel.Review, string kind = "api") => Get<SourceDirectory>().EnsureAsync(name, channel, kind);

    /// <summary>Leaves out what analyses the inbox, so that what was accepted stays there.</summary>
    public static void WithoutWorkers(WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(AnalysisWorkers)));

    /// <summary>What analyses the inbox, for a server that was started without it.</summary>
    public AnalysisWorkers Workers() => ActivatorUtilities.CreateInstance<AnalysisWorkers>(Services);

    /// <summary>Waits until all that was accepted has been analysed and stored.</summary>
    public async Task DrainAsync()
    {
        var inbox = Get<Inbox>();
        for (var i = 0; i < 600; i++)
        {
            inbox.Recount();
            if (inbox.Pending == 0)
            {
                return;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException($"{inbox.Pending} items still wait in the inbox.");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Options.DataDirectory, recursive: true);
    }

    /// <summary>Stops the service and leaves its data.</summary>
    public async Task StopAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
