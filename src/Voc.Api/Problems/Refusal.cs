using Microsoft.AspNetCore.Http.HttpResults;

namespace Voc.Api.Problems;

/// <summary>Why something cannot be done, before it is known in whose language to say so.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Field">The field that is wrong, or null.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Remedy">What to do, where the message does not say.</param>
/// <param name="Code">A word programs can test, or null.</param>
internal sealed record Refusal(int Status, string? Field, LocalizedText Message, LocalizedText? Remedy = null, string? Code = null)
{
    /// <summary>A field that does not hold what it should.</summary>
    public static Refusal Of(string field, LocalizedText message) => new(StatusCodes.Status400BadRequest, field, message);

    /// <summary>There is nothing by this identifier.</summary>
    public static Refusal Missing(LocalizedText what, object id) => new(
        StatusCodes.Status404NotFound,
        null,
        new($"{what.Ja} {id} は見つかりません。", $"There is no {what.En} {id}."),
        new("一覧を読み直してください。ほかの人が削除したのかもしれません。", "Read the list again: somebody else may have deleted it."));

    /// <summary>Something in the way that was there first.</summary>
    public static Refusal Conflict(LocalizedText message, LocalizedText remedy, string code) => new(StatusCodes.Status409Conflict, null, message, remedy, code);

    public ProblemHttpResult ToProblem() => Field is null ? Problem.Of(Status, Message, Remedy, Code) : Problem.Field(Field, Message, Code);
}
