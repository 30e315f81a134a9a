using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Problems;

public sealed class ProblemTests(OneServer shared) : IClassFixture<OneServer>
{
    [Fact]
    public async Task A_body_that_cannot_be_read_is_answered_with_place_and_remedy_in_the_readers_language()
    {
        await using var server = await VocServer.StartAsync();
        using var client = await server.SignedInAsync("admin");

        var broken = await Problem(client, "/api/v1/notes", "{\"text\": \"電源\",\n \"occurredAt\": \"いつか\"}");
        var wrongType = await Problem(client, "/api/v1/notes", "text=a", "text/plain", expected: HttpStatusCode.NotFound);
        var parameter = await Read(await client.GetAsync("/api/v1/trends?days=many"), HttpStatusCode.BadRequest);
        client.DefaultRequestHeaders.Remove("Accept-Language");
        var japanese = await Problem(client, "/api/v1/notes", "{");
        var unknown = await Read(await client.PutAsync("/api/v1/session", null), HttpStatusCode.NotFound);

        Assert.Contains("line 2", broken);
        Assert.Contains("occurredAt", broken);
        Assert.Contains("application/json", wrongType);
        Assert.Contains("days", parameter);
        Assert.Contains("JSON の書式", japanese);
        Assert.Contains("この API はない", unknown);
    }

    [Theory]
    [InlineData("/api/v1/nothing", true)]
    [InlineData("/live", false)]
    [InlineData("/issues/12", false)]
    public async Task Only_what_is_under_the_api_is_answered_as_no_such_api(string address, bool isApi)
    {
        using var client = shared.Server.Anonymous();
        var answer = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        Assert.Equal(isApi, answer.Contains("There is no such API", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/trends?days=many", "'many' is nothing for days: give a whole number.")]
    [InlineData("/api/v1/search?limit=1.5", "'1.5' is nothing for limit: give a whole number.")]
    [InlineData("/api/v1/search?q=a&fold=1", "'1' is nothing for fold: give true or false.")]
    [InlineData("/api/v1/mining/network?threshold=high", "'high' is nothing for threshold: give a number.")]
    public async Task A_parameter_that_cannot_be_read_is_named_with_what_it_should_be(string address, string message)
    {
        using var client = await shared.Server.WithKeyAsync("read");

        Assert.Contains(message, await Read(await client.GetAsync(address), HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task What_fails_inside_is_logged_without_its_query_and_the_answer_gives_nothing_away()
    {
        var log = new CollectingLog();
        await using var server = await VocServer.StartAsync(services: b => b.Logging.AddProvider(log));
        using var client = await server.WithKeyAsync("read");
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("DROP TABLE reading_change"));

        var answer = await client.GetAsync("/api/v1/reading/changes?secret=hidden");

        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("reading_change", body);
        var line = Assert.Single(log.Lines, l => l.Contains("/api/v1/reading/changes", StringComparison.Ordinal));
        Assert.Contains("reading_change", line);
        Assert.DoesNotContain("hidden", line);
    }

    private static async Task<string> Problem(HttpClient client, string path, string body, string type = "application/json", HttpStatusCode expected = HttpStatusCode.BadRequest) =>
        await Read(await client.PostAsync(path, new StringContent(body, Encoding.UTF8, type)), expected);

    private static async Task<string> Read(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return System.Text.RegularExpressions.Regex.Unescape(text);
    }

    private sealed class CollectingLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Lines.Enqueue(formatter(state, exception) + exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
