using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Analysis.Issues;
using Voc.Api.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Issues;
using Voc.Api.Webhooks;

namespace Voc.Api.Tests.Alerts;

public sealed class AlertRuleTests
{
    [Fact]
    public async Task An_alert_goes_on_under_one_identifier_and_only_when_it_has_grown_by_a_level_or_to_twice_as_many()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address));

        var issue = await voc.FoundAsync(count: 6, severity: IssueSeverity.Medium);
        var first = Issue((await receiver.WaitAsync(1))[0]);
        await voc.GrowAsync(issue, 8);
        await AlertingServer.SettleAsync();
        await voc.GrowAsync(issue, 11);
        await AlertingServer.SettleAsync();
        Assert.Single(receiver.Received);
        await voc.GrowAsync(issue, 12);
        var second = Issue((await receiver.WaitAsync(2))[1]);
        await voc.GrowAsync(issue, 13, IssueSeverity.Critical);
        var third = Issue((await receiver.WaitAsync(3))[2]);

        Assert.Equal([1, 2, 3], new[] { first, second, third }.Select(i => i["revision"]!.GetValue<int>()));
        Assert.Single(new[] { first, second, third }.Select(i => i["alertId"]!.GetValue<string>()).Distinct());
        Assert.Equal(3, receiver.Received.Select(h => h.Headers[WebhookSender.DeliveryHeader]).Distinct().Count());
        Assert.Equal(("new", "grew", "grew"), (Event(first), Event(second), Event(third)));
        Assert.Equal((6, 12), (second["countBefore"]!.GetValue<int>(), second["count"]!.GetValue<int>()));
        Assert.Equal(("medium", "critical"), (third["severityBefore"]!.GetValue<string>(), third["severity"]!.GetValue<string>()));
        Assert.Equal($"https://voc.example.jp/issues/{issue}", first["url"]!.GetValue<string>());
    }

    [Fact]
    public async Task Severity_product_polarity_and_events_choose_the_channel()
    {
        await using var grave = await WebhookReceiver.StartAsync();
        await using var praise = await WebhookReceiver.StartAsync();
        await using var own = await WebhookReceiver.StartAsync();
        await using var back = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        await voc.RuleAsync(await voc.ChannelAsync(grave.Address, name: "a"), new { severity = "high" }, name: "重い");
        await voc.RuleAsync(await voc.ChannelAsync(praise.Address, name: "b"), new { polarity = "positive" }, name: "好評");
        await voc.RuleAsync(await voc.ChannelAsync(own.Address, name: "c"), new { products = new[] { "Q" } }, name: "Q だけ");
        await voc.RuleAsync(await voc.ChannelAsync(back.Address, name: "d"), new { events = new[] { "regressed", "verified" } }, name: "再発");

        var low = await voc.FoundAsync(severity: IssueSeverity.Medium);
        var high = await voc.FoundAsync(severity: IssueSeverity.High);
        var liked = await voc.FoundAsync(severity: IssueSeverity.Low, polarity: IssuePolarity.Positive);
        var other = await voc.FoundAsync(severity: IssueSeverity.Low, product: "Q");
        await voc.FoundAsync(severity: IssueSeverity.Low, product: null);
        await AlertingServer.SettleAsync();
        await voc.PatchAsync(high, new { state = "fixed" });
        await voc.PatchAsync(high, new { state = "verified" });
        await voc.PatchAsync(high, new { state = "regressed" });
        await AlertingServer.SettleAsync();
        await voc.GrowAsync(low, 7, IssueSeverity.High);
        await AlertingServer.SettleAsync();

        Assert.Equal([(high, "new"), (high, "regressed"), (low, "new")], Told(grave));
        Assert.Equal([(liked, "new")], Told(praise));
        Assert.Equal([(other, "new")], Told(own));
        Assert.Contains((high, "regressed"), Told(back));
        Assert.DoesNotContain(Told(back), t => t.Item2 is "new" or "grew");
    }

    [Fact]
    public async Task A_topic_is_that_of_the_feedback_and_of_the_topics_above_it()
    {
        await using var right = await WebhookReceiver.StartAsync();
        await using var wrong = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        var issue = await SomeIssue.AddAsync(voc.Server);
        var topics = (await (await voc.Admin.GetAsync($"/api/v1/issues/{issue}")).JsonAsync(HttpStatusCode.OK))["quotes"]!.AsArray()
            .SelectMany(q => q!["topics"]!.AsArray().Select(t => t!["label"]!.GetValue<string>())).CountBy(t => t).MaxBy(t => t.Value).Key;
        await voc.RuleAsync(await voc.ChannelAsync(right.Address, name: "a"), new { topics = new[] { topics }, events = new[] { "due", "regressed" } }, name: "話題");
        await voc.RuleAsync(await voc.ChannelAsync(wrong.Address, name: "b"), new { topics = new[] { "no-such-topic" }, events = new[] { "regressed" } }, name: "別の話題");

        await voc.PatchAsync(issue, new { state = "fixed" });
        await voc.PatchAsync(issue, new { state = "regressed" });
        await right.WaitAsync(1);

        Assert.Equal([(issue, "regressed")], Told(right));
        Assert.Empty(wrong.Received);
    }

    [Fact]
    public async Task A_channel_is_told_by_the_first_rule_that_fits_alone()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        var channel = await voc.ChannelAsync(receiver.Address);
        var all = await voc.RuleAsync(channel, timing: new { pace = "daily", hour = 9 }, name: "毎朝");
        var grave = await voc.RuleAsync(channel, new { severity = "high" }, name: "すぐ");
        await (await voc.Admin.PutAsJsonAsync("/api/v1/alert-rules/order", new { ids = new[] { grave["id"]!.GetValue<int>(), all["id"]!.GetValue<int>() } })).JsonAsync(HttpStatusCode.OK);

        await voc.FoundAsync(severity: IssueSeverity.High);
        await voc.FoundAsync(severity: IssueSeverity.Low);

        Assert.Equal("すぐ", Body((await receiver.WaitAsync(1))[0])["rule"]!.GetValue<string>());
        await AlertingServer.SettleAsync();
        var rules = (await (await voc.Admin.GetAsync("/api/v1/alert-rules")).JsonAsync(HttpStatusCode.OK)).AsArray();
        Assert.Equal([("すぐ", 0), ("毎朝", 1)], rules.Select(r => (r!["name"]!.GetValue<string>(), r["held"]!.GetValue<int>())));
        Assert.NotNull(rules[1]!["nextAt"]);
    }

    [Fact]
    public async Task What_happened_before_a_rule_or_while_it_was_off_and_issues_of_an_archive_are_not_news()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        var channel = await voc.ChannelAsync(receiver.Address);
        var before = await voc.FoundAsync();
        var rule = await voc.RuleAsync(channel);
        await voc.GrowAsync(before, 7);
        await voc.FoundAsync(lastRiseDaysAgo: 20);
        await AlertingServer.SettleAsync();
        await (await voc.Admin.PutAsJsonAsync($"/api/v1/alert-rules/{rule["id"]}", new { name = "品質", channel, enabled = false })).JsonAsync(HttpStatusCode.OK);
        var off = await voc.FoundAsync();
        await AlertingServer.SettleAsync();
        await (await voc.Admin.PutAsJsonAsync($"/api/v1/alert-rules/{rule["id"]}", new { name = "品質", channel, enabled = true })).JsonAsync(HttpStatusCode.OK);
        await voc.GrowAsync(off, 7);
        await AlertingServer.SettleAsync();
        Assert.Empty(receiver.Received);

        await voc.GrowAsync(before, 20);
        await receiver.WaitAsync(1);

        Assert.Equal([(before, "grew")], Told(receiver));
    }

    [Fact]
    public async Task A_due_date_is_told_once_at_nine_and_a_muted_issue_when_it_comes_back()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync(time);
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address), new { events = new[] { "due", "woken" } });
        var issue = await voc.FoundAsync();
        var today = CompanyDay.Of(time.GetUtcNow(), voc.Server.Options.Zone);
        await voc.PatchAsync(issue, new { dueOn = today.AddDays(2).ToString("O", CultureInfo.InvariantCulture) });
        await AlertingServer.SettleAsync();
        Assert.Empty(receiver.Received);

        time.Forward(CompanyDay.Start(today.AddDays(2), voc.Server.Options.Zone).AddHours(9.5) - time.GetUtcNow());
        Assert.Equal("due", Event(Issue((await receiver.WaitAsync(1))[0])));
        time.Forward(TimeSpan.FromHours(1));
        await AlertingServer.SettleAsync();
        Assert.Single(receiver.Received);
        await voc.PatchAsync(issue, new { state = "muted", mute = new { until = today.AddDays(3).ToString("O", CultureInfo.InvariantCulture) } });
        time.Forward(TimeSpan.FromDays(1));
        await voc.Server.Get<IssueFollowUp>().FollowAsync(default);

        Assert.Equal("woken", Event(Issue((await receiver.WaitAsync(2))[1])));
    }

    [Fact]
    public async Task Quiet_hours_hold_back_all_but_the_critical_and_then_tell_of_each_issue_once_as_it_is()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync(time);
        var zone = voc.Server.Options.Zone;
        var night = CompanyDay.Start(CompanyDay.Of(time.GetUtcNow(), zone).AddDays(1), zone).AddHours(23);
        time.Forward(night - time.GetUtcNow());
        await voc.RuleAsync(
            await voc.ChannelAsync(receiver.Address),
            timing: new { quiet = new[] { new { from = "22:00", to = "08:00", days = new[] { "mon", "tue", "wed", "thu", "fri", "sat", "sun" } } }, criticalThrough = true });

        var held = await voc.FoundAsync(count: 6);
        var grave = await voc.FoundAsync(severity: IssueSeverity.Critical);
        Assert.Equal(grave, Issue((await receiver.WaitAsync(1))[0])["id"]!.GetValue<long>());
        await voc.GrowAsync(held, 30);
        await AlertingServer.SettleAsync();
        Assert.Single(receiver.Received);
        time.Forward(TimeSpan.FromHours(10));

        var morning = Issue((await receiver.WaitAsync(2))[1]);
        Assert.Equal((held, 30, 1), (morning["id"]!.GetValue<long>(), morning["count"]!.GetValue<int>(), morning["revision"]!.GetValue<int>()));
        Assert.Equal(["new", "grew"], morning["happened"]!.AsArray().Select(h => h!.GetValue<string>()));
        await AlertingServer.SettleAsync();
        Assert.Equal(2, receiver.Received.Count);
    }

    [Fact]
    public async Task A_digest_tells_of_all_issues_since_the_last_the_gravest_first_and_nothing_when_nothing_happened()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync(time);
        var zone = voc.Server.Options.Zone;
        time.Forward(CompanyDay.Start(CompanyDay.Of(time.GetUtcNow(), zone).AddDays(1), zone).AddHours(7) - time.GetUtcNow());
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address), timing: new { pace = "daily", hour = 9 });

        var low = await voc.FoundAsync(severity: IssueSeverity.Low);
        var high = await voc.FoundAsync(severity: IssueSeverity.High);
        await AlertingServer.SettleAsync();
        Assert.Empty(receiver.Received);
        time.Forward(TimeSpan.FromHours(2.2));
        var hook = (await receiver.WaitAsync(1))[0];
        time.Forward(TimeSpan.FromDays(1));
        await AlertingServer.SettleAsync();
        await voc.GrowAsync(low, 50);
        await AlertingServer.SettleAsync();
        Assert.Single(receiver.Received);
        time.Forward(TimeSpan.FromDays(1));

        Assert.Equal("issue.digest", hook.Headers[WebhookSender.EventHeader]);
        Assert.Equal([high, low], Body(hook)["issues"]!.AsArray().Select(i => i!["id"]!.GetValue<long>()));
        var next = Assert.Single(Body((await receiver.WaitAsync(2))[1])["issues"]!.AsArray())!;
        Assert.Equal((low, 2), (next["id"]!.GetValue<long>(), next["revision"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_fell_silent_is_told_once_and_again_when_it_is_heard()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address), new { events = new[] { "new", "grew", "verified" } });

        var issue = await voc.FoundAsync(count: 0, kind: IssueKind.Silence);
        await receiver.WaitAsync(1);
        await voc.GrowAsync(issue, 0);
        await AlertingServer.SettleAsync();
        Assert.Single(receiver.Received);
        await voc.Server.Get<GroupCommitWriter>().WriteAsync(connection =>
        {
            using var context = connection.Context();
            var row = context.Set<IssueRow>().Single(i => i.Id == issue);
            row.State = IssueState.New;
            var edit = new IssueEdit(connection, context, row, "", TimeProvider.System.GetUtcNow());
            edit.ChangeState(IssueState.Fixed, "returned");
            edit.Commit();
            return true;
        });
        await receiver.WaitAsync(2);

        Assert.Equal([(issue, "new"), (issue, "verified")], Told(receiver));
        Assert.Equal("silence", Issue(receiver.Received.First())["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_was_merged_while_it_was_held_back_is_told_of_the_issue_it_is_part_of()
    {
        var time = new ShiftedTime();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync(time);
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address), timing: new { pace = "hourly" });
        var one = await voc.FoundAsync();
        var other = await voc.FoundAsync();
        await AlertingServer.SettleAsync();
        await voc.Server.Get<GroupCommitWriter>().WriteAsync(c => c.Execute("UPDATE issue SET MergedInto = $into WHERE Id = $id", ("$into", one), ("$id", other)));

        time.Forward(TimeSpan.FromHours(1));
        var digest = Body((await receiver.WaitAsync(1))[0]);

        Assert.Equal(one, Assert.Single(digest["issues"]!.AsArray())!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task What_is_split_off_an_issue_is_told_as_an_issue_of_its_own()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address), new { events = new[] { "new" } });
        var reports = await BoardIssues.ReportAsync(voc.Server, [Some.Feedback("a", "鍵がかからない。"), Some.Feedback("b", "鍵が閉まらない。"), Some.Feedback("c", "塗装がはがれた。")]);
        var issue = await voc.FoundAsync();
        await voc.Server.Get<GroupCommitWriter>().WriteAsync(c => reports.Sum(report => c.Execute("INSERT INTO issue_feedback (IssueId, FeedbackId) VALUES ($issue, $report)", ("$issue", issue), ("$report", report))));
        await receiver.WaitAsync(1);

        (await voc.Admin.PostAsJsonAsync($"/api/v1/issues/{issue}/split", new { terms = new[] { "塗装" } })).EnsureSuccessStatusCode();
        await receiver.WaitAsync(2);
        await AlertingServer.SettleAsync();

        var told = Told(receiver);
        Assert.Equal([(issue, "new")], told.Take(1));
        Assert.Equal("new", told[1].Item2);
        Assert.NotEqual(issue, told[1].Item1);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task A_preview_counts_issues_and_messages_of_thirty_days_and_a_test_sends_an_example()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var voc = await AlertingServer.StartAsync();
        var channel = await voc.ChannelAsync(receiver.Address);
        var high = await voc.FoundAsync(severity: IssueSeverity.High);
        await voc.FoundAsync(severity: IssueSeverity.Low);
        await voc.PatchAsync(high, new { state = "fixed" });
        await voc.PatchAsync(high, new { state = "regressed" });

        async Task<JsonNode> PreviewAsync(object rule) => await (await voc.Admin.PostAsJsonAsync("/api/v1/alert-rules/preview", rule)).JsonAsync(HttpStatusCode.OK);
        var all = await PreviewAsync(new { });
        var grave = await PreviewAsync(new { when = new { severity = "high" } });
        var digest = await PreviewAsync(new { timing = new { pace = "daily" } });
        Assert.Empty(receiver.Received);
        var rule = await voc.RuleAsync(channel);
        var sent = await (await voc.Admin.PostAsync($"/api/v1/alert-rules/{rule["id"]}/test", null)).JsonAsync(HttpStatusCode.OK);

        Assert.Equal((30, 3, 2), (all["days"]!.GetValue<int>(), all["messages"]!.GetValue<int>(), all["issues"]!.AsArray().Count));
        Assert.Equal((2, 1), (grave["messages"]!.GetValue<int>(), grave["issues"]!.AsArray().Count));
        Assert.Equal(["new", "regressed"], grave["issues"]![0]!["told"]!.AsArray().Select(t => t!["event"]!.GetValue<string>()));
        Assert.Equal(1, digest["messages"]!.GetValue<int>());
        Assert.Equal("delivered", sent["state"]!.GetValue<string>());
        Assert.StartsWith("example-", Issue(receiver.Received.Single())["alertId"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_feedback_takes_its_words_out_of_a_message_that_waits_and_leaves_the_alert()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = (before, context) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await using var voc = await AlertingServer.StartAsync();
        var issue = await SomeIssue.AddAsync(voc.Server);
        await voc.RuleAsync(await voc.ChannelAsync(receiver.Address));
        await voc.PatchAsync(issue, new { state = "fixed" });
        await voc.PatchAsync(issue, new { state = "regressed" });
        var quote = Issue((await receiver.WaitAsync(1))[0])["quotes"]![0]!;

        (await voc.Admin.DeleteAsync($"/api/v1/feedback/{quote["id"]}")).EnsureSuccessStatusCode();
        receiver.Answer = (_, _) => Task.CompletedTask;
        await voc.DeliveryAsync("delivered");

        Assert.Empty(Issue(receiver.Received.Last())["quotes"]!.AsArray());
        Assert.Equal(issue, Issue(receiver.Received.Last())["id"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("""{"channel":CHANNEL}""", "name")]
    [InlineData("""{"name":"x"}""", "channel")]
    [InlineData("""{"name":"x","channel":CHANNEL,"when":{"severity":"huge"}}""", "when.severity")]
    [InlineData("""{"name":"x","channel":CHANNEL,"when":{"polarity":"1"}}""", "when.polarity")]
    [InlineData("""{"name":"x","channel":CHANNEL,"when":{"events":[]}}""", "when.events")]
    [InlineData("""{"name":"x","channel":CHANNEL,"when":{"events":["fixed"]}}""", "when.events")]
    [InlineData("""{"name":"x","channel":CHANNEL,"when":{"products":[""]}}""", "when.products")]
    [InlineData("""{"name":"x","channel":CHANNEL,"timing":{"pace":"yearly"}}""", "timing.pace")]
    [InlineData("""{"name":"x","channel":CHANNEL,"timing":{"hour":24}}""", "timing.hour")]
    [InlineData("""{"name":"x","channel":CHANNEL,"timing":{"weekday":"someday"}}""", "timing.weekday")]
    [InlineData("""{"name":"x","channel":CHANNEL,"timing":{"quiet":[{"from":"25:00","to":"08:00","days":["mon"]}]}}""", "timing.quiet")]
    [InlineData("""{"name":"x","channel":CHANNEL,"timing":{"quiet":[{"from":"22:00","to":"08:00","days":[]}]}}""", "timing.quiet")]
    [InlineData("""{"name":"x","channel":CHANNEL,"timing":{"quiet":[{"from":"00:00","to":"00:00","days":["mon","tue","wed","thu","fri","sat","sun"]}]}}""", "timing.quiet")]
    public async Task Rules_that_cannot_work_are_refused_by_field(string body, string field)
    {
        await using var voc = await AlertingServer.StartAsync();
        var channel = await voc.ChannelAsync("https://hooks.example.com/x");

        var answer = await voc.Admin.PostAsync("/api/v1/alert-rules", new StringContent(body.Replace("CHANNEL", $"{channel}", StringComparison.Ordinal), Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task Product_people_keep_rules_and_others_do_not_and_a_channel_in_use_stays()
    {
        await using var voc = await AlertingServer.StartAsync();
        var channel = await voc.ChannelAsync("https://hooks.example.com/x");
        using var product = await voc.Server.SignedInAsync("product");
        using var support = await voc.Server.SignedInAsync("support");

        var made = await (await product.PostAsJsonAsync("/api/v1/alert-rules", new { name = "x", channel })).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(HttpStatusCode.Forbidden, (await support.GetAsync("/api/v1/alert-rules")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.GetAsync("/api/v1/mail")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await voc.Admin.DeleteAsync($"/api/v1/webhooks/{channel}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await product.PostAsJsonAsync("/api/v1/alert-rules", new { name = "x", channel })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await product.DeleteAsync($"/api/v1/alert-rules/{made["id"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await voc.Admin.DeleteAsync($"/api/v1/webhooks/{channel}")).StatusCode);
    }

    private static JsonNode Body(ReceivedHook hook) => JsonNode.Parse(hook.Body)!;

    private static JsonNode Issue(ReceivedHook hook) => Body(hook)["issues"]![0]!;

    private static string Event(JsonNode issue) => issue["happened"]!.AsArray()[^1]!.GetValue<string>();

    private static List<(long Issue, string Event)> Told(WebhookReceiver receiver) =>
        [.. receiver.Received.Select(h => (Issue(h)["id"]!.GetValue<long>(), Event(Issue(h))))];
}
