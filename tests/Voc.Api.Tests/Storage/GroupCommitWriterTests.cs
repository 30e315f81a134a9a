using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Storage;

public sealed class GroupCommitWriterTests
{
    [Fact]
    public async Task Submissions_that_wait_share_one_commit()
    {
        await using var server = await VocServer.StartAsync();
        var writer = server.Get<GroupCommitWriter>();
        var commits = 0;
        writer.Committed += () => Interlocked.Increment(ref commits);
        using var gate = new ManualResetEventSlim();

        var first = writer.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)));
        var waiting = Enumerable.Range(0, 100).Select(i => writer.WriteAsync(c => c.AppendEvent(EventKind.IssueChanged, i, Some.Time))).ToList();
        gate.Set();
        await first;
        var sequences = await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), sequences.Order());
        Assert.InRange(commits, 1, 5);
    }

    [Fact]
    public async Task A_failing_submission_is_undone_and_leaves_the_others_of_its_group_alone()
    {
        await using var server = await VocServer.StartAsync();
        var writer = server.Get<GroupCommitWriter>();
        using var gate = new ManualResetEventSlim();
        var first = writer.WriteAsync(_ => gate.Wait(TimeSpan.FromSeconds(10)));
        var good = writer.WriteAsync(c => c.AppendEvent(EventKind.IssueChanged, 1, Some.Time));
        var bad = writer.WriteAsync<long>(c =>
        {
            c.AppendEvent(EventKind.IssueChanged, 2, Some.Time);
            throw new InvalidOperationException("no");
        });
        var alsoGood = writer.WriteAsync(c => c.AppendEvent(EventKind.IssueChanged, 3, Some.Time));
        gate.Set();
        await first;

        await good;
        await alsoGood;
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal([1L, 3L], server.Get<EventLog>().Read(0, 10).Select(e => e.SubjectId));
    }

    [Fact]
    public async Task A_store_that_cannot_commit_keeps_nothing_and_says_so()
    {
        await using var server = await VocServer.StartAsync();
        var writer = server.Get<GroupCommitWriter>();
        await writer.WriteAsync(c => c.Scalar("PRAGMA max_page_count=1")); // The file may not grow: a full disk.

        await Assert.ThrowsAsync<StoreUnavailableException>(() => writer.WriteAsync(c =>
        {
            for (var i = 0; i < 20_000; i++)
            {
                c.AppendEvent(EventKind.IssueChanged, i, Some.Time);
            }
            return 0;
        }));
        await writer.WriteAsync(c => c.Scalar("PRAGMA max_page_count=100000000"));

        Assert.Empty(server.Get<EventLog>().Read(0, 10));
        Assert.True(await writer.WriteAsync(c => c.AppendEvent(EventKind.IssueChanged, 7, Some.Time)) > 0);
    }
}
