using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;
using Voc.Ingest.Forms;

namespace Voc.Api.Tests.Surveys;

public sealed class SurveyTests
{
    private static readonly object[] Questions =
    [
        new { name = "q1", kind = "nps", label = new { ja = "勧めたいですか" }, required = true },
        new { name = "q2", kind = "choice", label = new { ja = "ご契約" }, options = new[] { "法人", "個人" } },
        new { name = "q3", kind = "text", label = new { ja = "理由" } },
    ];

    [Fact]
    public async Task A_published_survey_is_answered_without_signing_in_and_counted()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var survey = await MakeAsync(admin, new { questions = Questions });
        using var visitor = Visitor(server);
        var page = await visitor.GetAsync(survey.Path);

        var answers = new List<HttpResponseMessage>();
        foreach (var body in new[] { "q1=10&q2=法人&q3=電話は 090-1234-5678 です", "q1=9&q2=個人", "q1=3&q2=個人", "q1=8" })
        {
            answers.Add(await AnswerAsync(visitor, server, survey, body));
        }
        await server.DrainAsync();

        Assert.Contains("<fieldset", await page.Content.ReadAsStringAsync());
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Contains("ありがとうございました", await answers[0].Content.ReadAsStringAsync());
        using var reader = await server.WithKeyAsync("read");
        var result = await (await reader.GetAsync($"/api/v1/surveys/{survey.Id}")).JsonAsync(HttpStatusCode.OK);
        var nps = result["questions"]![0]!;
        Assert.Equal((4, 25.0), (result["survey"]!["answers"]!.GetValue<int>(), nps["overall"]!["value"]!.GetValue<double>()));
        Assert.True(nps["overall"]!["low"]!.GetValue<double>() < 25 && nps["overall"]!["high"]!.GetValue<double>() > 25);
        Assert.Single(nps["months"]!.AsArray());
        Assert.Equal(["法人:100", "個人:0"], nps["segments"]![0]!["groups"]!.AsArray().Select(group => $"{group!["name"]}:{group["figure"]!["value"]}"));
        var found = await (await reader.GetAsync("/api/v1/search?q=" + Uri.EscapeDataString("nps:10"))).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("電話は [電話番号] です", found["hits"]!.AsArray().Single()!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_invitation_is_answered_once_and_the_same_sent_twice_is_one_answer()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var survey = await MakeAsync(admin, new { questions = Questions, openLink = false });
        var links = await (await admin.PostAsJsonAsync($"/api/v1/surveys/{survey.Id}/invitations", new { recipients = new[] { new { customer = "C-1", segment = "法人" }, new { customer = "C-2", segment = "個人" } } })).JsonAsync(HttpStatusCode.OK);
        var path = new Uri(links[0]!["url"]!.GetValue<string>()).PathAndQuery;
        using var visitor = Visitor(server);
        var invited = survey with { Path = path };

        var uninvited = await visitor.GetAsync(survey.Path);
        var forged = await visitor.GetAsync(survey.Path + "?t=no-such-invitation");
        var opened = await visitor.GetAsync(path);
        var first = await AnswerAsync(visitor, server, invited, "q1=9&q3=気に入っています");
        var again = await AnswerAsync(visitor, server, invited, "q1=9&q3=気に入っています");
        var other = await AnswerAsync(visitor, server, invited, "q1=1&q3=やはり違います");
        var reopened = await visitor.GetAsync(path);
        await server.DrainAsync();

        Assert.Equal(HttpStatusCode.Forbidden, uninvited.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Conflict], new[] { first, again, other }.Select(answer => answer.StatusCode));
        Assert.Contains("回答済み", await other.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Gone, reopened.StatusCode);
        var result = await (await admin.GetAsync($"/api/v1/surveys/{survey.Id}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((1, 2, 1), (result["survey"]!["answers"]!.GetValue<int>(), result["survey"]!["invitations"]!.GetValue<int>(), result["survey"]!["invitationsAnswered"]!.GetValue<int>()));
        Assert.Equal("法人", result["questions"]![0]!["segments"]![0]!["groups"]![0]!["name"]!.GetValue<string>());
        var found = await (await admin.GetAsync("/api/v1/search?q=" + Uri.EscapeDataString("channel:survey"))).JsonAsync(HttpStatusCode.OK);
        Assert.Equal("気に入っています", found["hits"]!.AsArray().Single()!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Many_at_once_with_one_invitation_are_one_answer()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var survey = await MakeAsync(admin, new { questions = Questions });
        var links = await (await admin.PostAsJsonAsync($"/api/v1/surveys/{survey.Id}/invitations", new { recipients = new[] { new { customer = "C-1" } } })).JsonAsync(HttpStatusCode.OK);
        using var visitor = Visitor(server);
        var invited = survey with { Path = new Uri(links[0]!["url"]!.GetValue<string>()).PathAndQuery };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => AnswerAsync(visitor, server, invited, $"q1={i}&q3=回答 {i}")));
        await server.DrainAsync();

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted));
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        var found = await (await admin.GetAsync("/api/v1/search?q=" + Uri.EscapeDataString("channel:survey"))).JsonAsync(HttpStatusCode.OK);
        Assert.Equal(1, found["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_survey_that_is_no_draft_no_longer_open_or_no_survey_says_so_and_takes_nothing()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var draft = await MakeAsync(admin, new { questions = Questions }, publish: false);
        var over = await MakeAsync(admin, new { questions = Questions, closesOn = "2026-01-31" }, "終わった調査");
        using var visitor = Visitor(server);

        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(visitor, server, draft, "q1=9")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await AnswerAsync(visitor, server, over, "q1=9")).StatusCode);
        Assert.Contains("終了しました", await (await visitor.GetAsync(over.Path)).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/s/no-such-survey")).StatusCode);
        Assert.Equal(0, server.Get<Inbox>().Pending);
    }

    [Fact]
    public async Task What_was_filled_in_wrongly_is_shown_again_with_the_reason()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var survey = await MakeAsync(admin, new { questions = Questions });
        using var visitor = Visitor(server);

        var page = await (await AnswerAsync(visitor, server, survey, "q3=<b>理由</b>")).Content.ReadAsStringAsync();

        Assert.Contains("&lt;b&gt;理由&lt;/b&gt;", page);
        Assert.Contains("この質問に答えてください", page);
        Assert.DoesNotMatch(new Regex("<script", RegexOptions.IgnoreCase), page);
    }

    [Fact]
    public async Task A_question_with_answers_keeps_its_kind_and_may_change_its_wording()
    {
        await using var server = await StartAsync();
        using var admin = await server.SignedInAsync("admin");
        var survey = await MakeAsync(admin, new { questions = Questions });
        using var visitor = Visitor(server);
        await AnswerAsync(visitor, server, survey, "q1=9");

        var other = await admin.PatchAsJsonAsync($"/api/v1/surveys/{survey.Id}", new { settings = new { questions = new[] { new { name = "q1", kind = "csat", label = new { ja = "満足ですか" } } } } });
        var wording = await admin.PatchAsJsonAsync($"/api/v1/surveys/{survey.Id}", new { settings = new { questions = new[] { new { name = "q1", kind = "nps", label = new { ja = "人に勧めますか" } } } } });

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, wording.StatusCode);
        var result = await (await admin.GetAsync($"/api/v1/surveys/{survey.Id}")).JsonAsync(HttpStatusCode.OK);
        Assert.Equal((1, "人に勧めますか"), (result["questions"]![0]!["overall"]!["answers"]!.GetValue<int>(), result["questions"]![0]!["label"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Everybody_reads_results_and_only_who_manages_sources_makes_surveys()
    {
        await using var server = await StartAsync();
        using var product = await server.SignedInAsync("product");
        using var researcher = await server.SignedInAsync("researcher");
        using var visitor = Visitor(server);
        var survey = await MakeAsync(product, new { questions = Questions });

        Assert.Equal(HttpStatusCode.OK, (await researcher.GetAsync($"/api/v1/surveys/{survey.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.PostAsJsonAsync("/api/v1/surveys", new { name = "調査 2", settings = new { questions = Questions } })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.PatchAsJsonAsync($"/api/v1/surveys/{survey.Id}", new { published = false })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync($"/api/v1/surveys/{survey.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await product.PostAsJsonAsync("/api/v1/surveys", new { name = "調査", settings = new { questions = Questions } })).StatusCode);
        Assert.NotEmpty(await (await product.PostAsJsonAsync("/api/v1/surveys", new { name = "調査 3" })).ProblemAsync(HttpStatusCode.BadRequest, "settings.questions"));
    }

    private static Task<VocServer> StartAsync() => VocServer.StartAsync(services: builder =>
    {
        // Nobody waits two seconds in a test, or twenty between answers; both are tested where they live.
        builder.Services.AddSingleton(new FormTokens(new byte[32], TimeProvider.System) { MinimumFillTime = TimeSpan.Zero });
        builder.Services.AddSingleton(new FormRateLimiter(TimeProvider.System) { Burst = 100 });
    });

    /// <summary>A browser without scripts, cookies or sign-in.</summary>
    private static HttpClient Visitor(VocServer server)
    {
        var visitor = server.Anonymous();
        visitor.DefaultRequestHeaders.Clear();
        visitor.DefaultRequestHeaders.Add("Accept", "text/html");
        visitor.DefaultRequestHeaders.Add("Accept-Language", "ja");
        return visitor;
    }

    private static async Task<Made> MakeAsync(HttpClient client, object settings, string name = "調査", bool publish = true)
    {
        JsonNode made = await (await client.PostAsJsonAsync("/api/v1/surveys", new { name, settings })).JsonAsync(HttpStatusCode.Created);
        var id = made["id"]!.GetValue<int>();
        if (publish)
        {
            (await client.PatchAsJsonAsync($"/api/v1/surveys/{id}", new { published = true })).EnsureSuccessStatusCode();
        }
        return new Made(id, new Uri(made["url"]!.GetValue<string>()).AbsolutePath);
    }

    private static Task<HttpResponseMessage> AnswerAsync(HttpClient visitor, VocServer server, Made survey, string body)
    {
        var values = body.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))
            .Append(KeyValuePair.Create("_token", server.Get<FormTokens>().Issue(survey.Path.Split('?')[0][3..])));
        return visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, survey.Path)
        {
            Content = new FormUrlEncodedContent(values),
            Headers = { { "Origin", server.Address.GetLeftPart(UriPartial.Authority) } },
        });
    }

    private sealed record Made(int Id, string Path);
}
