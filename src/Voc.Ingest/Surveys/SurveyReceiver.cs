using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Surveys;

/// <summary>
/// Receives answers to surveys, behind the defences of contact forms: checks them and turns each free text into masked feedback
/// with the numbers that were given. Safe for any number of threads.
/// </summary>
public sealed class SurveyReceiver(IngestContext context, FormTokens tokens, FormRateLimiter limiter)
{
    /// <summary>Name of the value that holds the token of an invitation.</summary>
    public const string InvitationName = "_invitation";

    /// <summary>Name of the attribute with the group an invitation names.</summary>
    public const string SegmentName = "segment";

    private readonly FeedbackIntake _intake = new(context);
    private readonly FormDefences _defences = new(tokens, limiter);

    /// <summary>Receives one request to a survey that is open.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="invitation">The invitation in the request's address, which must not have been used; null without one.</param>
    /// <param name="request">The request.</param>
    public SurveyReply Receive(Survey survey, SurveyInvitation? invitation, FormRequest request)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(request);
        SurveyAnswer? taken = null;
        var answer = _defences.Refuse(survey.PublicKey, [], request, out var submission);
        if (answer is null)
        {
            (answer, taken) = Take(survey, invitation, submission!);
        }

        return new(FormDefences.WithValues(answer, submission), taken);
    }

    private (FormAnswer Answer, SurveyAnswer? Taken) Take(Survey survey, SurveyInvitation? invitation, FormSubmission submission)
    {
        if (Errors(survey, submission) is { Count: > 0 } errors)
        {
            return (new(400, FormProblems.CheckFields) { Errors = errors }, null);
        }

        var answered = survey.Questions.Where(question => submission[question.Name] is not null).ToList();
        if (answered.Count == 0)
        {
            return (new(400, SurveyProblems.NoAnswer), null);
        }

        var key = Key(invitation, submission);
        var scores = answered.Where(question => question.IsScale).ToDictionary(question => question.Name, question => int.Parse(submission[question.Name]!, CultureInfo.InvariantCulture));
        var choices = answered.Where(question => question.Kind == SurveyQuestionKind.Choice).ToDictionary(question => question.Name, question => submission[question.Name]!);
        var rows = answered.Where(question => question.Kind == SurveyQuestionKind.Text)
            .Select(question => (question.Name, Row: _intake.Take(0, Draft(survey, question, invitation, submission, key)))).ToList();
        if (rows.Where(row => row.Row is RejectedRow).ToDictionary(row => row.Name, row => ((RejectedRow)row.Row).Message) is { Count: > 0 } refused)
        {
            return (new(400, FormProblems.CheckFields) { Errors = refused }, null);
        }

        var taken = new SurveyAnswer(key, Digest(survey, submission, key))
        {
            Scores = scores,
            Choices = choices,
            Segment = invitation?.Segment,
            // Whom the invitation went to is a pseudonym already.
            Feedback = [.. rows.Select(row => ((AcceptedRow)row.Row).Feedback with { Customer = invitation?.Customer })],
        };
        return (new(202, survey.Thanks), taken);
    }

    private static Dictionary<string, LocalizedText> Errors(Survey survey, FormSubmission submission)
    {
        var errors = new Dictionary<string, LocalizedText>();
        foreach (var question in survey.Questions)
        {
            if (Problem(question, submission[question.Name]) is { } problem)
            {
                errors[question.Name] = problem;
            }
        }

        return errors;
    }

    private static LocalizedText? Problem(SurveyQuestion question, string? value) =>
        value is null ? (question.Required ? SurveyProblems.Required : null)
        : value.Length > question.MaximumLength ? FormProblems.TooLong(value.Length, question.MaximumLength)
        : question.Kind != SurveyQuestionKind.Text && !question.Choices.Contains(value) ? FormProblems.NoChoice
        : null;

    private static FeedbackDraft Draft(Survey survey, SurveyQuestion text, SurveyInvitation? invitation, FormSubmission submission, string key)
    {
        var scores = new Dictionary<string, double>();
        var attributes = new Dictionary<string, string>();
        foreach (var question in survey.Questions)
        {
            if (submission[question.Name] is not { } value || question.Kind == SurveyQuestionKind.Text)
            {
                continue;
            }

            if (question.IsScale)
            {
                // Of several questions of one kind the first is the one feedback is found by.
                scores.TryAdd(question.ScoreName, int.Parse(value, CultureInfo.InvariantCulture));
            }
            else
            {
                attributes[question.Label.Ja] = value;
            }
        }

        if (invitation?.Segment is { } segment)
        {
            attributes[SegmentName] = segment;
        }

        if (survey.Questions.Count(question => question.Kind == SurveyQuestionKind.Text) > 1)
        {
            attributes["question"] = text.Label.Ja;
        }

        return new()
        {
            Source = survey.Source,
            ExternalId = $"{key}-{text.Name}",
            Channel = Channel.Survey,
            Text = submission[text.Name],
            Product = survey.Product,
            Scores = scores,
            Attributes = attributes,
        };
    }

    /// <summary>An invitation is answered once; without one, each opening of the page is.</summary>
    private static string Key(SurveyInvitation? invitation, FormSubmission submission) =>
        invitation is not null ? $"i-{invitation.Token}"
        : submission[FormSubmission.IdName] is { } id && FormSubmission.IsId(id) ? $"p-{id}"
        : $"p-{Guid.NewGuid():N}";

    private static string Digest(Survey survey, FormSubmission submission, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(survey.Questions.Select(question => submission[question.Name]).Prepend(key)))));
}
