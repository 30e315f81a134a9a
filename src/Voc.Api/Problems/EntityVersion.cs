using System.Globalization;

namespace Voc.Api.Problems;

/// <summary>
/// Versions of what several people may change at once (RFC 9110): an answer names the version in <c>ETag</c>; who sends it back in
/// <c>If-Match</c> changes that version or nothing.
/// </summary>
internal static class EntityVersion
{
    public static readonly Refusal Changed = new(
        StatusCodes.Status412PreconditionFailed,
        null,
        new("ほかの人が先に変更しました。", "Somebody else changed it first."),
        new("読み直して、もう一度変更してください。", "Read it again and repeat the change."),
        "changed");

    /// <summary>Names the version in the answer.</summary>
    public static void Tell(HttpResponse response, int version) => response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version a change is meant for; null where it is meant for whichever there is, and one that nothing has where the header makes no sense.</summary>
    public static int? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header is "" or "*")
        {
            return null;
        }
        return int.TryParse(header.AsSpan().Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
