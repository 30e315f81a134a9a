using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Voc.Api.Pipeline;
using Voc.Api.Storage;

namespace Voc.Api.Problems;

/// <summary>Answers to bad input: application/problem+json in the reader's language.</summary>
internal static class Problem
{
    public static readonly LocalizedText InvalidRequest = new("リクエストの内容を確認してください。", "Please check the request.");

    /// <summary>The language of the reader of the current request.</summary>
    public static string Say(this LocalizedText text) => text.In(CultureInfo.CurrentUICulture);

    /// <summary>An answer that says what is wrong and what to do.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="detail">What to do about it.</param>
    /// <param name="code">A word programs can test.</param>
    public static ProblemHttpResult Of(int status, LocalizedText title, LocalizedText? detail = null, string? code = null) =>
        TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Title = title.Say(),
            Detail = detail?.Say(),
            Extensions = code is null ? new Dictionary<string, object?>() : new Dictionary<string, object?> { ["code"] = code },
        });

    /// <summary>400 that names the field.</summary>
    public static ProblemHttpResult Field(string field, LocalizedText message, string? code = null)
    {
        var problem = new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [message.Say()] })
        {
            Status = StatusCodes.Status400BadRequest,
            Title = InvalidRequest.Say(),
            Detail = message.Say(),
        };
        if (code is not null)
        {
            problem.Extensions["code"] = code;
        }
        return TypedResults.Problem(problem);
    }

    public static ProblemHttpResult NotFound(string what, object id) => Of(
        StatusCodes.Status404NotFound,
        new($"{what} {id} は見つかりません。", $"There is no {what} {id}."),
        new("番号を確認するか、一覧から選び直してください。", "Check the identifier or choose from the list again."));
}

/// <summary>Turns exceptions that mean something to the caller into problems; anything else is a 500 without inner details.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title, detail) = Describe(exception);
        if (status >= StatusCodes.Status500InternalServerError && exception is not InboxFullException)
        {
            // The framework logs nothing of what a handler takes over. The path alone: a query may hold a key.
            log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        }
        if (exception is InboxFullException full)
        {
            httpContext.Response.Headers.RetryAfter = full.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }
        else if (exception is StoreUnavailableException)
        {
            httpContext.Response.Headers.RetryAfter = "10";
        }
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = status, Title = title.Say(), Detail = detail.Say() },
        });
    }

    private static (int Status, LocalizedText Title, LocalizedText Detail) Describe(Exception exception) => exception switch
    {
        InboxFullException => (503,
            new("受付が混み合っています。", "The inbox is full."),
            new("Retry-After の秒数だけ待って、同じ内容をもう一度送ってください。", "Wait as long as Retry-After says and send the same again.")),
        StoreUnavailableException => (503,
            new("保存できませんでした。", "It could not be stored."),
            WithReason(exception, new("何も失われていません。しばらく待って同じ内容をもう一度送ってください。", "Nothing was lost. Send the same again later."))),
        UnknownSourceException unknown => (400,
            new($"ソース「{unknown.Name}」は登録されていません。", $"There is no source '{unknown.Name}'."),
            new("「ソース」画面か POST /api/v1/sources で作成してください。", "Create it on the Sources page or with POST /api/v1/sources.")),
        BadHttpRequestException { StatusCode: 413 } => (413,
            new("送信された内容が大きすぎます。", "The request is too large."),
            new("小さく分けて送ってください。", "Send it in smaller parts.")),
        BadHttpRequestException { StatusCode: 415 } => (415, ProblemStatus.WrongType, ProblemStatus.SendJson),
        BadHttpRequestException { InnerException: JsonException } bad => (bad.StatusCode,
            new("リクエストを読み取れません。", "The request cannot be read."),
            new("JSON の書式と項目の型を確認してください。" + Place(bad), "Check the JSON syntax and the types of the fields." + Place(bad))),
        BadHttpRequestException bad => (bad.StatusCode,
            new("リクエストを読み取れません。", "The request cannot be read."),
            new($"本文とパラメーターの値を確認してください。（{bad.Message}）", $"Check the body and the values of the parameters. ({bad.Message})")),
        _ => (500,
            new("サーバー内部でエラーが起きました。", "Something went wrong inside the server."),
            new("時間をおいてやり直してください。続く場合は管理者がログを確認してください。", "Try again later; if it goes on, an administrator should read the log.")),
    };

    private static LocalizedText WithReason(Exception exception, LocalizedText advice) =>
        StoreTrouble.Of(exception) is { } trouble ? new(trouble.Ja + advice.Ja, trouble.En + " " + advice.En) : advice;

    private static string Place(BadHttpRequestException bad) =>
        bad.InnerException is JsonException { Path: { } path } json ? $" ({path}, line {json.LineNumber + 1}, column {json.BytePositionInLine + 1})" : "";
}
