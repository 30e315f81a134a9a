using System.Net;
using System.Text;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Tests.Forms;

public sealed class FormReceiverTests
{
    private const string Own = "https://voc.example";
    private const string Site = "https://www.example.co.jp";
    private readonly MovingClock _clock = new();
    private readonly FormTokens _tokens;
    private readonly FormReceiver _receiver;
    private readonly ContactForm _form = new() { PublicKey = "k1", Source = "問い合わせ", AllowedOrigins = [Site, "https://*.example.jp"] };

    public FormReceiverTests()
    {
        _tokens = new(Encoding.UTF8.GetBytes("key of this installation"), _clock);
        _receiver = new(Samples.Context, _tokens, new FormRateLimiter(_clock));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "message=%E9%9B%BB%E8%A9%B1+090-1234-5678+%E3%81%8C&product=A&rating=4&unknown=x&_token={0}")]
    [InlineData("application/json; charset=utf-8", """{{"message":"電話 090-1234-5678 が","product":"A","rating":4,"unknown":"x","_token":"{0}"}}""")]
    public void A_message_becomes_masked_feedback(string type, string body)
    {
        var answer = Send(body, type: type);

        Assert.Equal(202, answer.Status);
        var feedback = answer.Feedback!;
        Assert.Equal(("問い合わせ", Channel.ContactForm, "A", 4.0), (feedback.Source, feedback.Channel, feedback.Product, feedback.Scores["rating"]));
        Assert.StartsWith("電話 ", feedback.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", feedback.Text, StringComparison.Ordinal);
        Assert.Empty(feedback.Attributes);
        Assert.Contains("ありがとう", answer.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Sending_twice_stores_once_and_sending_something_else_stores_both()
    {
        const string Id = "&_id=0123456789abcdef";

        var first = Send("message=a&_token={0}" + Id).Feedback!.ExternalId;

        Assert.Equal(first, Send("message=a&_token={0}" + Id).Feedback!.ExternalId);
        Assert.NotEqual(first, Send("message=b&_token={0}" + Id).Feedback!.ExternalId);
        Assert.NotEqual(Send("message=a&_token={0}").Feedback!.ExternalId, Send("message=a&_token={0}&_id=x").Feedback!.ExternalId);
    }

    [Theory]
    [InlineData(Site, 202)]
    [InlineData("https://WWW.example.co.jp:443", 202)]
    [InlineData(Own, 202)]
    [InlineData("https://shop.example.jp", 202)]
    [InlineData("https://example.jp", 403)]
    [InlineData("https://evilexample.jp", 403)]
    [InlineData("http://www.example.co.jp", 403)]
    [InlineData("https://www.example.co.jp.evil.example", 403)]
    [InlineData("https://www.example.co.jp:8443", 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    [InlineData(null, 403)]
    public void Only_allowed_sites_may_send(string? origin, int status)
    {
        var answer = Send("message=a&_token={0}", origin: origin);

        Assert.Equal(status, answer.Status);
        Assert.Equal(status == 202, answer.Feedback is not null);
    }

    [Fact]
    public void A_filled_honeypot_is_refused_and_not_silently_dropped()
    {
        var answer = Send("message=a&homepage=http%3A%2F%2Fspam.example&_token={0}");

        Assert.Equal((400, (Feedback?)null), (answer.Status, answer.Feedback));
        Assert.Contains("自動入力", answer.Message.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 400, "quickly")]
    [InlineData(1.9, 400, "quickly")]
    [InlineData(2, 202, "Thank you")]
    [InlineData(86_400, 202, "Thank you")]
    [InlineData(86_401, 400, "too long")]
    public void A_form_takes_a_person_some_time(double seconds, int status, string words)
    {
        var answer = Send("message=a&_token={0}", seconds: seconds);

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_form_can_be_sent_again_with_the_token_of_the_answer()
    {
        var expired = Send("message=a&_token={0}", seconds: 100_000);
        _clock.Now += TimeSpan.FromSeconds(3);

        Assert.Equal(FormTokenState.Good, _tokens.Check("k1", expired.Token));
        Assert.Equal("a", expired.Values["message"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.2")]
    [InlineData("1749524400000.00000000000000000000000000000000")]
    [InlineData("x.y.z")]
    public void A_token_made_elsewhere_is_refused(string token)
    {
        var answer = Send($"message=a&_token={token}");

        Assert.Equal(400, answer.Status);
        Assert.NotNull(answer.Token);
    }

    [Fact]
    public void A_token_of_one_form_is_of_no_use_for_another()
    {
        var token = _tokens.Issue("k2");
        _clock.Now += TimeSpan.FromSeconds(10);

        Assert.Equal(FormTokenState.Forged, _tokens.Check("k1", token));
    }

    [Fact]
    public void Each_wrong_field_is_named()
    {
        var answer = Send($"message=+&rating=6&product={new string('x', 201)}&_token={{0}}");

        Assert.Equal(400, answer.Status);
        Assert.Equal(["message", "product", "rating"], answer.Errors.Keys.Order());
        Assert.Contains("201", answer.Errors["product"].En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x", 415, "Attachments")]
    [InlineData("application/json", """{"message":"a","file":{"name":"a.png"}}""", 415, "Attachments")]
    [InlineData("application/json", """{"message":["a"]}""", 415, "Attachments")]
    [InlineData("application/json", """{"message":""", 400, "JSON")]
    [InlineData("application/json", """{"message":"\ud800"}""", 400, "JSON")]
    [InlineData("application/json", "[]", 400, "JSON")]
    [InlineData("application/json", "", 400, "JSON")]
    [InlineData("text/plain", "message=a", 415, "content type")]
    [InlineData(null, "message=a", 415, "content type")]
    [InlineData("application/x-www-form-urlencoded", "", 400, "verify")]
    [InlineData("application/x-www-form-urlencoded", "%&%zz=%E9&=&&&message", 400, "verify")]
    public void A_body_of_the_wrong_kind_is_refused_with_its_reason(string? type, string body, int status, string words)
    {
        var answer = Send(body, type: type);

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_too_large_is_refused()
    {
        var answer = Send("message=" + new string('a', FormSubmission.MaximumBytes));

        Assert.Equal(413, answer.Status);
        Assert.Contains("128 KB", answer.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_sends_too_fast_waits_and_others_do_not()
    {
        var statuses = Enumerable.Range(0, 6).Select(_ => Send("message=a&_token={0}", seconds: 0.1).Status).ToList();

        Assert.Equal(429, statuses[^1]);
        Assert.DoesNotContain(429, statuses.Take(5));
        Assert.NotEqual(429, Send("message=a", seconds: 0, client: "198.51.100.7").Status);
        var refused = Send("message=a", seconds: 0);
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 15, 20);
        _clock.Now += refused.RetryAfter.Value;
        Assert.NotEqual(429, Send("message=a", seconds: 0).Status);
    }

    /// <summary>Sends a body in which <c>{0}</c> stands for a token, so many seconds after the form was shown.</summary>
    private FormAnswer Send(string body, string? type = "application/x-www-form-urlencoded", string? origin = Site, double seconds = 60, string client = "203.0.113.9")
    {
        var token = _tokens.Issue("k1");
        _clock.Now += TimeSpan.FromSeconds(seconds);
        var text = body.Contains("{0}", StringComparison.Ordinal) ? string.Format(System.Globalization.CultureInfo.InvariantCulture, body, token) : body;
        return _receiver.Receive(_form, new(origin, Own, IPAddress.Parse(client), type, Encoding.UTF8.GetBytes(text)));
    }
}
