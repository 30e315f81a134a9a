using System.Net;
using System.Text;
using System.Text.Json;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Tests.Forms;

public sealed class ProofOfWorkTests
{
    private const string Id = "0123456789abcdef";
    private const string Text = "蓋が 閉まりません。";
    private readonly MovingClock _clock = new();
    private readonly FormTokens _tokens;
    private readonly FormReceiver _receiver;
    private readonly ContactForm _form = new() { PublicKey = "k1", Source = "問い合わせ", ProofOfWork = FormWork.Light };
    private readonly string _token;

    public ProofOfWorkTests()
    {
        _tokens = new(Encoding.UTF8.GetBytes("key of this installation"), _clock);
        _receiver = new(Samples.Context, _tokens, new FormRateLimiter(_clock));
        _token = _tokens.Issue("k1");
        _clock.Now += TimeSpan.FromSeconds(5);
    }

    [Fact]
    public void A_message_with_its_work_is_taken_and_the_same_again_is_the_same()
    {
        var work = Work(_token, Id, Text);
        var first = Send(_token, Id, Text, work);

        Assert.Equal(202, first.Status);
        Assert.Equal(first.Feedback!.ExternalId, Send(_token, Id, Text, work).Feedback!.ExternalId);
    }

    [Fact]
    public void White_space_that_changes_on_the_way_makes_no_difference() =>
        Assert.Equal(202, Send(_token, Id, " 蓋が\u3000閉まり\r\nません。\uFEFF", Work(_token, Id, Text)).Status);

    [Theory]
    [InlineData(Text, Id, "")]
    [InlineData(Text, Id, "-1")]
    [InlineData(Text, Id, "12345678901234567")]
    [InlineData(Text, Id, "１")]
    [InlineData("別の文章です。", Id, null)]
    [InlineData(Text, "fedcba9876543210", null)]
    [InlineData(Text, "", null)]
    public void Work_for_something_else_or_none_is_refused_and_the_form_told_how_much_is_asked_for(string text, string id, string? work)
    {
        var answer = Send(_token, id, text, work ?? Work(_token, Id, Text));

        Assert.Equal((400, 15), (answer.Status, answer.Work));
        Assert.Null(answer.Feedback);
        Assert.Equal(text, answer.Values["message"]);
    }

    [Fact]
    public void Work_holds_as_long_as_its_token_and_for_no_other()
    {
        var work = Work(_token, Id, Text);
        var other = _tokens.Issue("k1");
        _clock.Now += TimeSpan.FromHours(23);

        Assert.Equal(400, Send(other, Id, Text, work).Status);
        Assert.Equal(202, Send(_token, Id, Text, work).Status);
        _clock.Now += TimeSpan.FromHours(1);
        Assert.NotNull(Send(_token, Id, Text, work).Token);
    }

    [Fact]
    public void Little_work_is_not_enough_where_much_is_asked_for()
    {
        var challenge = ProofOfWork.Challenge(_token, Id, Text);
        var little = Enumerable.Range(0, int.MaxValue).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)).First(n => Hash(challenge + n) is [0, >= 8 and < 16, ..]);

        Assert.Equal(400, Send(_token, Id, Text, little).Status);
        Assert.Equal(202, Send(_token, Id, Text, little, FormWork.Off).Status);
    }

    [Theory]
    [InlineData("{}", FormWork.Off)]
    [InlineData("""{"proofOfWork":"light"}""", FormWork.Light)]
    [InlineData("""{"proofOfWork":"strong"}""", FormWork.Strong)]
    public void A_form_says_how_much_it_asks_for(string settings, FormWork expected) =>
        Assert.Equal(expected, ContactForm.FromSettings("k", "s", JsonSerializer.Deserialize<JsonElement>(settings), out _)!.ProofOfWork);

    [Fact]
    public void A_setting_that_nobody_knows_is_told_by_its_name()
    {
        Assert.Null(ContactForm.FromSettings("k", "s", JsonSerializer.Deserialize<JsonElement>("""{"proofOfWork":"huge"}"""), out var violations));
        Assert.Equal("settings.proofOfWork", Assert.Single(violations).Field);
    }

    [Fact]
    public void The_page_of_its_own_runs_the_forms_script_alone_and_gives_back_what_an_old_page_sent()
    {
        var refused = Send(_token, Id, "<b>消えない</b>", "");
        var page = FormPage.Render(_form, new("ja"), _token, refused);

        Assert.Contains("<script src=\"/forms/k1.js\" data-lang=\"ja\"></script>", page, StringComparison.Ordinal);
        Assert.Contains("<noscript>", page, StringComparison.Ordinal);
        Assert.Contains("<pre>&lt;b&gt;消えない&lt;/b&gt;</pre>", page, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'; connect-src 'self'", FormPage.ContentSecurityPolicy(_form), StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", FormPage.ContentSecurityPolicy(_form with { ProofOfWork = FormWork.Off }), StringComparison.Ordinal);
    }

    private static string Work(string token, string id, string text) => ProofOfWork.Solve(15, ProofOfWork.Challenge(token, id, text));

    private static byte[] Hash(string text) => System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(text));

    private FormAnswer Send(string token, string id, string text, string work, FormWork asked = FormWork.Light) => _receiver.Receive(
        _form with { ProofOfWork = asked },
        new("https://voc.example", "https://voc.example", IPAddress.Loopback, "application/json",
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["message"] = text, [FormSubmission.TokenName] = token, [FormSubmission.IdName] = id, [ProofOfWork.Name] = work })));
}
