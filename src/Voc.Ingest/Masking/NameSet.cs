using System.Collections.Frozen;

namespace Voc.Ingest.Masking;

/// <summary>A set of names that can be asked for a part of a text.</summary>
internal sealed class NameSet(IEnumerable<string> names)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = names.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Has(ReadOnlySpan<char> name) => _names.Contains(name);
}
