using System.Net;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Corrections;
using Voc.Api.Issues;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Feedbacks;

public sealed class DeletionTests
{
    [Fact]
    public async Task Only_administrators_delete_and_what_is_not_there_is_not_found()
    {
        await using var server = await VocServer.StartAsync();
        using var product = await server.SignedInAsync("product");
        using var admin = await server.SignedInAsync("admin");
        var id = (await server.StoreAsync("ミラーが格納できない。"))[0];

        Assert.Equal(HttpStatusCode.Forbidden, (await product.DeleteAsync($"/api/v1/feedback/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync($"/api/v1/feedback/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/api/v1/feedback/{id}")).StatusCode);
    }

    [Fact]
    public async Task Everything_that_was_known_of_it_goes_and_the_rest_stays()
    {
        await using var server = await VocServer.StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var ids = await server.StoreAsync("ミラーが格納できない。", "ミラーが割れた。");
        await server.Get<CorrectionBook>().CorrectAsync(ids[0], new LabelInput { Sentiment = "positive" }, "user-admin", default);
        var issue = await server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            connection.Execute(StoreSql.InsertNote, ("$id", ids[0]), ("$author", "somebody"), ("$at", 0L));
            using var context = connection.Context();
            var row = context.Add(new IssueRow { Title = "ミラー" }).Entity;
            context.SaveChanges();
            context.AddRange(ids.Select(id => new IssueFeedbackRow { IssueId = row.Id, FeedbackId = id }));
            context.SaveChanges();
            return row.Id;
        });
        var before = server.Get<EventLog>().LastSequence();

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{ids[0]}")).StatusCode);

        var events = server.Get<EventLog>().Read(before, 10);
        Assert.Equal([(EventKind.FeedbackDeleted, ids[0]), (EventKind.IssueChanged, issue)], events.Select(e => (e.Kind, e.SubjectId)));
        Assert.Equal(1, server.Get<ArchiveSearch>().Search(new SearchRequest { Query = "ミラー" }).Total);
        Assert.Equal(0, server.Get<ArchiveSearch>().Search(new SearchRequest { Query = "sentiment:positive" }).Total);
        using var connection = server.Get<Store>().Open();
        foreach (var (table, column) in new[] { ("feedback", "Id"), ("search_row", "Id"), ("note", "Id"), ("correction", "FeedbackId"), ("correction_log", "FeedbackId"), ("issue_feedback", "FeedbackId") })
        {
            Assert.Equal(0L, connection.Scalar($"SELECT count(*) FROM {table} WHERE {column}={ids[0]}"));
        }
        Assert.Equal([ids[1]], server.Get<IssueReader>().Detail(issue)!.FeedbackIds);
    }

    [Fact]
    public async Task What_still_waits_for_analysis_is_deleted_too()
    {
        await using var server = await VocServer.StartAsync(services: VocServer.WithoutWorkers);
        using var admin = await server.SignedInAsync("admin");
        await server.SourceAsync("shop");
        var id = (await server.Get<Inbox>().AcceptAsync([Some.Feedback("1")]))[0].Id;

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/v1/feedback/{id}")).StatusCode);

        Assert.Equal(0, server.Get<Inbox>().Pending);
        using var context = server.Get<Store>().Context();
        Assert.False(await context.Inbox.AnyAsync());
    }
}
