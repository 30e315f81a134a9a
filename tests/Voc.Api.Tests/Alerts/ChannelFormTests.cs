using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Voc.Analysis.Issues;
using Voc.Api.Alerts;
using Voc.Api.Webhooks;
using Voc.Dashboard.Live;

namespace Voc.Api.Tests.Alerts;

public sealed class ChannelFormTests
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");
    private static readonly DateTimeOffset At = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Slack_is_told_in_blocks_that_call_nobody_and_hide_no_link()
    {
        var message = Parse(SlackForm.Format(Notice.Of(One(Issue(1, "P <!channel> & 鍵", "<http://evil.example|ここ> *を*")), Japanese)));
        var blocks = message["blocks"]!.AsArray();

        Assert.Equal("【重大】新しい課題：P &lt;!channel&gt; &amp; 鍵", message["text"]!.GetValue<string>());
        Assert.Equal("header", blocks[0]!["type"]!.GetValue<string>());
        Assert.Equal("【重大】新しい課題：P <!channel> & 鍵", blocks[0]!["text"]!["text"]!.GetValue<string>());
        var quote = Assert.Single(blocks, b => b!["text"]?["text"]?.GetValue<string>().Contains("evil", StringComparison.Ordinal) == true)!;
        Assert.Equal("plain_text", quote["text"]!["type"]!.GetValue<string>());
        Assert.Equal("https://voc.example.jp/issues/1", blocks.Single(b => b!["type"]!.GetValue<string>() == "actions")!["elements"]![0]!["url"]!.GetValue<string>());
    }

    [Fact]
    public void Slack_refuses_nothing_however_much_there_is()
    {
        var many = Enumerable.Range(1, 60).Select(i => Issue(i, new string('鍵', 4000), "")).ToList();
        var digest = new WebhookMessage(WebhookEvents.IssueDigest, At, new(new string('あ', 500), "x")) { Issues = many, Rule = new string('い', 100), Url = "https://voc.example.jp/issues" };

        var blocks = Parse(SlackForm.Format(Notice.Of(digest, Japanese)))["blocks"]!.AsArray();

        Assert.InRange(blocks.Count, 20, 50);
        Assert.InRange(blocks[0]!["text"]!["text"]!.GetValue<string>().Length, 1, 150);
        Assert.All(blocks.Where(b => b!["type"]!.GetValue<string>() == "section"), b => Assert.InRange(b!["text"]!["text"]!.GetValue<string>().Length, 1, 3000));
        Assert.Contains(blocks, b => b!["text"]?["text"]?.GetValue<string>() == "ほか 40 件");
    }

    [Fact]
    public void Teams_is_told_by_a_card_of_text_runs_in_which_no_mark_up_means_anything()
    {
        var message = Parse(TeamsForm.Format(Notice.Of(One(Issue(2, "P **鍵**", "[ここ](http://evil.example)")), Japanese)));
        var attachment = message["attachments"]![0]!;
        var card = attachment["content"]!;

        Assert.Equal(("message", "application/vnd.microsoft.card.adaptive", "AdaptiveCard"), (message["type"]!.GetValue<string>(), attachment["contentType"]!.GetValue<string>(), card["type"]!.GetValue<string>()));
        Assert.Equal("【重大】続報・拡大：P **鍵**", card["body"]![0]!["inlines"]![0]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("\"TextBlock\"", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("https://voc.example.jp/issues/1", card["actions"]![0]!["url"]!.GetValue<string>());
        Assert.InRange(Encoding.UTF8.GetByteCount(message.ToJsonString()), 1, 28 * 1024);
    }

    [Fact]
    public void A_mail_of_a_digest_names_every_issue_with_its_page_in_text_and_html()
    {
        var digest = new WebhookMessage(WebhookEvents.IssueDigest, At, new("課題のまとめ 2 件：品質", "2 issues: 品質"))
        {
            Issues = [Issue(1, "鍵", ""), Issue(3, "水<漏れ>", "")],
            Rule = "品質",
            Url = "https://voc.example.jp/issues",
        };

        var mail = MailForm.Read(MailForm.Format(Notice.Of(digest, Japanese), digest))!;

        Assert.Equal(("[Voc] 課題のまとめ 2 件：品質", (string?)null), (mail.Subject, mail.Thread));
        Assert.Contains("■ 【重大】鍵", mail.Text);
        Assert.Contains("続報・拡大／6 → 12 件（7 日間。ふだんは 0.5 件）／P／新規", mail.Text);
        Assert.Contains("水&lt;漏れ&gt;</a>", mail.Html);
    }

    [Fact]
    public void What_rises_in_one_region_or_source_says_so_to_people_and_to_programs()
    {
        var issue = Issue(1, "大阪府で鍵", "") with { Slice = new Slice("region", "大阪府") };

        var program = Parse(JsonWebhook.Format(One(issue)))["issues"]![0]!;
        var people = Notice.Of(One(issue), Japanese).Parts[0].Facts;
        var source = Notice.Of(One(issue with { Slice = new Slice("source", "東コールセンター") }), CultureInfo.GetCultureInfo("en")).Parts[0].Facts;

        Assert.Equal(("region", "大阪府"), (program["slice"]!["field"]!.GetValue<string>(), program["slice"]!["value"]!.GetValue<string>()));
        Assert.Equal([("製品", "P"), ("範囲", "大阪府")], people.Take(2));
        Assert.Contains(("Source", "東コールセンター"), source);
        Assert.Null(Parse(JsonWebhook.Format(One(Issue(1, "鍵", ""))))["issues"]![0]!["slice"]);
    }

    private static WebhookMessage One(IssueNotice issue) => AlertRelease.One("品質", issue, At);

    private static IssueNotice Issue(int revision, string title, string quote) => new(
        "key", revision, [revision > 1 ? AlertEvents.Grew : AlertEvents.New], 1, "rise", new(title, title), title, "high", null, "new", "negative", "P", null, revision > 1 ? 12 : 6, revision > 1 ? 6 : null, 0.5, 7, null,
        new("増えています。", "It rises."),
        quote.Length == 0 ? [] : [new FeedbackSummary(5, "review", "shop", "P", At, quote, new SentimentSummary("negative", -1), [], [])],
        "/issues/1", "https://voc.example.jp/issues/1" + (revision > 2 ? "?" : ""));

    private static JsonNode Parse(byte[] json) => JsonNode.Parse(json)!;
}
