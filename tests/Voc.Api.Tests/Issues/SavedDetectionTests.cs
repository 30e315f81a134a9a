using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Issues;

/// <summary>Detection goes on where it was, whatever ended the process.</summary>
public sealed class SavedDetectionTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voc-test").FullName;

    private readonly BegunLog _log = new();

    private string Saved => Path.Combine(_folder, "detector.bin");

    /// <summary>How detection began, or null before it has.</summary>
    private string? Begun => _log.Lines.Any(l => l.StartsWith("Issue detection goes on", StringComparison.Ordinal)) ? "resumed"
        : _log.Lines.Any(l => l.StartsWith("Issue detection watches", StringComparison.Ordinal)) ? "read" : null;

    [Fact]
    public async Task After_a_stop_detection_goes_on_from_its_state_and_counts_what_it_had_counted()
    {
        var first = await Rising.StartAsync(_folder);
        await Rising.SayAsync(first, "before", "回やってもログインできない。", 2);
        await SettledAsync();
        await first.StopAsync();
        Assert.True(File.Exists(Saved));

        await using var again = await StartAsync();
        Assert.Equal("resumed", Begun);
        Assert.Empty(again.Issues());
        await SayUntilFoundAsync(again);

        var issue = Assert.Single(again.Issues());
        Assert.True(Linked(again, issue.Id, "before") == 2, "The issue has nothing of what was said before the stop.");
    }

    [Fact]
    public async Task What_was_found_after_the_state_was_saved_is_not_found_again_after_a_kill_and_grows_on()
    {
        var first = await Rising.StartAsync(_folder);
        await SettledAsync();
        var early = await File.ReadAllBytesAsync(Saved);
        await SayUntilFoundAsync(first);
        var found = Assert.Single(first.Issues());
        var changes = Changes(first);
        await first.StopAsync();
        // As a kill leaves it: the store has everything, the state is of before.
        await File.WriteAllBytesAsync(Saved, early);

        await using var again = await StartAsync();
        Assert.Equal("resumed", Begun);
        await SettledAsync();
        Assert.Equal(found.Id, Assert.Single(again.Issues()).Id);
        Assert.Equal(changes, Changes(again));

        await Rising.SayAsync(again, "later", "回やってもログインできない。", 2);
        await UntilAsync(() => Linked(again, found.Id, "later") == 2);
        Assert.Equal(found.Id, Assert.Single(again.Issues()).Id);
    }

    [Fact]
    public async Task What_tips_an_issue_after_the_state_was_saved_is_found_after_a_kill()
    {
        var first = await Rising.StartAsync(_folder);
        await SettledAsync();
        await first.StopAsync();
        // Committed by a process that never came to judge it.
        var blind = await VocServer.StartAsync(services: builder => builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(IssueDetectionService))), folder: _folder);
        await Rising.SayAsync(blind, "missed", "回やってもログインできない。", 12);
        await blind.StopAsync();

        await using var again = await StartAsync();
        Assert.Equal("resumed", Begun);
        await UntilAsync(() => again.Issues().Count > 0);
        Assert.Equal(12, Linked(again, Assert.Single(again.Issues()).Id, "missed"));
    }

    [Theory]
    [InlineData("damaged")]
    [InlineData("another archive")]
    [InlineData("missing")]
    [InlineData("another setting")]
    public async Task Where_the_state_cannot_be_used_the_archive_is_read(string why)
    {
        var first = await Rising.StartAsync(_folder);
        await Rising.SayAsync(first, "before", "回やってもログインできない。", 2);
        await SettledAsync();
        await first.StopAsync();
        await SpoilAsync(why);

        await using var again = await StartAsync();
        Assert.Equal("read", Begun);
        await SayUntilFoundAsync(again);
        Assert.Equal(2, Linked(again, Assert.Single(again.Issues()).Id, "before"));
    }

    private async Task SpoilAsync(string why)
    {
        switch (why)
        {
            case "damaged":
                var bytes = await File.ReadAllBytesAsync(Saved);
                bytes[bytes.Length / 2] ^= 1;
                await File.WriteAllBytesAsync(Saved, bytes);
                break;
            case "another archive":
                // As when a backup was restored that had not come so far, and others were taken in since.
                using (var connection = new Store(new VocOptions { DataDirectory = _folder }).Open())
                {
                    connection.Execute("UPDATE event SET At = At + 1 WHERE Sequence = (SELECT max(Sequence) FROM event)");
                }
                break;
            case "missing":
                File.Delete(Saved);
                break;
            default:
                using (var connection = new Store(new VocOptions { DataDirectory = _folder }).Open())
                {
                    connection.Execute("INSERT INTO detection_setting (At, Who, Before, After) VALUES (0, 'somebody', 4, 5)");
                }
                break;
        }
    }

    private async Task<VocServer> StartAsync()
    {
        _log.Lines.Clear();
        var server = await VocServer.StartAsync(services: builder => builder.Logging.AddProvider(_log).AddFilter<BegunLog>(nameof(Voc), LogLevel.Information), folder: _folder);
        await UntilAsync(() => Begun is not null);
        return server;
    }

    private static async Task SayUntilFoundAsync(VocServer server)
    {
        for (var i = 0; i < 30 && server.Issues().Count == 0; i++)
        {
            await Rising.SayAsync(server, $"burst-{i}", "回やってもログインできない。", 1);
            await Task.Delay(700);
        }
    }

    /// <summary>Waits until what was committed is judged: two rounds of the detector.</summary>
    private static Task SettledAsync() => Task.Delay(1500);

    private static async Task UntilAsync(Func<bool> ready)
    {
        for (var i = 0; !ready(); i++)
        {
            Assert.True(i < 300, "It did not come to that within half a minute.");
            await Task.Delay(100);
        }
    }

    private static int Linked(VocServer server, long issue, string idsLike)
    {
        using var connection = server.Get<Store>().Open();
        return (int)(long)connection.Scalar(
            "SELECT count(*) FROM issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId WHERE l.IssueId = $issue AND f.ExternalId LIKE $ids", ("$issue", issue), ("$ids", idsLike + "%"))!;
    }

    private static long Changes(VocServer server)
    {
        using var connection = server.Get<Store>().Open();
        return (long)connection.Scalar("SELECT count(*) FROM issue_change WHERE Action = 'detected'")!;
    }

    /// <summary>Keeps what detection says of its beginning.</summary>
    private sealed class BegunLog : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
