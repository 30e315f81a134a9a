using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Voc.Api.Access;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Ingest;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;
using Voc.Ingest.Surveys;

namespace Voc.Api.Imports;

internal sealed record ImportInfo(
    int Id, string FileName, string Source, string State, long RowsRead, long? RowsTotal, long Accepted, long Duplicates, long Rejected, long Analysed, long Removed, bool CanUndo,
    DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, string? Error, IReadOnlyList<BadRow> Problems);

internal sealed record PreviewRow(
    long Line, string? Text, DateTimeOffset? OccurredAt, IReadOnlyDictionary<string, double> Scores, string? Customer, string? Product,
    IReadOnlyDictionary<string, string> Attributes, string? Problem);

internal sealed record ImportPreview(
    string? Encoding, string? Delimiter, IReadOnlyList<string> Columns, FieldMapping? SuggestedMapping, string? Preset, IReadOnlyList<PreviewRow> Rows,
    IReadOnlyList<string> Notes);

internal sealed record PresetInfo(string Id, string Name);

/// <summary>The parts of an upload, for the description of the API; the request is streamed.</summary>
internal sealed record ImportForm(IFormFile File, string Source, string? Preset, string? Mapping);

internal static class ImportEndpoints
{
    /// <summary>Another type of content is answered with what to send, and not with "no such API".</summary>
    private const string AnyType = "*/*";

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("Imports").RequireAuthorization(Policies.ManageSources);
        imports.MapPost("", Start).WithSummary("Import a file in the background")
            .Accepts<ImportForm>("multipart/form-data", AnyType).WithMetadata(new RequestSizeLimitAttribute(ImportUpload.MaxBytes)).ProducesProblem(400).ProducesProblem(413);
        imports.MapPost("/preview", Preview).WithSummary("Show how the first rows of a file would be taken in")
            .Accepts<ImportForm>("multipart/form-data", AnyType).WithMetadata(new RequestSizeLimitAttribute(ImportUpload.MaxBytes)).ProducesProblem(400).ProducesProblem(413);
        imports.MapGet("", List).WithSummary("The last imports, newest first");
        imports.MapGet("/presets", () => SurveyPresets.All.Select(p => new PresetInfo(p.Id, p.Name)).ToList()).WithSummary("Survey tools whose files are known");
        imports.MapGet("/{id:int}", async Task<Results<Ok<ImportInfo>, ProblemHttpResult>> (int id, ImportStore store, ImportRunner runner, ImportUndo undo, CancellationToken cancellationToken) =>
            await store.FindAsync(id, cancellationToken) is { } row ? TypedResults.Ok(Info(row, runner, await undo.UndoableAsync([id], cancellationToken))) : Problem.NotFound("import", id))
            .WithSummary("How far an import is").ProducesProblem(404);
        imports.MapPost("/{id:int}/cancel", async Task<Results<Ok<ImportInfo>, ProblemHttpResult>> (int id, ImportRunner runner) =>
            await runner.CancelAsync(id) is { } row ? TypedResults.Ok(Info(row, runner, Nothing)) : Problem.NotFound("import", id))
            .WithSummary("Stop an import; what it took in stays").ProducesProblem(404);
        imports.MapPost("/{id:int}/undo", Undo).WithSummary("Take back all that an import took in, in the background").ProducesProblem(404).ProducesProblem(409);
        imports.MapGet("/{id:int}/report", Results<PhysicalFileHttpResult, ProblemHttpResult> (int id, ImportStore store) =>
            File.Exists(store.Report(id)) ? TypedResults.PhysicalFile(store.Report(id), "text/csv; charset=utf-8", $"import-{id}-bad-rows.csv") : Problem.NotFound("report", id))
            .WithSummary("The rows that were refused, as CSV").ProducesProblem(404);
    }

    private static readonly HashSet<int> Nothing = [];

    private static async Task<List<ImportInfo>> List(ImportStore store, ImportRunner runner, ImportUndo undo, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(cancellationToken);
        var undoable = await undo.UndoableAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => Info(row, runner, undoable))];
    }

    private static async Task<Results<Accepted<ImportInfo>, ProblemHttpResult>> Undo(int id, ImportStore store, ImportRunner runner, ImportUndo undo, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } row)
        {
            return Problem.NotFound("import", id);
        }
        var undoable = await undo.UndoableAsync([id], cancellationToken);
        if (!Info(row, runner, undoable).CanUndo)
        {
            return Problem.Of(
                409, new("この取り込みは取り消せません。", "This import cannot be undone."),
                new("実行中か、登録した声が残っていないか、取り消しに対応する前の取り込みです。", "It is running, nothing of it is left, or it was made before imports could be undone."));
        }
        return await runner.UndoAsync(id) is { } begun ? TypedResults.Accepted((string?)null, Info(begun, runner, undoable)) : Problem.NotFound("import", id);
    }

    private static async Task<Results<Accepted<ImportInfo>, ProblemHttpResult>> Start(
        HttpRequest http, ImportStore store, ImportRunner runner, FileImport files, SourceDirectory sources, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using var upload = await ImportUpload.ReadAsync(http, store.Incoming(), cancellationToken);
            if (FeedbackValidation.CheckSource(upload.Source) is { } violation)
            {
                return Problem.Field("source", violation.Message);
            }
            var known = await sources.FindAsync(upload.Source!, cancellationToken);
            var request = Request(upload, known?.Channel);
            Channel channel;
            using (var stream = File.OpenRead(upload.FilePath))
            using (var reading = files.Open(stream, request))
            {
                channel = known?.Channel ?? reading.Channel;
                await sources.EnsureAsync(upload.Source!, channel, "import", cancellationToken);
            }
            var row = await store.AddAsync(
                new ImportRow
                {
                    FileName = upload.FileName,
                    Source = upload.Source!,
                    Channel = channel,
                    Preset = upload.Preset,
                    Mapping = upload.Mapping,
                    Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                    CreatedAt = time.GetUtcNow(),
                },
                upload.FilePath, cancellationToken);
            runner.Wake();
            return TypedResults.Accepted($"/api/v1/imports/{row.Id}", Info(row, runner, Nothing));
        }
        catch (UploadException wrong)
        {
            return Problem.Field(wrong.Field, wrong.Problem);
        }
        catch (UnreadableFileException unreadable)
        {
            return Problem.Field("file", unreadable.Problem, "unreadable");
        }
    }

    private static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> Preview(
        HttpRequest http, ImportStore store, FileImport files, SourceDirectory sources, CancellationToken cancellationToken)
    {
        try
        {
            using var upload = await ImportUpload.ReadAsync(http, store.Incoming(), cancellationToken);
            var known = string.IsNullOrEmpty(upload.Source) ? null : await sources.FindAsync(upload.Source, cancellationToken);
            await using var stream = File.OpenRead(upload.FilePath);
            var preview = files.Preview(stream, Request(upload, known?.Channel));
            return TypedResults.Ok(new ImportPreview(
                preview.Encoding, preview.Delimiter?.ToString(), preview.Columns, preview.Mapping, preview.Preset,
                [.. preview.Rows.Select(PreviewOf)], [.. preview.Notes.Select(n => n.Say())]));
        }
        catch (UploadException wrong)
        {
            return Problem.Field(wrong.Field, wrong.Problem);
        }
        catch (UnreadableFileException unreadable)
        {
            return Problem.Field("file", unreadable.Problem, "unreadable");
        }
    }

    private static FileRequest Request(ImportUpload upload, Channel? channel) => new(upload.FileName, upload.Source is { Length: > 0 } source ? source : "preview")
    {
        Preset = string.IsNullOrWhiteSpace(upload.Preset) ? null : upload.Preset,
        Mapping = string.IsNullOrWhiteSpace(upload.Mapping) ? null : FieldMapping.Parse(upload.Mapping),
        Channel = channel,
    };

    private static PreviewRow PreviewOf(IngestedRow row) => row switch
    {
        AcceptedRow { Feedback: var f } => new(row.Line, f.Text, f.OccurredAt, f.Scores, f.Customer, f.Product, f.Attributes, null),
        RejectedRow bad => new(
            row.Line, null, null, new Dictionary<string, double>(), null, null, new Dictionary<string, string>(),
            bad.Field is null ? bad.Message.Say() : $"{bad.Field}: {bad.Message.Say()}"),
        _ => throw new InvalidOperationException($"Unknown row {row.GetType()}."),
    };

    private static ImportInfo Info(ImportRow row, ImportRunner runner, IReadOnlySet<int> undoable)
    {
        var state = row.State.ToString().ToLowerInvariant();
        return row.State == ImportState.Running && runner.Running(row.Id) is { } now
            ? new(
                row.Id, row.FileName, row.Source, state, now.Counts.Rows, now.RowsTotal, now.Counts.Accepted, now.Counts.Duplicates, now.Counts.Rejected,
                now.Analysed(), 0, false, row.StartedAt, null, null, now.Bad?.First ?? [])
            : new(
                row.Id, row.FileName, row.Source, state, row.RowsRead, row.RowsTotal, row.Accepted, row.Duplicates, row.Rejected,
                row.Analysed, row.Removed, IsOver(row.State) && undoable.Contains(row.Id), row.StartedAt, row.FinishedAt, row.Error,
                row.Problems is { } problems ? JsonSerializer.Deserialize<List<BadRow>>(problems, JsonSerializerOptions.Web)! : []);
    }

    private static bool IsOver(ImportState state) => state is ImportState.Done or ImportState.Failed or ImportState.Cancelled;
}
