using Voc.Ingest.Masking;

namespace Voc.Ingest.Mapping;

/// <summary>
/// The identifiers of one file with a fingerprint of their content. A row that stands in the file twice is a harmless duplicate;
/// two rows with one identifier and different content would silently lose one of them.
/// </summary>
internal sealed class SeenIdentifiers(CustomerPseudonyms key)
{
    private readonly Dictionary<UInt128, (ulong Content, uint Line)> _seen = [];

    /// <summary>The line on which the same identifier stood with other content, or null.</summary>
    public long? Conflict(AcceptedRow row, ulong content)
    {
        var id = BitConverter.ToUInt128(key.Digest(row.Feedback.ExternalId));
        if (_seen.TryAdd(id, (content, (uint)row.Line)))
        {
            return null;
        }

        var first = _seen[id];
        return first.Content == content ? null : first.Line;
    }
}
