using System.Globalization;
using System.Text;
using Voc.Api.Problems;
using Voc.Ingest.Forms;

namespace Voc.Api.Forms;

/// <summary>How public pages answer: as a page to a browser, as JSON to a script.</summary>
internal static class PublicAnswers
{
    public static IResult Json(FormAnswer answer)
    {
        if (answer.Status == StatusCodes.Status202Accepted)
        {
            return Results.Json(new { message = answer.Message.Say() }, statusCode: answer.Status);
        }
        var problem = new HttpValidationProblemDetails(answer.Errors.ToDictionary(e => e.Key, e => new[] { e.Value.Say() }))
        {
            Status = answer.Status,
            Title = Problem.InvalidRequest.Say(),
            Detail = answer.Message.Say(),
        };
        if (answer.Token is { } token)
        {
            problem.Extensions["token"] = token;
        }
        if (answer.Work > 0)
        {
            problem.Extensions["work"] = answer.Work;
        }
        return Results.Problem(problem);
    }

    /// <summary>A page with the only policy it may run under; nothing between here and the reader keeps it.</summary>
    public static IResult Html(HttpContext http, string page, string contentSecurityPolicy, int status)
    {
        http.Response.Headers.ContentSecurityPolicy = contentSecurityPolicy;
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(page, "text/html", Encoding.UTF8, status);
    }

    public static bool IsNavigation(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static CultureInfo Culture(string? lang) => lang is "ja" or "en" ? new CultureInfo(lang) : CultureInfo.CurrentUICulture;

    /// <summary>Scheme, host and port of this server, as the client named it.</summary>
    public static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
