using FsCheck;
using FsCheck.Fluent;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Search.Differential;

namespace Voc.Api.Tests.Search;

/// <summary>A service with a few hundred generated texts, and the same texts at hand to look at one by one.</summary>
public sealed class GeneratedArchive : IAsyncLifetime
{
    internal ServedArchive Served { get; private set; } = null!;

    internal PlainArchive Plain { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Served = await ServedArchive.StartAsync();
        await Served.SendAsync(AnyFeedback.One.Sample(400, new Rnd(20260402, 1), 30));
        await Served.Server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            using var context = connection.Context();
            var issue = context.Add(new IssueRow { Title = "五つに一つ" }).Entity;
            context.SaveChanges();
            return connection.Execute("INSERT INTO issue_feedback (IssueId, FeedbackId) SELECT $issue, Id FROM feedback WHERE Id % 5 = 0", ("$issue", issue.Id));
        });
        Plain = Served.Read();
    }

    public async Task DisposeAsync() => await Served.DisposeAsync();
}
