using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Voc.Api.Access;
using Voc.Api.Problems;
using Voc.Api.Search;

namespace Voc.Api.Exports;

/// <summary>An export to be written in the background.</summary>
internal sealed record NewExport
{
    [Description("The search: the parameters of GET /search as a query string, as the archive page's address has them")]
    public required string Search { get; init; }

    public ExportFormat Format { get; init; }

    public ExportEncoding Encoding { get; init; }

    [Description("Identifiers of columns in order; without them the usual ones")]
    public IReadOnlyList<string>? Columns { get; init; }

    [Description("Whether the file begins with query, time, count and version; default true")]
    public bool? Cover { get; init; }

    public ExportRequest Request() => new() { Format = Format, Encoding = Encoding, Columns = Columns, Cover = Cover ?? true };
}

internal sealed record ExportInfo(
    int Id, string Owner, string Search, ExportFormat Format, ExportEncoding Encoding, string State, long Written, long? Total, long? Bytes,
    long ReplacedCharacters, long CutCells, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, DateTimeOffset? ExpiresAt, string? Error);

/// <summary>A column to choose; those of a group stand for scores and attributes that texts of the archive have.</summary>
internal sealed record ExportColumnInfo(string Id, string Name, bool Usual);

/// <summary>The parameters of <c>GET /search/export</c> that are not those of the search.</summary>
internal sealed record ExportQuery
{
    [FromQuery, Description("csv (default), xlsx or jsonl")]
    public string? Format { get; init; }

    [FromQuery, Description("utf-8 (default) or cp932; of CSV")]
    public string? Encoding { get; init; }

    [FromQuery, Description("Identifiers of columns with commas between")]
    public string? Columns { get; init; }

    [FromQuery, Description("Whether it begins with query, time, count and version; default true")]
    public bool? Cover { get; init; }

    /// <exception cref="ExportRequestException">A parameter does not hold what it should.</exception>
    public ExportRequest Request() => new()
    {
        Format = ExportParameters.Format(Format),
        Encoding = ExportParameters.Encoding(Encoding),
        Columns = ExportParameters.Columns(Columns),
        Cover = Cover ?? true,
    };
}

internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder api)
    {
        var exports = api.MapGroup("/exports").WithTags("Exports").RequireAuthorization(Policies.Read);
        exports.MapPost("", Start).WithSummary("Write all that a search finds to a file, in the background").ProducesProblem(400);
        exports.MapGet("", async (ExportStore store, ExportRunner runner, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            (await store.ListAsync(OwnerFor(user), cancellationToken)).Select(row => Info(row, runner)).ToList()).WithSummary("The last exports, newest first; everybody's for administrators");
        exports.MapGet("/columns", (ExportColumns columns, ExportColumnNames names) =>
            columns.Fixed.Select(c => new ExportColumnInfo(c.Id, c.Heading.Say(), ExportColumns.Usual.Contains(c.Id)))
                .Concat(names.Known().Select(n => new ExportColumnInfo(n, n[(n.IndexOf(':', StringComparison.Ordinal) + 1)..], false))).ToList())
            .WithSummary("The columns an export can have");
        exports.MapGet("/{id:int}", async Task<Results<Ok<ExportInfo>, ProblemHttpResult>> (int id, ExportStore store, ExportRunner runner, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await store.FindAsync(id, OwnerFor(user), cancellationToken) is { } row ? TypedResults.Ok(Info(row, runner)) : Problem.NotFound("export", id))
            .WithSummary("How far an export is").ProducesProblem(404);
        exports.MapGet("/{id:int}/file", File).WithSummary("The file of a finished export").ProducesProblem(404).ProducesProblem(409);
        exports.MapDelete("/{id:int}", async Task<Results<Ok<ExportInfo>, ProblemHttpResult>> (int id, ExportStore store, ExportRunner runner, ClaimsPrincipal user, CancellationToken cancellationToken) =>
            await store.FindAsync(id, OwnerFor(user), cancellationToken) is not null && await runner.CancelAsync(id) is { } row ? TypedResults.Ok(Info(row, runner)) : Problem.NotFound("export", id))
            .WithSummary("Stop an export, or throw its file away").ProducesProblem(404);
        api.MapGet("/search/export", Stream).WithTags("Exports").WithSummary("All that a search finds as a stream: the parameters of GET /search, and how to write it")
            .Produces(200, contentType: "text/csv").ProducesProblem(400).RequireAuthorization(Policies.Read);
    }

    private static async Task<Results<Accepted<ExportInfo>, ProblemHttpResult>> Start(
        NewExport body, Exporter exporter, ExportStore store, ExportRunner runner, ClaimsPrincipal user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Wrong(() => exporter.Check(body.Search, body.Request())) is { } problem)
        {
            return problem;
        }
        var row = await store.AddAsync(
            new ExportRow
            {
                Owner = NameOf(user),
                Search = body.Search,
                Options = JsonSerializer.Serialize(body.Request(), JsonSerializerOptions.Web),
                Culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                CreatedAt = time.GetUtcNow(),
            },
            cancellationToken);
        runner.Wake();
        return TypedResults.Accepted($"/api/v1/exports/{row.Id}", Info(row, runner));
    }

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> File(int id, ExportStore store, ClaimsPrincipal user, VocOptions options, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, OwnerFor(user), cancellationToken) is not { } row)
        {
            return Problem.NotFound("export", id);
        }
        if (row.State != ExportState.Done || !System.IO.File.Exists(store.PathOf(id)))
        {
            return Problem.Of(409, new("このエクスポートのファイルはありません。", "This export has no file."), new("完了を待つか、期限が切れていれば作り直してください。", "Wait until it is done, or make it again where it has expired."));
        }
        var request = RequestOf(row);
        return TypedResults.PhysicalFile(store.PathOf(id), request.ContentType, FileName(request, row.CreatedAt, options), enableRangeProcessing: true);
    }

    private static async Task<IResult> Stream(HttpContext http, [AsParameters] ExportQuery query, Exporter exporter, TimeProvider time, VocOptions options)
    {
        var address = http.Request.QueryString.Value ?? "";
        ExportRequest? request = null;
        if (Wrong(() => exporter.Check(address, request = query.Request())) is { } problem)
        {
            return problem;
        }
        http.Response.ContentType = request!.ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(request, time.GetUtcNow(), options)}\"";
        http.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        var reader = CultureInfo.CurrentUICulture;
        // Writers are synchronous, as reading the store is; a buffer of the pipe's size keeps that off the network.
        await Task.Run(() => exporter.Write(address, request, reader, http.Response.BodyWriter.AsStream(), total => http.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture), null, http.RequestAborted), http.RequestAborted);
        await http.Response.CompleteAsync();
        return Results.Empty;
    }

    private static ProblemHttpResult? Wrong(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (ExportRequestException wrong)
        {
            return Problem.Field(wrong.Field, wrong.Explanation);
        }
        catch (Exception wrong) when (SearchProblem.Of(wrong) is not null)
        {
            return SearchProblem.Of(wrong)!;
        }
    }

    private static ExportInfo Info(ExportRow row, ExportRunner runner)
    {
        var request = RequestOf(row);
        var losses = row.Losses is { } json ? JsonSerializer.Deserialize<ExportLosses>(json, JsonSerializerOptions.Web)! : ExportLosses.None;
        var progress = row.State == ExportState.Running ? runner.Running(row.Id)?.Progress : null;
        return new(
            row.Id, row.Owner, row.Search, request.Format, request.Encoding, row.State.ToString().ToLowerInvariant(), progress?.Written ?? row.Written,
            progress is { Total: > 0 } now ? now.Total : row.Total, row.Bytes, losses.ReplacedCharacters, losses.CutCells, row.CreatedAt, row.FinishedAt,
            row.State == ExportState.Done ? row.FinishedAt + ExportStore.Kept : null, row.Error);
    }

    private static ExportRequest RequestOf(ExportRow row) => JsonSerializer.Deserialize<ExportRequest>(row.Options, JsonSerializerOptions.Web)!;

    private static string FileName(ExportRequest request, DateTimeOffset at, VocOptions options) =>
        $"voc-{TimeZoneInfo.ConvertTime(at, options.Zone).ToString("yyyyMMdd-HHmm", CultureInfo.InvariantCulture)}.{request.Extension}";

    private static string? OwnerFor(ClaimsPrincipal user) => user.IsInRole(Policies.Admin) ? null : NameOf(user);

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "?";
}
