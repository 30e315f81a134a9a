using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Feedbacks;

public sealed class SubmissionTests
{
    private const string Path = "/api/v1/feedback";

    [Fact]
    public async Task An_array_is_taken_element_by_element_and_what_is_refused_is_named()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        var answer = await client.PostAsJsonAsync(Path, new object[]
        {
            Some.Submission("1"), Some.Submission("2", text: "  "), Some.Submission("3", source: "nowhere"), 17, Some.Submission("1"), Some.Submission("4"),
        });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["1:False", "1:True", "4:False"], body.GetProperty("accepted").EnumerateArray().Select(a => $"{a.GetProperty("externalId")}:{a.GetProperty("duplicate")}"));
        Assert.Equal(body.GetProperty("accepted")[0].GetProperty("id").GetInt64(), body.GetProperty("accepted")[1].GetProperty("id").GetInt64());
        Assert.Equal(["1:text", "2:source", "3:"], body.GetProperty("rejected").EnumerateArray().Select(r => $"{r.GetProperty("index")}:{r.GetProperty("field")}"));
        Assert.Contains("POST /api/v1/sources", body.GetProperty("rejected")[1].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledged_feedback_is_in_the_database_already()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        var body = await (await client.PostAsJsonAsync(Path, Some.Submission("1"))).Content.ReadFromJsonAsync<JsonElement>();

        var id = body.GetProperty("accepted")[0].GetProperty("id").GetInt64();
        using var other = server.Get<Store>().Open();
        Assert.Equal(id, other.Scalar("SELECT Id FROM inbox WHERE Id=$id UNION ALL SELECT Id FROM feedback WHERE Id=$id", ("$id", id)));
    }

    [Fact]
    public async Task Personal_data_is_masked_before_it_is_stored_anywhere()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        await client.PostAsJsonAsync(Path, Some.Submission("1", text: "折り返しは 090-1234-5678 まで。", customer: "tanaka@example.com"));
        await server.DrainAsync();

        var detail = server.Get<FeedbackReader>().Detail(server.Get<EventLog>().Read(0, 1)[0].SubjectId)!;
        Assert.Contains("[電話番号]", detail.Text, StringComparison.Ordinal);
        Assert.StartsWith("c-", detail.Customer, StringComparison.Ordinal);
        Assert.Equal(-1, (await ReadAllAsync(server.Get<Store>().FilePath)).AsSpan().IndexOf("tanaka"u8));
    }

    [Fact]
    public async Task Malformed_json_is_answered_with_line_and_column()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("ingest");

        var answer = await client.PostAsync(Path, Json("{\"text\": \"電源\",\n \"日本\": x}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("line 2, column 8", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_another_encoding_is_answered_with_its_place_and_the_remedy()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("ingest");
        byte[] body = [.. "{\"text\": \""u8, 0x93, 0x64, 0x8C, 0xB9, .. "\"}"u8];

        var answer = await client.PostAsync(Path, new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Contains("line 1, column 11", said, StringComparison.Ordinal);
        Assert.Contains("UTF-8", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "1 MB of text", """{"text":"@@"}""")]
    [InlineData("occurredAt", "a date that is none", """{"text":"x","occurredAt":"2025-02-30"}""")]
    [InlineData("occurredAt", "a date in the future", """{"text":"x","occurredAt":"2999-01-01T00:00:00Z"}""")]
    [InlineData("channel", "an unknown channel", """{"text":"x","channel":"fax"}""")]
    [InlineData("scores.nps", "a score out of range", """{"text":"x","scores":{"nps":11}}""")]
    public async Task Bad_fields_are_named_and_cost_nobody_else_anything(string field, string what, string overrides)
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");
        var bad = new Dictionary<string, object> { ["source"] = "shop", ["externalId"] = what, ["channel"] = "review" };
        foreach (var property in JsonDocument.Parse(overrides.Replace("@@", new string('あ', 350_000), StringComparison.Ordinal)).RootElement.EnumerateObject())
        {
            bad[property.Name] = property.Value;
        }

        var answer = await client.PostAsJsonAsync(Path, new object[] { bad, Some.Submission("good") });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(field, body.GetProperty("rejected")[0].GetProperty("field").GetString());
        Assert.Equal("good", body.GetProperty("accepted")[0].GetProperty("externalId").GetString());
    }

    [Fact]
    public async Task Too_many_elements_and_too_large_a_body_are_told_how_to_send_them()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("ingest");

        var many = await client.PostAsJsonAsync(Path, Enumerable.Range(0, 1001));
        var large = await client.PostAsync(Path, Json($"\"{new string('x', Submission.MaxBytes)}\""));

        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        Assert.Contains("At most 1,000", await many.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("16 MB", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_valid_key_that_may_submit_is_let_in()
    {
        await using var server = await VocServer.StartAsync();
        using var anonymous = server.Anonymous();
        using var reader = await server.WithKeyAsync("read");
        using var late = await server.WithKeyAsync("ingest", Some.Time);
        using var support = await server.SignedInAsync("support");

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.PostAsJsonAsync(Path, Some.Submission("1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsJsonAsync(Path, Some.Submission("1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.PostAsJsonAsync(Path, Some.Submission("1"))).StatusCode);
        var expired = await late.PostAsJsonAsync(Path, Some.Submission("1"));
        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Contains("expired on 2026-04-01", await expired.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task Json_under_another_content_type_is_read_all_the_same()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        using var client = await server.WithKeyAsync("ingest");

        var answer = await client.PostAsync(Path, new StringContent(JsonSerializer.Serialize(Some.Submission("1")), Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task Messages_are_in_the_language_the_sender_prefers()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.WithKeyAsync("ingest");
        client.DefaultRequestHeaders.Remove("Accept-Language");

        var body = await (await client.PostAsJsonAsync(Path, Some.Submission("1", source: "どこか"))).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Contains("登録されていません", body.GetProperty("rejected")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_for_pseudonyms_is_made_once_and_readable_by_its_owner_alone()
    {
        await using var server = await VocServer.StartAsync();
        var keys = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => PseudonymKey.Of(server.Options))));

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(server.Options.PathOf(PseudonymKey.FileName)) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Single(Directory.GetFiles(server.Options.DataDirectory, PseudonymKey.FileName + "*"));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>A file another connection has open, with its write-ahead log.</summary>
    private static async Task<byte[]> ReadAllAsync(string path)
    {
        using var all = new MemoryStream();
        foreach (var file in new[] { path, path + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            await stream.CopyToAsync(all);
        }
        return all.ToArray();
    }
}
