using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Pipeline;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Surveys;
using Voc.Ingest.Surveys.Figures;

namespace Voc.Api.Surveys;

/// <summary>What became of an answer.</summary>
internal enum AnswerStanding
{
    /// <summary>It was stored, now or when it was sent before.</summary>
    Taken,

    /// <summary>Something else was answered with the same invitation or page before.</summary>
    Used,
}

/// <summary>Keeps answers and invitations. An answer and its texts are one transaction: both are stored, once, or neither.</summary>
internal sealed class SurveyBook(Store store, Inbox inbox, GroupCommitWriter writer, IngestContext context, VocOptions options, TimeProvider time)
{
    public const string InvitedPrefix = "i-";

    private const string Find = "SELECT Digest FROM survey_answer WHERE SourceId=$source AND Key=$key";

    private const string Keep =
        "INSERT INTO survey_answer (SourceId, Key, Digest, At, Segment, Scores, Choices) VALUES ($source, $key, $digest, $at, $segment, $scores, $choices)";

    private const string Invite = "INSERT INTO survey_invitation (SourceId, Token, Customer, Segment, CreatedAt) VALUES ($source, $token, $customer, $segment, $at)";

    /// <summary>Stores an answer; the same again stores nothing.</summary>
    /// <exception cref="InboxFullException">Too much waits for analysis; nothing was taken.</exception>
    public async Task<AnswerStanding> TakeAsync(int source, SurveyAnswer answer, CancellationToken cancellationToken)
    {
        var standing = AnswerStanding.Taken;
        await inbox.AcceptAsync(answer.Feedback, (connection, _) => Digest(connection, source, answer) is null, (connection, _) =>
        {
            if (Digest(connection, source, answer) is { } known)
            {
                standing = known == answer.Digest ? AnswerStanding.Taken : AnswerStanding.Used;
                return;
            }
            connection.Execute(
                Keep,
                ("$source", source),
                ("$key", answer.Key),
                ("$digest", answer.Digest),
                ("$at", time.GetUtcNow().ToUnixTimeMilliseconds()),
                ("$segment", answer.Segment),
                ("$scores", JsonSerializer.Serialize(answer.Scores)),
                ("$choices", JsonSerializer.Serialize(answer.Choices)));
        }, cancellationToken);
        return standing;
    }

    /// <summary>Makes an invitation for each recipient, in order.</summary>
    public async Task<IReadOnlyList<SurveyInvitation>> InviteAsync(int source, IReadOnlyList<NewInvitation> recipients, CancellationToken cancellationToken)
    {
        var invitations = recipients.Select(recipient => SurveyInvitation.For(
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), recipient.Customer, recipient.Segment, context)).ToList();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await writer.WriteAsync(connection =>
        {
            foreach (var (token, customer, segment) in invitations)
            {
                connection.Execute(Invite, ("$source", source), ("$token", token), ("$customer", customer), ("$segment", segment), ("$at", now));
            }
            return invitations.Count;
        }, cancellationToken);
        return invitations;
    }

    /// <summary>An invitation and whether it was answered, or null where there is none.</summary>
    public async Task<(SurveyInvitation Invitation, bool IsAnswered)?> FindInvitationAsync(int source, string token, CancellationToken cancellationToken)
    {
        await using var db = store.Context();
        if (await db.Set<SurveyInvitationRow>().AsNoTracking().SingleOrDefaultAsync(i => i.SourceId == source && i.Token == token, cancellationToken) is not { } row)
        {
            return null;
        }
        var isAnswered = await db.Set<SurveyAnswerRow>().AnyAsync(a => a.SourceId == source && a.Key == InvitedPrefix + token, cancellationToken);
        return (new SurveyInvitation(row.Token, row.Customer, row.Segment), isAnswered);
    }

    /// <summary>The figures of a survey, counted in one pass over its answers.</summary>
    public async Task<IReadOnlyList<QuestionFigures>> FiguresAsync(int source, Survey survey, CancellationToken cancellationToken)
    {
        var figures = new SurveyFigures(survey, options.Zone);
        await using var db = store.Context();
        await foreach (var row in db.Set<SurveyAnswerRow>().AsNoTracking().Where(a => a.SourceId == source).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            figures.Add(new StoredAnswer(
                row.At, row.Segment, JsonSerializer.Deserialize<Dictionary<string, int>>(row.Scores)!, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Choices)!));
        }
        return figures.Questions();
    }

    /// <summary>Names of the scales and choices that somebody answered.</summary>
    public async Task<IReadOnlySet<string>> AnsweredQuestionsAsync(int source, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        await using var db = store.Context();
        await foreach (var row in db.Set<SurveyAnswerRow>().AsNoTracking().Where(a => a.SourceId == source).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            names.UnionWith(JsonSerializer.Deserialize<Dictionary<string, int>>(row.Scores)!.Keys);
            names.UnionWith(JsonSerializer.Deserialize<Dictionary<string, string>>(row.Choices)!.Keys);
        }
        return names;
    }

    /// <summary>The survey of a source.</summary>
    public static Survey Of(SourceRow source) =>
        Survey.FromSettings(source.PublicKey!, source.Name, SourceInfo.Parse(source.Settings), out var violations)
            ?? throw new InvalidOperationException($"Survey {source.Id} cannot be read: {violations[0].Field} {violations[0].Message.En}");

    private static string? Digest(StoreConnection connection, int source, SurveyAnswer answer) => connection.Scalar(Find, ("$source", source), ("$key", answer.Key)) as string;
}
