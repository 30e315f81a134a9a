using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Voc.Ingest.Fetching;
using Voc.Ingest.Social.Platforms;
using Voc.Ingest.Tests.Fetching;

namespace Voc.Ingest.Tests.Social.Platforms;

/// <summary>Answers in the platforms' documented formats, and clients that may ask a server on this machine.</summary>
internal static class Recorded
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Social", "Platforms", "Samples", name));

    public static List<JsonElement> Lines(string name) =>
        [.. Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];

    public static RequestDelegate Answer(string name) => context => context.Response.WriteAsync(Text(name));

    public static RequestDelegate Answer(int status, string body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (header, value) in headers)
        {
            context.Response.Headers[header] = value;
        }

        await context.Response.WriteAsync(body);
    };

    public static SocialClient Client(LocalSite site, TimeSpan? timeout = null) =>
        new(new FetchOptions { AllowedHosts = [site.Address.Authority], Timeout = timeout ?? TimeSpan.FromSeconds(10) }, Samples.Context.Clock);

    public static PlatformAccess Access(LocalSite site, string? secret, params string[] words) =>
        new(new SocialSettings { Words = words, Address = site.Address.ToString() }, secret);

    /// <summary>A cursor in the middle of a sweep.</summary>
    public static QueryCursor Sweep(string? next = null) => new QueryCursor().Begin(Samples.Now, TimeSpan.Zero, TimeSpan.FromDays(5)) with { Next = next };
}
