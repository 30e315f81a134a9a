namespace Voc.Api.Problems;

/// <summary>What is said where the framework answers with a status alone, before any endpoint could say more.</summary>
internal static class ProblemStatus
{
    public static readonly LocalizedText WrongType = new("この形式の本文は受け付けていません。", "This type of content is not accepted.");

    public static readonly LocalizedText SendJson = new(
        "本文を JSON にし、Content-Type: application/json を付けて送ってください。", "Send JSON with Content-Type: application/json.");

    public static void Describe(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Detail is null && Of(problem.Status) is var (title, detail))
        {
            var parameter = problem.Status == StatusCodes.Status400BadRequest ? WrongParameter.Of(context.HttpContext) : null;
            (problem.Title, problem.Detail) = (title.Say(), (parameter ?? detail).Say());
        }
    }

    private static (LocalizedText Title, LocalizedText Detail)? Of(int? status) => status switch
    {
        400 => (new("リクエストを読み取れません。", "The request cannot be read."), new("/openapi/v1.json で形式を確認してください。", "See /openapi/v1.json for its form.")),
        404 => (new("見つかりません。", "There is nothing here."), new("アドレスを確認してください。", "Check the address.")),
        405 => (new("このアドレスでは使えないメソッドです。", "This method cannot be used here."), new("/openapi/v1.json でメソッドを確認してください。", "See /openapi/v1.json for the methods.")),
        413 => (new("送信された内容が大きすぎます。", "The request is too large."), new("小さく分けて送ってください。", "Send it in smaller parts.")),
        415 => (WrongType, SendJson),
        _ => null,
    };
}
