using System.Text.Json;
using System.Text.Json.Serialization;
using Voc.Ingest.Fetching;
using Voc.Ingest.Reviews;

namespace Voc.Api.Sources;

/// <summary>
/// What is remembered of a source that is fetched: which version of the page is known, and how many reviews the last whole reading
/// gave. A page that gave some and now gives none has most likely been rebuilt; that is said until it gives some again.
/// </summary>
/// <param name="ETag">As the server sent it, or null.</param>
/// <param name="LastModified">As the server sent it, or null.</param>
/// <param name="Found">Reviews the last whole reading gave that gave any; 0 before the first.</param>
/// <param name="Reviews">How far a list or a sitemap was read, its version left out; null for what is read whole.</param>
internal sealed record FetchState(string? ETag, string? LastModified, int Found = 0, ReviewState? Reviews = null)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What the next reading begins with.</summary>
    public ReviewState Known => (Reviews ?? ReviewState.None) with { Validators = new(ETag, LastModified) };

    public static FetchState Of(string? written) =>
        written is null ? new(null, null) : JsonSerializer.Deserialize<FetchState>(written, Json)!;

    public string Written() => JsonSerializer.Serialize(this, Json);

    /// <summary>What to remember after a reading, once its rows are stored.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="usable">How many of its rows could be taken, known ones included.</param>
    /// <param name="problem">What is to be said of the source, or null.</param>
    public FetchState After(SourceReading reading, int usable, out LocalizedText? problem)
    {
        problem = reading.Problem;
        if (reading.IsWhole && usable == 0 && Found > 0)
        {
            problem = And(Rebuilt(Found), reading.Problem);
            return this; // With the version of before, the rebuilt page is not taken for known.
        }
        if (reading.Lost > 0)
        {
            problem = And(Rebuilt(reading.Lost), reading.Problem);
            return this;
        }
        var state = reading.State;
        return new(
            state.Validators.ETag, state.Validators.LastModified, reading.IsWhole && usable > 0 ? usable : Found,
            state.IsShallow ? null : state with { Validators = FetchValidators.None });
    }

    private static LocalizedText And(LocalizedText first, LocalizedText? second) =>
        second is null ? first : new($"{first.Ja} {second.Ja}", $"{first.En} {second.En}");

    private static LocalizedText Rebuilt(int found) => new(
        $"ページの作りが変わった可能性があります。以前は {found} 件読み取れましたが、今回は 1 件も読み取れませんでした。「レビュー取得のテスト」でいまのページを試し、読み取り設定を直してください。",
        $"The page may have been rebuilt: it gave {found} reviews before and gives none now. Try it under \"Test review extraction\" and change its profile.");
}
