using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>A mail as the server took it: envelope, and the message as it came.</summary>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Message, bool Encrypted, string? User);

/// <summary>A mail server on a real port that speaks as much SMTP (RFC 5321, STARTTLS, AUTH PLAIN and LOGIN) as a client needs.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate = MakeCertificate();
    private readonly Task _accepting;

    public SmtpServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>SHA-256 of its certificate, which nobody signed but itself.</summary>
    public string Fingerprint => _certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public ConcurrentQueue<ReceivedMail> Received { get; } = new();

    /// <summary>Who may sign in; null for a server that asks nobody.</summary>
    public (string User, string Password)? Account { get; init; }

    public bool OffersTls { get; init; } = true;

    /// <summary>What it answers to a command line, where it is not what a server that works answers; "!" for breaking off.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public async Task<IReadOnlyList<ReceivedMail>> WaitAsync(int count)
    {
        for (var i = 0; i < 300 && Received.Count < count; i++)
        {
            await Task.Delay(50);
        }
        Assert.True(Received.Count >= count, $"{Received.Count} mails came instead of {count}.");
        return [.. Received];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            Stream stream = client.GetStream();
            try
            {
                await SessionAsync(stream);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or AuthenticationException)
            {
            }
        }
    }

    private async Task SessionAsync(Stream stream)
    {
        var (encrypted, from, to, user) = (false, "", new List<string>(), (string?)null);
        await SayAsync(stream, "220 mail.example ready");
        while (await LineAsync(stream) is { } line)
        {
            if (Answer(line) is { } other)
            {
                if (other == "!")
                {
                    return;
                }
                await SayAsync(stream, other);
                continue;
            }
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO":
                    await SayAsync(stream, Greeting(encrypted));
                    break;
                case "STARTTLS":
                    await SayAsync(stream, "220 go ahead");
                    var tls = new SslStream(stream);
                    await tls.AuthenticateAsServerAsync(_certificate);
                    (stream, encrypted) = (tls, true);
                    break;
                case "AUTH":
                    user = await AuthenticateAsync(stream, line);
                    await SayAsync(stream, user is null ? "535 5.7.8 wrong user name or password" : "235 2.7.0 welcome");
                    break;
                case "MAIL" when Account is not null && user is null:
                    await SayAsync(stream, "530 5.7.0 sign in first");
                    break;
                case "MAIL":
                    (from, to) = (Path(line), []);
                    await SayAsync(stream, "250 ok");
                    break;
                case "RCPT":
                    to.Add(Path(line));
                    await SayAsync(stream, "250 ok");
                    break;
                case "DATA":
                    await SayAsync(stream, "354 go on");
                    Received.Enqueue(new ReceivedMail(from, to, await DataAsync(stream), encrypted, user));
                    await SayAsync(stream, Answer(".") is { } late and not "!" ? late : "250 queued");
                    break;
                case "QUIT":
                    await SayAsync(stream, "221 bye");
                    return;
                default:
                    await SayAsync(stream, "250 ok");
                    break;
            }
        }
    }

    private string Greeting(bool encrypted) => string.Join("\r\n", new[]
    {
        "250-mail.example",
        OffersTls && !encrypted ? "250-STARTTLS" : null,
        Account is not null && encrypted ? "250-AUTH PLAIN LOGIN" : null,
        "250 8BITMIME",
    }.OfType<string>());

    private async Task<string?> AuthenticateAsync(Stream stream, string line)
    {
        var words = line.Split(' ');
        string[] given;
        if (words[1].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            given = Decode(words.Length > 2 ? words[2] : await AskAsync(stream, "334 ")).Split('\0')[1..];
        }
        else
        {
            given = [Decode(await AskAsync(stream, "334 VXNlcm5hbWU6")), Decode(await AskAsync(stream, "334 UGFzc3dvcmQ6"))];
        }
        return Account is var (user, password) && given is [var name, var secret] && name == user && secret == password ? user : null;
    }

    private static async Task<string> AskAsync(Stream stream, string question)
    {
        await SayAsync(stream, question);
        return await LineAsync(stream) ?? "";
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Path(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static async Task<string> DataAsync(Stream stream)
    {
        var data = new StringBuilder();
        while (await LineAsync(stream) is { } line && line != ".")
        {
            data.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        return data.ToString();
    }

    private static Task SayAsync(Stream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n")).AsTask();

    private static async Task<string?> LineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            }
            line.Add(one[0]);
        }
        return null;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(7));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
