using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Forms;

/// <summary>What a browser sent from a form: values by name, blank ones left out.</summary>
/// <param name="Values">Values by name; of several with one name the first.</param>
public sealed partial record FormSubmission(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Most bytes of a body.</summary>
    public const int MaximumBytes = 128 * 1024;

    /// <summary>Name of the value with the token of <see cref="FormTokens"/>.</summary>
    public const string TokenName = "_token";

    /// <summary>Name of the value that tells one filling-in from another, so that sending it twice stores it once.</summary>
    public const string IdName = "_id";

    /// <summary>Name of the field that people do not see and programs fill in.</summary>
    public const string HoneypotName = "homepage";

    private const int MaximumValues = 200;

    /// <summary>A value, or null.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether a value can stand for one filling-in: 16 to 64 letters, digits and hyphens.</summary>
    internal static bool IsId(string value) => IdForm().IsMatch(value);

    /// <summary>Reads the body of a request.</summary>
    /// <param name="contentType">The <c>Content-Type</c> header: JSON or <c>application/x-www-form-urlencoded</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="submission">What was sent, or null.</param>
    /// <param name="status">Status of the answer where it cannot be read.</param>
    /// <param name="problem">Why it cannot be read, or null.</param>
    public static bool TryRead(
        string? contentType, ReadOnlyMemory<byte> body, [NotNullWhen(true)] out FormSubmission? submission, out int status, [NotNullWhen(false)] out LocalizedText? problem)
    {
        submission = null;
        var type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        (status, problem) = body.Length > MaximumBytes ? (413, FormProblems.TooLarge(MaximumBytes))
            : type.StartsWith("multipart/", StringComparison.Ordinal) ? (415, FormProblems.NoAttachments)
            : type is not ("application/json" or "application/x-www-form-urlencoded") ? (415, FormProblems.UnknownType)
            : (202, null);
        if (problem is not null)
        {
            return false;
        }

        var values = type == "application/json" ? FromJson(body, ref status, ref problem) : FromUrlEncoded(Encoding.UTF8.GetString(body.Span));
        submission = values is null ? null : new(values);
        return submission is not null && problem is null;
    }

    private static Dictionary<string, string>? FromJson(ReadOnlyMemory<byte> body, ref int status, ref LocalizedText? problem)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(body, new() { MaxDepth = 8 });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                (status, problem) = (400, FormProblems.NoObject);
                return null;
            }

            foreach (var property in json.RootElement.EnumerateObject().Take(MaximumValues))
            {
                if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    (status, problem) = (415, FormProblems.NoAttachments);
                    return null;
                }

                Add(values, property.Name, property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString()!,
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => property.Value.GetRawText(),
                    _ => "",
                });
            }

            return values;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is how the framework refuses half a surrogate pair.
            (status, problem) = (400, FormProblems.NoObject);
            return null;
        }
    }

    private static Dictionary<string, string> FromUrlEncoded(string body)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in body.Split('&', MaximumValues + 1).Take(MaximumValues))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            Add(values, WebUtility.UrlDecode(name) ?? "", equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..]) ?? "");
        }

        return values;
    }

    private static void Add(Dictionary<string, string> values, string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            values.TryAdd(name, value.Trim());
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{16,64}$")]
    private static partial Regex IdForm();
}
