using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Surveys.Hooks;

namespace Voc.Api.Sources.Bridges;

/// <summary>
/// Takes responses that survey tools post as they are given. A tool is told that all went well only when the free texts are on disk;
/// a response it sends again is known by its identifier. One without free text is acknowledged and said to have none.
/// </summary>
internal static class SurveyHookReceiver
{
    public static async Task<Results<Accepted<SubmissionResult>, ProblemHttpResult>> Receive(
        string key, HttpRequest request, VocDbContext db, SourceSecrets secrets, IngestContext context, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var source = await db.Sources.SingleOrDefaultAsync(s => s.PublicKey == key && s.Kind == BridgeKinds.SurveyHook, cancellationToken);
        var settings = source is null ? default : SourceInfo.Parse(source.Settings);
        if (source is null || BridgeKinds.Provider(source.Kind, settings) is not { } provider)
        {
            return Problem.NotFound("webhook", key);
        }
        var body = await Bodies.ReadAsync(request, SurveyHook.MaximumBytes + 1, cancellationToken);
        if (body.Length > SurveyHook.MaximumBytes)
        {
            LocalizedText tooLarge = new($"本文が大きすぎます（上限 {SurveyHook.MaximumBytes >> 10} KB）。", $"The body is too large (at most {SurveyHook.MaximumBytes >> 10} KB).");
            await NoteAsync(db, source, tooLarge, cancellationToken);
            return Problem.Of(413, Problem.InvalidRequest, tooLarge);
        }
        if (SurveyHook.Refusal(provider.Name, secrets.Read(source) ?? "", name => request.Headers[name], body.Span, time.GetUtcNow()) is { } refusal)
        {
            await NoteAsync(db, source, refusal, cancellationToken);
            return Problem.Of(401, refusal);
        }
        if (!source.Enabled)
        {
            return Problem.Of(403, SourceProblems.Disabled(source.Name));
        }
        var rows = SurveyHook.Read(provider.Name, body, new SurveyResponseIntake(context, source.Name, source.Channel, HookSettings.Read(settings) ?? new()), out var problem);
        if (problem is not null)
        {
            await NoteAsync(db, source, problem, cancellationToken);
            return Problem.Of(400, Problem.InvalidRequest, problem);
        }
        var result = await intake.AcceptAsync(rows, source.Name, cancellationToken);
        (source.LastRunAt, source.LastCount) = (time.GetUtcNow(), result.Accepted.Count(a => !a.Duplicate));
        await NoteAsync(db, source, rows.OfType<RejectedRow>().Select(r => r.Message).FirstOrDefault(m => m != SurveyHook.NoText), cancellationToken);
        return TypedResults.Accepted((string?)null, result);
    }

    /// <summary>Notes on the source what is wrong, or that nothing is: whoever set it up at the tool sees no answer of ours there.</summary>
    private static Task<int> NoteAsync(VocDbContext db, SourceRow source, LocalizedText? problem, CancellationToken cancellationToken)
    {
        source.LastError = problem is null ? null : JsonSerializer.Serialize(problem);
        return db.SaveChangesAsync(cancellationToken);
    }
}
