using System.Net;
using System.Net.Http.Json;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>A service with what was sent to it over HTTP, and a way to look at all its texts.</summary>
internal sealed class ServedArchive : IAsyncDisposable
{
    private ServedArchive(VocServer server, HttpClient client) => (Server, Client) = (server, client);

    public VocServer Server { get; }

    /// <summary>May read, send, correct, teach and delete.</summary>
    public HttpClient Client { get; }

    public static async Task<ServedArchive> StartAsync()
    {
        var server = await VocServer.StartAsync();
        foreach (var source in AnyFeedback.Sources)
        {
            await server.SourceAsync(source);
        }
        return new ServedArchive(server, await server.WithKeyAsync("admin"));
    }

    /// <summary>Sends feedback and waits until it is analysed.</summary>
    public async Task SendAsync(IEnumerable<Submitted> feedback)
    {
        var answer = await (await Client.PostAsJsonAsync("/api/v1/feedback", feedback)).JsonAsync(HttpStatusCode.Accepted);
        Assert.Empty(answer["rejected"]!.AsArray());
        await Server.DrainAsync();
    }

    /// <summary>The archive as it is now, text by text.</summary>
    public PlainArchive Read()
    {
        var words = Server.Get<WordKnowledge>();
        using var connection = Server.Get<Store>().Open();
        using var session = Server.Get<CurrentIndex>().Open();
        return PlainArchive.Read(connection, Server.Get<CurrentReading>().Analyzer, Server.Options.Zone, words.Spellings.Dictionary, words.Of(session.Index));
    }

    /// <summary>Asks the service and looks at every text, and says how the answers differ; null where they do not.</summary>
    public async Task<string?> DifferenceAsync(PlainArchive archive, SearchRequest request)
    {
        var answer = await HttpSearch.AskAsync(Client, request);
        var expected = archive.Find(request);
        var difference = (answer, expected) switch
        {
            (null, null) => null,
            (null, _) or (_, null) => $"{(answer is null ? "refused" : "answered")} where it should not be",
            _ => answer.DifferenceFrom(archive, expected, request.Sort),
        };
        return difference is null ? null : $"{Uri.UnescapeDataString(HttpSearch.Address(request))}: {difference}";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
