using System.Text.Json;

namespace Voc.Api.Storage;

/// <summary>What the analysis read, as kept beside the feedback. The sentiment and language have columns of their own.</summary>
internal sealed record StoredReading(
    IReadOnlyList<SentenceSentiment> Sentences,
    IReadOnlyList<ScoredLabel> Intents,
    IReadOnlyList<ScoredLabel> Topics,
    IReadOnlyList<Opinion> Opinions,
    IReadOnlyList<string> Keyphrases)
{
    /// <summary>Readings were JSON at first, and nothing else begins with this.</summary>
    private const byte BeginsJson = (byte)'{';

    /// <summary>The form in which a reading is kept.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="text">The feedback's text, without which the form cannot be read back.</param>
    public static byte[] Write(AnalyzedText read, string text) =>
        ReadingFormat.Write(new StoredReading(read.Sentences, read.Intents, read.Topics, read.Opinions, read.Keyphrases), text);

    /// <summary>Whether it has the form that <see cref="Write"/> makes now.</summary>
    public static bool IsPacked(ReadOnlySpan<byte> stored) => !stored.IsEmpty && stored[0] != BeginsJson;

    /// <summary>Reads what <see cref="Write"/> made, in this version or an earlier one.</summary>
    /// <exception cref="InvalidDataException">It is none of them.</exception>
    public static StoredReading Read(byte[] stored, string text) => stored.Length > 0 && stored[0] == BeginsJson
        ? Whole(JsonSerializer.Deserialize(stored, StoredJson.Default.StoredReading)!)
        : ReadingFormat.Read(stored, text);

    /// <summary>JSON may leave lists out.</summary>
    private static StoredReading Whole(StoredReading read) =>
        new(read.Sentences ?? [], read.Intents ?? [], read.Topics ?? [], read.Opinions ?? [], read.Keyphrases ?? []);
}
