using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Feedbacks;

public sealed class JsonLinesSubmissionTests
{
    private const string Path = "/api/v1/feedback";

    [Fact]
    public async Task Lines_are_counted_bad_ones_named_by_line_and_field_and_a_repeat_adds_nothing()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");
        var body = string.Join('\n', Line(1), "", "{\"text\": x}", Line(2, "  "), Line(3, source: "nowhere"), Line(4), Line(1));

        var first = await PostAsync(client, Lines(body));
        var second = await PostAsync(client, Lines(body));

        Assert.Equal("7 2 1 3", Say(first));
        Assert.Equal("7 0 3 3", Say(second));
        Assert.Equal(["3:", "4:text", "5:source"], first.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("line")}:{p.GetProperty("field")}"));
        Assert.Contains("line 3, column 10", first.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_the_inbox_holds_goes_in_while_the_sender_waits()
    {
        await using var server = await VocServer.StartAsync(o => o.InboxCapacity = 50);
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        var answer = await PostAsync(client, Gzip(string.Join('\n', Enumerable.Range(0, 400).Select(i => Line(i)))));

        Assert.Equal("400 400 0 0", Say(answer));
        await server.DrainAsync();
        Assert.Equal(400L, Count(server));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_skipped_and_the_next_is_read()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        var answer = await PostAsync(client, Lines($"{Line(1)}\n{Line(2, new string('x', 3 << 20))}\n{Line(3)}\n"));

        Assert.Equal("3 2 0 1", Say(answer));
        Assert.Contains("too long", answer.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_keeps_the_lines_that_were_whole()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");
        var key = client.DefaultRequestHeaders.Authorization!;
        string[] all = [.. Enumerable.Range(0, 503).Select(i => Line(i))];
        using (var tcp = new TcpClient())
        {
            await tcp.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
            var body = string.Join('\n', all)[..^20];
            await tcp.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
                $"POST {Path} HTTP/1.1\r\nHost: {client.BaseAddress.Authority}\r\nAuthorization: {key.Scheme} {key.Parameter}\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n{body}"));
            Assert.Equal(500, await CountAsync(server, 500));
            tcp.Client.Shutdown(SocketShutdown.Send);
            Assert.Equal(502, await CountAsync(server, 502));
        }

        var again = await PostAsync(client, Lines(string.Join('\n', all)));

        Assert.Equal("503 1 502 0", Say(again));
    }

    [Fact]
    public async Task Gzip_that_is_cut_off_keeps_what_came_before_and_says_so()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");
        var random = new Random(7);
        var whole = Deflate(string.Join('\n', Enumerable.Range(0, 2000).Select(i => Line(i, $"{random.NextInt64():x}{random.NextInt64():x}"))));

        var answer = await client.PostAsync(Path, Gzip(whole[..(whole.Length / 2)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("adds nothing twice", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(Count(server), 500, 1999);
    }

    [Fact]
    public async Task A_document_may_be_gzip_but_no_bomb_and_nothing_else()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        var good = await client.PostAsync(Path, Gzip(Deflate(Line(1)), "application/json"));
        var bomb = await client.PostAsync(Path, Gzip(Deflate(new string(' ', 64 << 20)), "application/json"));
        var lines = await client.PostAsync(Path, Gzip(Deflate(new string(' ', 64 << 20))));
        var brotli = Gzip(Deflate(Line(2)), "application/json");
        brotli.Headers.ContentEncoding.Clear();
        brotli.Headers.ContentEncoding.Add("br");
        var other = await client.PostAsync(Path, brotli);

        Assert.Equal(HttpStatusCode.Accepted, good.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bomb.StatusCode);
        Assert.Contains("inflates", await bomb.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, lines.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, other.StatusCode);
        Assert.Contains("gzip", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Count(server));
    }

    private static string Line(int id, string text = "蓋が閉まりません", string source = "shop") =>
        JsonSerializer.Serialize(new { source, externalId = $"line-{id}", channel = "review", text });

    private static StringContent Lines(string body) => new(body, Encoding.UTF8, "application/x-ndjson");

    private static ByteArrayContent Gzip(string body) => Gzip(Deflate(body));

    private static ByteArrayContent Gzip(byte[] body, string type = "application/x-ndjson") =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue(type), ContentEncoding = { "gzip" } } };

    private static byte[] Deflate(string body)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }
        return bytes.ToArray();
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, HttpContent body)
    {
        var answer = await client.PostAsync(Path, body);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string Say(JsonElement result) =>
        string.Join(' ', new[] { "lines", "accepted", "duplicates", "rejected" }.Select(name => result.GetProperty(name).GetInt64()));

    /// <summary>How many there are once so many are there, or at last.</summary>
    private static async Task<long> CountAsync(VocServer server, long wanted)
    {
        for (var patience = 500; patience > 0 && Count(server) < wanted; patience--)
        {
            await Task.Delay(20);
        }
        return Count(server);
    }

    private static long Count(VocServer server)
    {
        using var connection = server.Get<Store>().Open();
        return (long)connection.Scalar("SELECT (SELECT COUNT(*) FROM inbox) + (SELECT COUNT(*) FROM feedback)")!;
    }
}
