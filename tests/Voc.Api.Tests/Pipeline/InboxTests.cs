using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voc.Api.Feedbacks;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Pipeline;

public sealed class InboxTests
{
    [Fact]
    public async Task What_was_accepted_is_analysed_and_stored_once_with_the_identifier_of_its_receipt()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");

        var receipts = await server.Get<Inbox>().AcceptAsync([Some.Feedback("a"), Some.Feedback("b", "とても満足です。")]);
        await server.DrainAsync();

        var stored = server.Get<FeedbackReader>().Summaries([.. receipts.Select(r => r.Id)]);
        Assert.Equal(["ミラーが格納できない。", "とても満足です。"], stored.Select(s => s.Text));
        Assert.Equal(2, server.Get<EventLog>().Read(0, 10).Count(e => e.Kind == EventKind.FeedbackArrived));
    }

    [Fact]
    public async Task The_same_external_id_again_gets_the_first_identifier_before_and_after_analysis()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await server.SourceAsync("other");
        var inbox = server.Get<Inbox>();

        var first = await inbox.AcceptAsync([Some.Feedback("a"), Some.Feedback("a", "別の文")]);
        await server.DrainAsync();
        var again = await inbox.AcceptAsync([Some.Feedback("a"), Some.Feedback("a", source: "other")]);
        await server.DrainAsync();

        Assert.Equal([false, true], first.Select(r => r.Duplicate));
        Assert.Equal(first[0].Id, first[1].Id);
        Assert.Equal(new Receipt(first[0].Id, true), again[0]);
        Assert.False(again[1].Duplicate);
        Assert.Equal(2, server.Get<EventLog>().Read(0, 10).Count);
    }

    [Fact]
    public async Task Identifiers_follow_the_time_things_were_said()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");

        var receipts = await server.Get<Inbox>().AcceptAsync(
            [Some.Feedback("new") with { OccurredAt = Some.Time }, Some.Feedback("old") with { OccurredAt = Some.Time.AddYears(-2) }, Some.Feedback("same second")]);

        Assert.True(receipts[1].Id < receipts[0].Id);
        Assert.NotEqual(receipts[0].Id, receipts[2].Id);
        Assert.InRange(receipts.Max(r => r.Id), 1, (1L << 53) - 1);
        Assert.True(receipts[0].Id >= FeedbackId.From(Some.Time) && receipts[2].Id < FeedbackId.From(Some.Time.AddSeconds(1)));
    }

    [Fact]
    public async Task A_full_inbox_takes_nothing_and_says_when_to_come_back()
    {
        await using var server = await VocServer.StartAsync(o => o.InboxCapacity = 2, NoWorkers);
        await server.SourceAsync("shop");
        var inbox = server.Get<Inbox>();
        await inbox.AcceptAsync([Some.Feedback("a"), Some.Feedback("b")]);

        await Assert.ThrowsAsync<InboxFullException>(() => inbox.AcceptAsync([Some.Feedback("c")]));
        using var client = await server.WithKeyAsync("ingest");
        var answer = await client.PostAsync("/api/v1/feedback", FeedbackJson("d"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(2, inbox.Pending);
    }

    [Fact]
    public async Task What_waited_when_the_service_stopped_is_analysed_after_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("voc-test").FullName;
        var before = await VocServer.StartAsync(services: NoWorkers, folder: folder);
        await before.SourceAsync("shop");
        var receipts = await before.Get<Inbox>().AcceptAsync([Some.Feedback("a")]);
        await before.StopAsync();

        await using var after = await VocServer.StartAsync(folder: folder);
        await after.DrainAsync();

        Assert.Single(after.Get<FeedbackReader>().Summaries([receipts[0].Id]));
    }

    internal static StringContent FeedbackJson(string externalId) => new(
        $$"""{"source":"shop","externalId":"{{externalId}}","channel":"review","text":"電源が入らない","occurredAt":"2026-04-01T09:00:00+09:00"}""",
        System.Text.Encoding.UTF8, "application/json");

    private static void NoWorkers(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) =>
        builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(AnalysisWorkers)));
}
