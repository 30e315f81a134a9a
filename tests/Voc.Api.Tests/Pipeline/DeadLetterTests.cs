using System.Net;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Pipeline;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task What_keeps_failing_is_set_aside_the_rest_goes_on_and_requeueing_tries_again()
    {
        await using var server = await VocServer.StartAsync(o => (o.MaxAttempts, o.RetryDelay) = (2, TimeSpan.FromMilliseconds(10)));
        await server.SourceAsync("shop");
        var writer = server.Get<GroupCommitWriter>();
        // Refuses one feedback at its commit, as a defect in a later stage would.
        await writer.WriteAsync(c => c.Execute("CREATE TRIGGER poison BEFORE INSERT ON feedback WHEN NEW.ExternalId = 'bad' BEGIN SELECT RAISE(ABORT, 'poisoned'); END"));

        var receipts = await server.Get<Inbox>().AcceptAsync([Some.Feedback("good"), Some.Feedback("bad"), Some.Feedback("fine")]);
        await server.DrainAsync();
        using var admin = await server.SignedInAsync("admin");
        var dead = (await (await admin.GetAsync("/api/v1/dead-letters")).JsonAsync(HttpStatusCode.OK)).AsArray().Single()!;

        Assert.Equal(receipts[1].Id, dead["id"]!.GetValue<long>());
        Assert.Contains("poisoned", dead["error"]!.GetValue<string>());
        Assert.Equal(2, dead["attempts"]!.GetValue<int>());
        Assert.Equal(2, server.Get<FeedbackReader>().Summaries([.. receipts.Select(r => r.Id)]).Count);

        await writer.WriteAsync(c => c.Execute("DROP TRIGGER poison"));
        await (await admin.PostAsync($"/api/v1/dead-letters/{receipts[1].Id}/requeue", null)).JsonAsync(HttpStatusCode.OK);
        await server.DrainAsync();

        Assert.Single(server.Get<FeedbackReader>().Summaries([receipts[1].Id]));
        Assert.Empty((await (await admin.GetAsync("/api/v1/dead-letters")).JsonAsync(HttpStatusCode.OK)).AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/api/v1/dead-letters/1/requeue", null)).StatusCode);
    }

    [Fact]
    public async Task Only_administrators_see_dead_letters()
    {
        await using var server = await VocServer.StartAsync();
        using var product = await server.SignedInAsync("product");

        Assert.Equal(HttpStatusCode.Forbidden, (await product.GetAsync("/api/v1/dead-letters")).StatusCode);
    }
}
