using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Forms;
using Voc.Api.Pipeline;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Ingest.Forms;
using Voc.Ingest.Surveys;

namespace Voc.Api.Surveys;

/// <summary>The public side of surveys: a page at a link, without sign-in and without script.</summary>
internal static class SurveyPages
{
    private const int MaximumToken = 100;

    public static void MapSurveyPages(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(SurveyReader.Path.TrimEnd('/')).WithTags("Public").AllowAnonymous();
        group.MapGet("/{publicKey}", Page).WithSummary("A survey as a page").Produces(200, contentType: "text/html");
        group.MapPost("/{publicKey}", Receive).WithSummary("Answer a survey").Accepts<Dictionary<string, string>>("application/x-www-form-urlencoded", "application/json")
            .Produces(202).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410).ProducesProblem(429);
    }

    private static async Task<IResult> Page(
        string publicKey, HttpContext http, VocDbContext db, SurveyBook book, FormTokens tokens, VocOptions options, TimeProvider time, string? lang, string? t, CancellationToken cancellationToken)
    {
        var culture = PublicAnswers.Culture(lang);
        var opened = await OpenAsync(publicKey, t, db, book, options, time, cancellationToken);
        if (opened.Refusal is null && opened.IsAnswered)
        {
            opened = opened with { Refusal = new(StatusCodes.Status410Gone, SurveyMessages.Answered) };
        }
        return opened.Refusal is { } refusal
            ? Html(http, opened.Survey, SurveyPage.RenderMessage(opened.Survey, culture, refusal.Message), refusal.Status)
            : Html(http, opened.Survey, SurveyPage.Render(opened.Survey!, culture, tokens.Issue(publicKey), t), StatusCodes.Status200OK);
    }

    private static async Task<IResult> Receive(
        string publicKey, HttpContext http, VocDbContext db, SurveyBook book, SurveyReceiver receiver, FormTokens tokens, VocOptions options, TimeProvider time,
        string? lang, string? t, CancellationToken cancellationToken)
    {
        var body = await Bodies.ReadAsync(http.Request, FormSubmission.MaximumBytes + 1, cancellationToken);
        var opened = await OpenAsync(publicKey, t, db, book, options, time, cancellationToken);
        var answer = opened.Refusal ?? await AnswerAsync(opened, book, receiver, http.Request, body, cancellationToken);
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        if (!PublicAnswers.IsNavigation(http.Request))
        {
            return PublicAnswers.Json(answer);
        }
        var culture = PublicAnswers.Culture(lang);
        // What can be put right is shown again as it was filled in; anything else only says what it is.
        var page = answer.Values.Count > 0 && answer.Status is not (StatusCodes.Status202Accepted or StatusCodes.Status409Conflict)
            ? SurveyPage.Render(opened.Survey!, culture, tokens.Issue(publicKey), t, answer)
            : SurveyPage.RenderMessage(opened.Survey, culture, answer.Message);
        return Html(http, opened.Survey, page, answer.Status);
    }

    private static async Task<FormAnswer> AnswerAsync(
        OpenedSurvey opened, SurveyBook book, SurveyReceiver receiver, HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var (answer, taken) = receiver.Receive(
            opened.Survey!, opened.Invitation, new FormRequest(request.Headers.Origin, PublicAnswers.Own(request), request.HttpContext.Connection.RemoteIpAddress, request.ContentType, body));
        if (taken is null)
        {
            return answer;
        }
        try
        {
            return await book.TakeAsync(opened.Source, taken, cancellationToken) == AnswerStanding.Taken ? answer : answer with { Status = StatusCodes.Status409Conflict, Message = SurveyMessages.Answered };
        }
        catch (InboxFullException full)
        {
            return answer with { Status = StatusCodes.Status503ServiceUnavailable, Message = SurveyMessages.Busy, RetryAfter = full.RetryAfter };
        }
    }

    private static async Task<OpenedSurvey> OpenAsync(
        string publicKey, string? token, VocDbContext db, SurveyBook book, VocOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.PublicKey == publicKey && s.Kind == SourceKinds.Survey, cancellationToken) is not { } source)
        {
            return new(0, null) { Refusal = new(StatusCodes.Status404NotFound, SurveyMessages.NotFound) };
        }
        var survey = SurveyBook.Of(source);
        var opened = new OpenedSurvey(source.Id, survey);
        if (survey.IsOver(time.GetUtcNow(), options.Zone))
        {
            return opened with { Refusal = new(StatusCodes.Status410Gone, SurveyMessages.Closed) };
        }
        if (!source.Enabled)
        {
            return opened with { Refusal = new(StatusCodes.Status403Forbidden, SurveyMessages.NotOpen) };
        }
        if (string.IsNullOrEmpty(token))
        {
            return survey.OpenLink ? opened : opened with { Refusal = new(StatusCodes.Status403Forbidden, SurveyMessages.InvitationNeeded) };
        }
        return token.Length <= MaximumToken && await book.FindInvitationAsync(source.Id, token, cancellationToken) is { } found
            ? opened with { Invitation = found.Invitation, IsAnswered = found.IsAnswered }
            : opened with { Refusal = new(StatusCodes.Status404NotFound, SurveyMessages.NoSuchInvitation) };
    }

    private static IResult Html(HttpContext http, Survey? survey, string page, int status) => PublicAnswers.Html(http, page, SurveyPage.ContentSecurityPolicy(survey), status);

    /// <summary>A survey somebody opened, with their invitation, or why they may not answer.</summary>
    private sealed record OpenedSurvey(int Source, Survey? Survey)
    {
        public SurveyInvitation? Invitation { get; init; }

        public bool IsAnswered { get; init; }

        public FormAnswer? Refusal { get; init; }
    }
}
