using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MimeKit;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Webhooks;

namespace Voc.Api.Mail;

internal static class MailEndpoints
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailBook>();
        services.AddSingleton<MailSender>();
    }

    public static void MapMail(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/mail").WithTags("Mail").RequireAuthorization(Policies.Administer);
        group.MapGet("", Get).WithSummary("The mail server, without its password; its version is in ETag");
        group.MapPut("", Change).WithSummary("Set the mail server, with If-Match only the version read; without a password the one that is kept stays")
            .ProducesProblem(400).ProducesProblem(412);
        group.MapPost("/test", Test).WithSummary("Send a trial now and say how it went").ProducesProblem(400);
    }

    private static Ok<MailInfo> Get(MailBook book, HttpContext http)
    {
        var info = MailInfo.Of(book.Find());
        EntityVersion.Tell(http.Response, info.Version);
        return TypedResults.Ok(info);
    }

    private static async Task<Results<Ok<MailInfo>, ProblemHttpResult>> Change(MailInput body, MailBook book, HttpContext http, CancellationToken cancellationToken) =>
        await book.ChangeAsync(body, EntityVersion.Expected(http.Request), http.User.Identity!.Name!, cancellationToken) is { } refusal ? refusal.ToProblem() : Get(book, http);

    private static async Task<Results<Ok<MailTrialAnswer>, ProblemHttpResult>> Test(MailTrial body, MailSender sender, VocOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (body.To?.Trim() is not { } to || !WebhookRules.IsMailbox(to))
        {
            return Problem.Field("to", new("送り先のメールアドレスを指定してください。", "Give the mail address to send it to."));
        }
        var now = time.GetUtcNow();
        var message = WebhookMessage.Test(now, options);
        var mail = MailForm.Read(MailForm.Format(Notice.Of(message, CultureInfo.CurrentUICulture), message))!;
        var attempt = await sender.SendAsync([MailboxAddress.Parse(to)], Guid.CreateVersion7(now).ToString("N"), mail, now, cancellationToken);
        return TypedResults.Ok(new MailTrialAnswer(attempt.Error is null, attempt.Error?.Say()));
    }
}
