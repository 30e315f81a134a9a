using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace Voc.Ingest.Fetching;

/// <summary>
/// Makes the only kind of HTTP client that may fetch an address a user typed. The check is made on the address the socket
/// connects to, so a name that changes its address between check and use (DNS rebinding) gains nothing. It follows no
/// redirects, keeps no cookies and uses no proxy.
/// </summary>
public static class OutgoingHttp
{
    private static readonly string Version =
        typeof(OutgoingHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>The name Voc goes by at other servers, such as <c>Voc/0.1.0 (+self-hosted)</c>; in <c>robots.txt</c> it is <c>Voc</c>.</summary>
    public static string UserAgent { get; } = $"Voc/{Version} (+self-hosted)";

    /// <summary>Makes a client; keep it for the lifetime of the process.</summary>
    /// <param name="options">Which hosts and how long; the size of a body is bounded by <see cref="PageFetcher"/>.</param>
    public static HttpClient CreateClient(FetchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var client = new HttpClient(CreateHandler(options), disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        return client;
    }

    /// <summary>Checks what of an address can be checked before its name is looked up: scheme, port, and that it holds no password.</summary>
    /// <exception cref="FetchException">The address may not be asked; the problem says why.</exception>
    public static void Check(Uri address, FetchOptions options)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        FetchAddress.Check(address, options);
    }

    /// <summary>What to tell about a request of such a client that got no answer.</summary>
    /// <param name="address">The address that was asked.</param>
    /// <param name="failure">What the client threw.</param>
    public static FetchException NoAnswer(Uri address, Exception failure)
    {
        ArgumentNullException.ThrowIfNull(address);
        return ForbiddenAddressException.In(failure) is { } forbidden
            ? FetchProblems.Private(forbidden.Host, failure)
            : FetchProblems.Unreachable(address, failure);
    }

    private static SocketsHttpHandler CreateHandler(FetchOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 2,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, FetchOptions options, CancellationToken cancellationToken)
    {
        // Looking up a literal would unwrap or reject some of them before they are checked.
        var addresses = IPAddress.TryParse(endPoint.Host, out var literal)
            ? [literal]
            : await Dns.GetHostAddressesAsync(endPoint.Host, cancellationToken).ConfigureAwait(false);
        if (!options.Allows(endPoint.Host, endPoint.Port) && !addresses.All(PublicAddress.Is))
        {
            throw new ForbiddenAddressException(endPoint.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
