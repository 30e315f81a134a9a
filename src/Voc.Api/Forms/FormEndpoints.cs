using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Ingest.Forms;

namespace Voc.Api.Forms;

/// <summary>The public side of contact forms: a script for the company's pages, a page that works without script, and where both send to.</summary>
internal static class FormEndpoints
{
    public static void MapForms(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/forms").WithTags("Public").AllowAnonymous();
        group.MapGet("/{publicKey}.js", Script).WithSummary("Script that puts the form into a page");
        group.MapGet("/{publicKey}", Page).WithSummary("The form as a page of its own");
        group.MapPost("/{publicKey}", Receive).WithSummary("Send the form").Accepts<Dictionary<string, string>>("application/json", "application/x-www-form-urlencoded")
            .Produces(202).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(429);
        group.MapMethods("/{publicKey}", ["OPTIONS"], Preflight).ExcludeFromDescription();
    }

    private static async Task<IResult> Script(string publicKey, HttpContext http, VocDbContext db, FormTokens tokens, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicKey, db, cancellationToken) is not { } form)
        {
            return Problem.NotFound("form", publicKey);
        }
        http.Response.Headers.CacheControl = "no-cache";
        // A script is loaded by pages of other sites: that is what it is for.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Text(FormScript.Render(form, new Uri($"{PublicAnswers.Own(http.Request)}/forms/{publicKey}"), tokens.Issue(publicKey)), "text/javascript", Encoding.UTF8);
    }

    private static async Task<IResult> Page(string publicKey, HttpContext http, VocDbContext db, FormTokens tokens, string? lang, CancellationToken cancellationToken) =>
        await FindAsync(publicKey, db, cancellationToken) is { } form
            ? Html(http, form, FormPage.Render(form, PublicAnswers.Culture(lang), tokens.Issue(publicKey)), StatusCodes.Status200OK)
            : Problem.NotFound("form", publicKey);

    private static async Task<IResult> Preflight(string publicKey, HttpContext http, VocDbContext db, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicKey, db, cancellationToken) is { } form && AllowOrigin(http, form))
        {
            http.Response.Headers.AccessControlAllowMethods = "POST";
            http.Response.Headers.AccessControlAllowHeaders = "content-type, accept-language";
            http.Response.Headers.AccessControlMaxAge = "600";
        }
        return Results.NoContent();
    }

    private static async Task<IResult> Receive(
        string publicKey, HttpContext http, VocDbContext db, FormReceiver receiver, FormTokens tokens, Inbox inbox, SourceRefusals refusals, string? lang, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicKey, db, cancellationToken) is not { } form)
        {
            return Problem.NotFound("form", publicKey);
        }
        AllowOrigin(http, form);
        var request = http.Request;
        var body = await Bodies.ReadAsync(request, FormSubmission.MaximumBytes + 1, cancellationToken);
        var answer = receiver.Receive(form, new FormRequest(request.Headers.Origin, PublicAnswers.Own(request), http.Connection.RemoteIpAddress, request.ContentType, body));
        if (answer.Feedback is { } feedback)
        {
            await inbox.AcceptAsync([feedback], cancellationToken);
        }
        else if (answer.Errors.Count > 0)
        {
            await refusals.CountAsync(form.Source, new Arrived(Refused: 1, Empty: IsEmpty(form, answer) ? 1 : 0));
        }
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        return PublicAnswers.IsNavigation(request) ? AnswerPage(http, form, answer, tokens, PublicAnswers.Culture(lang)) : PublicAnswers.Json(answer);
    }

    private static bool IsEmpty(ContactForm form, FormAnswer answer) =>
        form.Fields.Any(f => f.Kind == ContactFieldKind.Message && answer.Errors.ContainsKey(f.Name) && string.IsNullOrWhiteSpace(answer.Values.GetValueOrDefault(f.Name)));

    private static IResult AnswerPage(HttpContext http, ContactForm form, FormAnswer answer, FormTokens tokens, CultureInfo culture) => Html(
        http,
        form,
        answer.Status == StatusCodes.Status202Accepted ? FormPage.RenderThanks(form, culture) : FormPage.Render(form, culture, tokens.Issue(form.PublicKey), answer),
        answer.Status);

    private static IResult Html(HttpContext http, ContactForm form, string page, int status) => PublicAnswers.Html(http, page, FormPage.ContentSecurityPolicy(form), status);

    /// <summary>Lets a page of an allowed origin read the answer.</summary>
    private static bool AllowOrigin(HttpContext http, ContactForm form)
    {
        http.Response.Headers.Vary = "Origin";
        var origin = http.Request.Headers.Origin.ToString();
        if (!FormOrigins.Allows(form, origin, PublicAnswers.Own(http.Request)))
        {
            return false;
        }
        http.Response.Headers.AccessControlAllowOrigin = origin;
        http.Response.Headers.AccessControlExposeHeaders = "Retry-After";
        return true;
    }

    private static async Task<ContactForm?> FindAsync(string publicKey, VocDbContext db, CancellationToken cancellationToken) =>
        await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.PublicKey == publicKey && s.Enabled, cancellationToken) is { } source
            ? ContactForm.FromSettings(publicKey, source.Name, SourceInfo.Parse(source.Settings), out _)
            : null;
}
