using System.Net;
using System.Net.Http.Json;
using System.Text;
using MimeKit;
using Voc.Analysis.Issues;
using Voc.Api.Storage;
using Voc.Api.Tests.Alerts;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Mail;

public sealed class MailTests
{
    private const string Secret = "p@ss-パスワード";

    [Fact]
    public async Task A_mail_is_signed_in_for_encrypted_and_says_in_text_and_html_what_the_subject_says_in_Japanese()
    {
        await using var smtp = new SmtpServer { Account = ("voc", Secret) };
        await using var voc = await AlertingServer.StartAsync();
        await SetAsync(voc, smtp, userName: "voc", password: Secret);
        await voc.RuleAsync(await voc.ChannelAsync("hinshitsu@example.jp, buchou@example.jp", "mail"));

        var issue = await voc.FoundAsync();
        var received = (await smtp.WaitAsync(1))[0];
        var mail = Parse(received);

        Assert.Equal((true, "voc"), (received.Encrypted, received.User));
        Assert.Equal(["hinshitsu@example.jp", "buchou@example.jp"], received.To);
        Assert.Equal("[Voc] P：「鍵がかからない」<b>の報告が増加", mail.Subject);
        Assert.DoesNotContain(received.Message.Split("\r\n"), line => line.Any(c => c > 126) || line.Length > 998);
        Assert.Equal(("品質通知", "voc@example.jp"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Contains("【重大】新しい課題：P：「鍵がかからない」<b>の報告が増加", mail.TextBody);
        Assert.Contains($"https://voc.example.jp/issues/{issue}", mail.TextBody);
        Assert.Contains("&lt;b&gt;の報告が増加", mail.HtmlBody);
        Assert.DoesNotContain("<b>", mail.HtmlBody);
        Assert.Contains($"href=\"https://voc.example.jp/issues/{issue}\"", mail.HtmlBody);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        using var connection = voc.Server.Get<Store>().Open();
        Assert.DoesNotContain(Secret, (string)connection.Scalar("SELECT Password FROM mail_settings")!);
        Assert.DoesNotContain("hinshitsu", (string)connection.Scalar("SELECT Url FROM webhook")!);
    }

    [Fact]
    public async Task What_follows_answers_the_first_mail_under_its_subject_and_a_channel_may_read_English()
    {
        await using var smtp = new SmtpServer();
        await using var voc = await AlertingServer.StartAsync();
        await SetAsync(voc, smtp);
        await voc.RuleAsync(await voc.ChannelAsync("a@example.jp", "mail", "en"));

        var issue = await voc.FoundAsync(severity: IssueSeverity.Medium);
        await smtp.WaitAsync(1);
        await voc.GrowAsync(issue, 20);
        await smtp.WaitAsync(2);
        await voc.GrowAsync(issue, 21, IssueSeverity.Critical);
        var mails = (await smtp.WaitAsync(3)).Select(Parse).ToList();

        Assert.Equal("Re: " + mails[0].Subject, mails[1].Subject);
        Assert.Equal((mails[0].MessageId, mails[1].MessageId), (mails[1].InReplyTo, mails[2].InReplyTo));
        Assert.Equal(string.Join(' ', mails[0].MessageId, mails[1].MessageId), string.Join(' ', mails[2].References));
        Assert.Contains("[medium] Follow-up, has grown", mails[1].TextBody);
        Assert.Contains("6 → 20", mails[1].TextBody);
        Assert.Contains("medium → critical", mails[2].TextBody);
    }

    [Fact]
    public async Task A_mail_that_was_refused_or_broken_off_is_the_same_when_it_is_sent_again()
    {
        await using var smtp = new SmtpServer();
        var asked = 0;
        smtp.Answer = line => !line.StartsWith("RCPT", StringComparison.Ordinal) ? null : Interlocked.Increment(ref asked) switch
        {
            1 => "451 4.7.1 try again later",
            2 => "!",
            _ => null,
        };
        await using var voc = await AlertingServer.StartAsync();
        await SetAsync(voc, smtp);
        await voc.RuleAsync(await voc.ChannelAsync("a@example.jp", "mail"));

        await voc.FoundAsync();
        await smtp.WaitAsync(1);
        var delivery = await voc.DeliveryAsync("delivered");

        Assert.Equal(3, delivery["attempts"]!.GetValue<int>());
        Assert.Equal(delivery["id"]!.GetValue<string>(), Parse(smtp.Received.Single()).Headers["X-Voc-Delivery"]);
    }

    [Fact]
    public async Task A_mail_taken_without_an_answer_comes_again_under_the_same_message_id()
    {
        await using var smtp = new SmtpServer();
        var taken = 0;
        smtp.Answer = line => line == "." && Interlocked.Increment(ref taken) == 1 ? "451 4.3.0 lost it" : null;
        await using var voc = await AlertingServer.StartAsync();
        await SetAsync(voc, smtp);
        await voc.RuleAsync(await voc.ChannelAsync("a@example.jp", "mail"));

        await voc.FoundAsync();

        Assert.Single((await smtp.WaitAsync(2)).Select(m => Parse(m).MessageId).Distinct());
    }

    [Fact]
    public async Task A_trial_says_in_words_what_is_wrong_with_the_server()
    {
        await using var plain = new SmtpServer { OffersTls = false };
        await using var closed = new SmtpServer { Account = ("voc", Secret) };
        await using var picky = new SmtpServer { Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null };
        await using var slow = new SmtpServer { Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) ? Sleep() : null };
        await using var voc = await AlertingServer.StartAsync();

        Assert.Contains("There is no mail server", await TrialAsync(voc));
        await SetAsync(voc, plain);
        Assert.Contains("does not offer the encryption", await TrialAsync(voc));
        await SetAsync(voc, closed, userName: "voc", password: "wrong");
        Assert.Contains("user name and password", await TrialAsync(voc));
        await SetAsync(voc, closed, userName: "voc", password: Secret, fingerprint: new string('0', 64));
        Assert.Contains("certificate", await TrialAsync(voc));
        await SetAsync(voc, picky);
        Assert.Contains("trial@example.jp was not accepted (550 5.1.1 no such user)", await TrialAsync(voc));
        await SetAsync(voc, slow);
        Assert.Contains("did not finish within 3 seconds", await TrialAsync(voc));
        await SetAsync(voc, closed, userName: "voc", password: Secret);
        Assert.Null(await TrialAsync(voc));
        Assert.Contains("test from Voc", Parse(closed.Received.Single()).TextBody);
    }

    [Fact]
    public async Task A_password_that_is_kept_goes_to_no_other_server_and_is_never_told()
    {
        await using var smtp = new SmtpServer { Account = ("voc", Secret) };
        await using var voc = await AlertingServer.StartAsync();
        await SetAsync(voc, smtp, userName: "voc", password: Secret);

        await SetAsync(voc, smtp, userName: "voc", password: null);
        var told = await (await voc.Admin.GetAsync("/api/v1/mail")).Content.ReadAsStringAsync();
        var moved = await voc.Admin.PutAsJsonAsync("/api/v1/mail", new { host = "other.example.jp", userName = "voc", fromAddress = "voc@example.jp" });

        Assert.Null(await TrialAsync(voc));
        Assert.DoesNotContain(Secret, told);
        Assert.NotEmpty(await moved.ProblemAsync(HttpStatusCode.BadRequest, "password"));
    }

    [Theory]
    [InlineData("""{"host":"","fromAddress":"a@example.jp"}""", "host")]
    [InlineData("""{"host":"mail.example.jp","port":0,"fromAddress":"a@example.jp"}""", "port")]
    [InlineData("""{"host":"mail.example.jp","security":"magic","fromAddress":"a@example.jp"}""", "security")]
    [InlineData("""{"host":"mail.example.jp","security":"none","userName":"x","password":"y","fromAddress":"a@example.jp"}""", "security")]
    [InlineData("""{"host":"mail.example.jp","fromAddress":"nobody"}""", "fromAddress")]
    [InlineData("""{"host":"mail.example.jp","fromAddress":"a@example.jp","fromName":"a\r\nBcc: b@example.jp"}""", "fromName")]
    [InlineData("""{"host":"mail.example.jp","fromAddress":"a@example.jp","certificateSha256":"12"}""", "certificateSha256")]
    [InlineData("""{"host":"mail.example.jp","fromAddress":"a@example.jp","userName":"x"}""", "password")]
    public async Task Settings_that_cannot_work_are_refused_by_field(string body, string field)
    {
        await using var voc = await AlertingServer.StartAsync();

        var answer = await voc.Admin.PutAsync("/api/v1/mail", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, field));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@example.jp, @example.jp")]
    [InlineData("a@example.jp\r\nBcc: b@example.jp")]
    public async Task Mailboxes_that_are_none_are_refused(string to)
    {
        await using var voc = await AlertingServer.StartAsync();

        var answer = await voc.Admin.PostAsJsonAsync("/api/v1/webhooks", new { name = "x", kind = "mail", url = to });

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.BadRequest, "url"));
    }

    private static async Task SetAsync(AlertingServer voc, SmtpServer smtp, string? userName = null, string? password = null, string? fingerprint = null) =>
        await (await voc.Admin.PutAsJsonAsync("/api/v1/mail", new
        {
            host = "localhost",
            port = smtp.Port,
            security = "starttls",
            userName,
            password,
            fromAddress = "voc@example.jp",
            fromName = "品質通知",
            certificateSha256 = fingerprint ?? smtp.Fingerprint,
        })).JsonAsync(HttpStatusCode.OK);

    private static async Task<string?> TrialAsync(AlertingServer voc)
    {
        var answer = await (await voc.Admin.PostAsJsonAsync("/api/v1/mail/test", new { to = "trial@example.jp" })).JsonAsync(HttpStatusCode.OK);
        return answer["error"]?.GetValue<string>();
    }

    private static MimeMessage Parse(ReceivedMail mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail.Message)));

    private static string? Sleep()
    {
        Thread.Sleep(TimeSpan.FromSeconds(5));
        return "!";
    }
}
