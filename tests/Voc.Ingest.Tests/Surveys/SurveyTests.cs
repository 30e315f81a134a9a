using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using HtmlAgilityPack;
using Voc.Ingest.Forms;
using Voc.Ingest.Surveys;
using Voc.Ingest.Tests.Forms;

namespace Voc.Ingest.Tests.Surveys;

public sealed class SurveyTests
{
    private const string Own = "https://voc.example";
    private const string Evil = "</textarea><script>alert(1)</script>\"'&";
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    private const string Settings = """
        {"title":{"ja":"使い心地の調査"},"questions":[
          {"name":"q1","kind":"nps","label":{"ja":"勧めたいですか"},"required":true},
          {"name":"q2","kind":"choice","label":{"ja":"ご契約","en":"Contract"},"options":["法人","個人"]},
          {"name":"q3","kind":"text","label":{"ja":"理由"}},
          {"name":"q4","kind":"ces","label":{"ja":"簡単でしたか"}}],
         "closesOn":"2025-06-10","product":"ポット"}
        """;

    private readonly MovingClock _clock = new();
    private readonly FormTokens _tokens;
    private readonly SurveyReceiver _receiver;
    private readonly Survey _survey = Read(Settings)!;

    public SurveyTests()
    {
        _tokens = new(Encoding.UTF8.GetBytes("key of this installation"), _clock);
        _receiver = new(Samples.Context, _tokens, new FormRateLimiter(_clock));
    }

    [Fact]
    public void An_answer_is_numbers_choices_and_masked_feedback_that_carries_them()
    {
        var (answer, taken) = Send("q1=9&q2=法人&q3=電話は 090-1234-5678 です&q4=6&extra=x");

        Assert.Equal(202, answer.Status);
        Assert.Equal(("9", "6", "法人"), (taken!.Scores["q1"].ToString(CultureInfo.InvariantCulture), taken.Scores["q4"].ToString(CultureInfo.InvariantCulture), taken.Choices["q2"]));
        var feedback = Assert.Single(taken.Feedback);
        Assert.Equal(("調査", Channel.Survey, "電話は [電話番号] です", "ポット"), (feedback.Source, feedback.Channel, feedback.Text, feedback.Product));
        Assert.Equal((9.0, 6.0, "法人"), (feedback.Scores["nps"], feedback.Scores["ces"], feedback.Attributes["ご契約"]));
    }

    [Fact]
    public void Numbers_alone_are_an_answer_without_feedback()
    {
        var (answer, taken) = Send("q1=0");

        Assert.Equal(202, answer.Status);
        Assert.Empty(taken!.Feedback);
    }

    [Theory]
    [InlineData("q3=理由だけ", "q1")]
    [InlineData("q1=11", "q1")]
    [InlineData("q1=-1", "q1")]
    [InlineData("q1=９", "q1")]
    [InlineData("q1=9&q2=学生", "q2")]
    public void What_is_missing_or_no_choice_is_named_by_its_question(string body, string question)
    {
        var (answer, taken) = Send(body);

        Assert.Null(taken);
        Assert.Equal(400, answer.Status);
        Assert.Equal([question], answer.Errors.Keys);
    }

    [Fact]
    public void A_survey_in_which_nothing_must_be_answered_still_wants_one_answer()
    {
        var survey = _survey with { Questions = [.. _survey.Questions.Select(question => question with { Required = false })] };

        Assert.Equal(400, Send("q3=+", survey).Answer.Status);
        Assert.Equal(202, Send("q4=1", survey).Answer.Status);
    }

    [Fact]
    public void An_invitation_stands_for_its_customer_and_group_and_is_one_answer()
    {
        var invitation = SurveyInvitation.For("token", "C-1001", "法人 090-1234-5678", Samples.Context);

        var first = Send("q1=9&q3=a", invitation: invitation).Taken!;
        var again = Send("q1=9&q3=a&_id=0123456789abcdef", invitation: invitation).Taken!;
        var other = Send("q1=2&q3=a", invitation: invitation).Taken!;

        Assert.Equal(Samples.Context.Pseudonyms.Of("C-1001"), first.Feedback[0].Customer);
        Assert.Equal("法人 [電話番号]", first.Segment);
        Assert.Equal((first.Key, first.Digest, first.Feedback[0].ExternalId), (again.Key, again.Digest, again.Feedback[0].ExternalId));
        Assert.Equal(first.Key, other.Key);
        Assert.NotEqual(first.Digest, other.Digest);
    }

    [Fact]
    public void The_defences_of_forms_stand_before_surveys_too()
    {
        Assert.Equal(403, Send("q1=9", origin: "https://elsewhere.example").Answer.Status);
        Assert.Equal(400, Send("q1=9&homepage=x").Answer.Status);
        Assert.Equal(400, Send("q1=9", token: "forged").Answer.Status);
        Assert.Contains(429, Enumerable.Range(0, 9).Select(_ => Send("q1=9").Answer.Status));
    }

    [Fact]
    public void The_page_works_without_a_script_and_every_answer_has_a_label()
    {
        var survey = _survey with { Title = new(Evil, Evil), Questions = [.. _survey.Questions, _survey.Questions[1] with { Name = "q5", Options = [Evil, "b"] }] };
        var page = Parse(SurveyPage.Render(survey, Japanese, "tok", "inv"));

        Assert.Empty(page.SelectNodes("//script") ?? Enumerable.Empty<HtmlNode>());
        Assert.DoesNotContain(page.Descendants(), node => node.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style"));
        Assert.Equal(11 + 2 + 7 + 2, page.SelectNodes("//input[@type='radio']")!.Count);
        Assert.All(page.SelectNodes("//textarea|//input[not(@type='hidden')]")!, control => Assert.NotNull(page.SelectSingleNode($"//label[@for='{control.Id}']")));
        Assert.Equal(4, page.SelectNodes("//fieldset")!.Count);
        Assert.Contains("t=inv&lang=en", WebUtility.HtmlDecode(page.SelectSingleNode("//p[@class='voc-language']/a")!.GetAttributeValue("href", "")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_answer_is_filled_in_again()
    {
        var (answer, _) = Send("q2=個人&q3=" + WebUtility.UrlEncode(Evil));
        var page = Parse(SurveyPage.Render(_survey, Japanese, "tok", null, answer));

        Assert.Equal("個人", page.SelectSingleNode("//input[@checked]")!.GetAttributeValue("value", ""));
        Assert.Equal(Evil, WebUtility.HtmlDecode(page.SelectSingleNode("//textarea")!.InnerText).Trim());
        Assert.NotNull(page.SelectSingleNode("//fieldset[@aria-invalid]"));
    }

    [Fact]
    public void Only_the_allowed_sites_may_frame_it()
    {
        var policy = SurveyPage.ContentSecurityPolicy(_survey with { AllowedOrigins = ["https://www.example.jp"] });

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'self' https://www.example.jp", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_day_is_the_companys_day()
    {
        Assert.False(_survey.IsOver(new(2025, 6, 10, 14, 59, 59, TimeSpan.Zero), IngestContext.DefaultTimeZone));
        Assert.True(_survey.IsOver(new(2025, 6, 10, 15, 0, 0, TimeSpan.Zero), IngestContext.DefaultTimeZone));
        Assert.False((_survey with { ClosesOn = null }).IsOver(DateTimeOffset.MaxValue, TimeZoneInfo.Utc));
    }

    [Fact]
    public void Settings_outlive_being_written_and_read()
    {
        var again = Read(_survey.ToSettings())!;

        Assert.Equal(_survey.ToSettings(), again.ToSettings());
        Assert.Equal(("勧めたいですか", "勧めたいですか", "Contract"), (again.Questions[0].Label.Ja, again.Questions[0].Label.En, again.Questions[1].Label.En));
    }

    [Theory]
    [InlineData("""{"questions":[]}""", "settings.questions")]
    [InlineData("""{"questions":[{"name":"1","kind":"nps","label":{"ja":"a"}}]}""", "settings.questions[0]")]
    [InlineData("""{"questions":[{"name":"a","kind":"nps","label":null}]}""", "settings.questions[0]")]
    [InlineData("""{"questions":[{"name":"a","kind":"choice","label":{"ja":"a"},"options":["x"]}]}""", "settings.questions[0]")]
    [InlineData("""{"questions":[{"name":"a","kind":"choice","label":{"ja":"a"},"options":["x","x"]}]}""", "settings.questions[0]")]
    [InlineData("""{"questions":[{"name":"a","kind":"stars","label":{"ja":"a"}}]}""", "settings.questions[0].kind")]
    [InlineData("""{"questions":[{"name":"a","kind":"nps","label":{"ja":"a"}},{"name":"a","kind":"ces","label":{"ja":"a"}}]}""", "settings.questions")]
    [InlineData("""{"questions":[{"name":"a","kind":"nps","label":{"ja":"a"}}],"allowedOrigins":["https://a/b; script-src *"]}""", "settings.allowedOrigins[0]")]
    [InlineData("""{"closesOn":"tomorrow"}""", "settings.closesOn")]
    [InlineData("[]", "settings")]
    public void Settings_that_cannot_be_used_say_where(string settings, string field)
    {
        Assert.Null(Survey.FromSettings("k", "s", JsonElement.Parse(settings), out var violations));
        Assert.Equal(field, violations[0].Field);
    }

    private static Survey? Read(string settings) => Survey.FromSettings("key", "調査", JsonElement.Parse(settings), out _);

    private SurveyReply Send(string body, Survey? survey = null, SurveyInvitation? invitation = null, string origin = Own, string? token = null)
    {
        var sent = token ?? _tokens.Issue("key");
        _clock.Now += TimeSpan.FromSeconds(3);
        return _receiver.Receive(survey ?? _survey, invitation, new FormRequest(
            origin, Own, IPAddress.Loopback, "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes($"{body}&_token={sent}")));
    }

    private static HtmlNode Parse(string html)
    {
        var document = new HtmlDocument();
        document.LoadHtml(html);
        return document.DocumentNode;
    }
}
