using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Access;
using Voc.Api.Forms;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Surveys;

namespace Voc.Api.Surveys;

/// <summary>The company's own surveys: making, publishing, inviting and counting.</summary>
internal static class SurveyEndpoints
{
    private const int MaximumRecipients = 10_000;

    public static void AddSurveys(this IServiceCollection services)
    {
        services.AddSingleton<SurveyBook>();
        services.AddSingleton<SurveyReader>();
        services.AddSingleton<SurveyReceiver>();
    }

    public static void MapSurveys(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/surveys").WithTags("Surveys");
        group.MapGet("", (VocDbContext db, SurveyReader reader, HttpRequest request, CancellationToken cancellationToken) => reader.ListAsync(db, PublicAnswers.Own(request), cancellationToken))
            .WithSummary("The company's own surveys, newest first").RequireAuthorization(Policies.Read);
        group.MapGet("/{id:int}", Result).WithSummary("A survey with its results: figures with 95 % intervals, by month and by segment").RequireAuthorization(Policies.Read).ProducesProblem(404);
        group.MapPost("", Create).WithSummary("Make a survey; it takes answers once it is published").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(409);
        group.MapPatch("/{id:int}", Change).WithSummary("Change, publish or stop a survey").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/preview", Preview).WithSummary("The page as it would be shown").RequireAuthorization(Policies.ManageSources).ProducesProblem(400);
        group.MapPost("/{id:int}/invitations", Invite).WithSummary("Make links that can each be answered once").RequireAuthorization(Policies.ManageSources).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<Results<Ok<SurveyResult>, ProblemHttpResult>> Result(int id, VocDbContext db, SurveyReader reader, HttpRequest request, CancellationToken cancellationToken) =>
        await FindAsync(db, id, cancellationToken) is { } row
            ? TypedResults.Ok(await reader.ResultAsync(db, row, PublicAnswers.Own(request), cancellationToken))
            : Problem.NotFound("survey", id);

    private static async Task<Results<Created<SurveyInfo>, ProblemHttpResult>> Create(
        NewSurvey body, VocDbContext db, SurveyReader reader, HttpRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        var name = body.Name?.Trim() ?? "";
        if (FeedbackValidation.CheckSource(name) is { } violation)
        {
            return Problem.Field("name", violation.Message);
        }
        if (Survey.FromSettings("", name, body.Settings ?? default, out var violations) is not { } survey)
        {
            return Problem.Field(violations[0].Field, violations[0].Message);
        }
        var row = new SourceRow
        {
            Name = name,
            Channel = Channel.Survey,
            Kind = SourceKinds.Survey,
            Settings = survey.ToSettings(),
            Enabled = false,
            PublicKey = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9)),
            CreatedAt = time.GetUtcNow(),
        };
        db.Sources.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.InnerException is SqliteException { SqliteExtendedErrorCode: StoreSql.UniqueViolation })
        {
            return Problem.Of(
                409, new($"「{name}」という名前のソースは既にあります。", $"There is a source '{name}' already."), new("別の名前を付けてください。", "Choose another name."), "duplicate");
        }
        return TypedResults.Created((string?)null, await reader.InfoAsync(db, row, PublicAnswers.Own(request), cancellationToken));
    }

    private static async Task<Results<Ok<SurveyInfo>, ProblemHttpResult>> Change(
        int id, SurveyChange body, VocDbContext db, SurveyBook book, SurveyReader reader, SourceDirectory directory, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, id, cancellationToken) is not { } row)
        {
            return Problem.NotFound("survey", id);
        }
        if (body.Settings is { } settings)
        {
            if (Survey.FromSettings(row.PublicKey!, row.Name, settings, out var violations) is not { } survey)
            {
                return Problem.Field(violations[0].Field, violations[0].Message);
            }
            if (await OtherKindAsync(book, row, survey, cancellationToken) is { } changed)
            {
                return Problem.Of(409, changed, code: "answered");
            }
            row.Settings = survey.ToSettings();
        }
        row.Enabled = body.Published ?? row.Enabled;
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget(row.Name);
        return TypedResults.Ok(await reader.InfoAsync(db, row, PublicAnswers.Own(request), cancellationToken));
    }

    /// <summary>A number that was given as satisfaction must not be counted as effort.</summary>
    private static async Task<LocalizedText?> OtherKindAsync(SurveyBook book, SourceRow row, Survey survey, CancellationToken cancellationToken)
    {
        var before = SurveyBook.Of(row).Questions.ToDictionary(q => q.Name, q => q.Kind);
        var other = survey.Questions.Where(q => before.TryGetValue(q.Name, out var kind) && kind != q.Kind).ToList();
        if (other.Count == 0)
        {
            return null;
        }
        var answered = await book.AnsweredQuestionsAsync(row.Id, cancellationToken);
        return other.FirstOrDefault(q => answered.Contains(q.Name)) is { } question
            ? new($"「{question.Label.Ja}」には回答があるため、種類を変えられません。新しい質問として追加してください。", $"“{question.Label.En}” has answers, so its kind cannot change. Add a new question instead.")
            : null;
    }

    private static Results<Ok<SurveyPreview>, ProblemHttpResult> Preview(SurveyDraft body) =>
        Survey.FromSettings("", "", body.Settings ?? default, out var violations) is { } survey
            ? TypedResults.Ok(new SurveyPreview(SurveyPage.Render(survey, body.Lang is "ja" or "en" ? new CultureInfo(body.Lang) : CultureInfo.CurrentUICulture, "", null)))
            : Problem.Field(violations[0].Field, violations[0].Message);

    private static async Task<Results<Ok<List<Invitation>>, ProblemHttpResult>> Invite(
        int id, NewInvitations body, VocDbContext db, SurveyBook book, SurveyReader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, id, cancellationToken) is not { } row)
        {
            return Problem.NotFound("survey", id);
        }
        var recipients = body.Recipients ?? [];
        if (recipients.Count is 0 or > MaximumRecipients
            || recipients.Any(r => r is null || r.Customer?.Length > FeedbackValidation.MaxNameLength || r.Segment?.Length > FeedbackValidation.MaxNameLength))
        {
            return Problem.Field("recipients", new(
                $"宛先は 1〜{MaximumRecipients:N0} 件、お客さまの番号とセグメントはそれぞれ {FeedbackValidation.MaxNameLength} 文字以内にしてください。",
                $"Give 1 to {MaximumRecipients} recipients; customer and segment have at most {FeedbackValidation.MaxNameLength} characters each."));
        }
        var invitations = await book.InviteAsync(id, recipients, cancellationToken);
        var url = reader.Url(row.PublicKey!, PublicAnswers.Own(request));
        return TypedResults.Ok(invitations.Zip(recipients, (made, asked) => new Invitation(asked.Customer, asked.Segment, $"{url}?t={made.Token}")).ToList());
    }

    private static Task<SourceRow?> FindAsync(VocDbContext db, int id, CancellationToken cancellationToken) =>
        db.Sources.SingleOrDefaultAsync(s => s.Id == id && s.Kind == SourceKinds.Survey, cancellationToken);
}
