using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Pipeline;

public sealed class AnalysisWorkersTests
{
    [Fact]
    public async Task Analysis_goes_on_after_the_inbox_could_not_be_read_for_a_while()
    {
        await using var server = await VocServer.StartAsync(services: VocServer.WithoutWorkers);
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync([Some.Feedback("a")]);
        var writer = server.Get<GroupCommitWriter>();
        await writer.WriteAsync(c => c.Execute("ALTER TABLE inbox RENAME TO hidden"));
        var workers = server.Workers();
        await workers.StartAsync(default);

        await Task.Delay(300);
        await writer.WriteAsync(c => c.Execute("ALTER TABLE hidden RENAME TO inbox"));
        await server.DrainAsync();

        Assert.False(workers.ExecuteTask!.IsCompleted);
        await workers.StopAsync(default);
    }

    [Fact]
    public async Task What_has_to_be_tried_again_gets_its_turn_while_more_keeps_arriving()
    {
        await using var server = await VocServer.StartAsync(o => o.RetryDelay = TimeSpan.FromMilliseconds(200));
        await server.SourceAsync("shop");
        var (inbox, writer) = (server.Get<Inbox>(), server.Get<GroupCommitWriter>());
        await writer.WriteAsync(c => c.Execute("CREATE TRIGGER refuse BEFORE INSERT ON feedback WHEN new.ExternalId = 'late' BEGIN SELECT RAISE(ABORT, 'not yet'); END"));
        var late = (await inbox.AcceptAsync([Some.Feedback("late")]))[0].Id;
        await Until(() => Count(server, "SELECT Attempts FROM inbox WHERE ExternalId='late'") > 0);
        await writer.WriteAsync(c => c.Execute("DROP TRIGGER refuse"));

        for (var n = 0; n < 200 && Count(server, $"SELECT count(*) FROM feedback WHERE Id={late}") == 0; n++)
        {
            await inbox.AcceptAsync([Some.Feedback($"n{n}")]);
            await Task.Delay(20);
        }

        Assert.Equal(1, Count(server, $"SELECT count(*) FROM feedback WHERE Id={late}"));
    }

    [Fact]
    public async Task A_process_that_does_not_analyse_notices_that_another_one_made_room()
    {
        await using var server = await VocServer.StartAsync(o => o.InboxCapacity = 2, VocServer.WithoutWorkers);
        await server.SourceAsync("shop");
        var inbox = server.Get<Inbox>();
        await inbox.AcceptAsync([Some.Feedback("a"), Some.Feedback("b")]);
        await Assert.ThrowsAsync<InboxFullException>(() => inbox.AcceptAsync([Some.Feedback("c")]));

        // What another process does, this one's inbox is not told of.
        await server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("DELETE FROM inbox"));
        await Task.Delay(TimeSpan.FromSeconds(1.1));

        Assert.Single(await inbox.AcceptAsync([Some.Feedback("c")]));
    }

    private static long Count(VocServer server, string sql)
    {
        using var connection = server.Get<Store>().Open();
        return (long)(connection.Scalar(sql) ?? 0L);
    }

    private static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 400 && !holds(); i++)
        {
            await Task.Delay(25);
        }
        Assert.True(holds());
    }
}
