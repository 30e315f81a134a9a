using System.Globalization;
using System.Text;
using Voc.Ingest.Masking;

namespace Voc.Ingest.Mapping;

/// <summary>
/// Identifies rows that bring no identifier: by a keyed hash of everything that is taken in of them, and by their ordinal among identical
/// rows. Identical rows stay apart; the same file, or a longer export of the same data in any order, brings the same identifiers again.
/// </summary>
internal sealed class RowIdentity(CustomerPseudonyms key)
{
    private const char Separator = '\u001F';
    private readonly Dictionary<ulong, int> _times = [];
    private readonly StringBuilder _content = new();

    /// <summary>The identifier of the next row with this content.</summary>
    public string Next(FeedbackDraft draft, string? textColumn)
    {
        var hash = key.Digest(Content(draft, textColumn));
        // Half of the hash is enough to count by: two contents that share it by chance still have different identifiers.
        var half = BitConverter.ToUInt64(hash);
        var times = _times[half] = _times.GetValueOrDefault(half) + 1;
        var name = Convert.ToHexStringLower(hash);
        return times == 1 ? $"row-{name}" : $"row-{name}-{times.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>A hash of the content alone.</summary>
    public ulong Fingerprint(FeedbackDraft draft) => BitConverter.ToUInt64(key.Digest(Content(draft, null)));

    private string Content(FeedbackDraft draft, string? textColumn)
    {
        _content.Clear();
        Add(textColumn);
        Add(draft.Text?.ReplaceLineEndings("\n"));
        Add(draft.OccurredAt?.UtcTicks.ToString(CultureInfo.InvariantCulture));
        Add(draft.Product);
        Add(draft.Customer);
        foreach (var (name, score) in draft.Scores)
        {
            Add(name);
            Add(score.ToString("R", CultureInfo.InvariantCulture));
        }

        foreach (var (name, value) in draft.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(name);
            Add(value.ReplaceLineEndings("\n"));
        }

        return _content.ToString();
    }

    private void Add(string? part) => _content.Append(part.AsSpan().Trim()).Append(Separator);
}
