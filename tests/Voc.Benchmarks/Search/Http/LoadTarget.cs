using System.Net.Http.Headers;

namespace Voc.Benchmarks.Search.Http;

/// <summary>The service under load.</summary>
internal sealed record LoadTarget(Uri Address, string Key)
{
    /// <summary>A client that keeps connections of its own.</summary>
    public HttpClient Client(int connections = 1) => new(new SocketsHttpHandler { MaxConnectionsPerServer = connections })
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) },
    };
}
