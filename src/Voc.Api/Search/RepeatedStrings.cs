namespace Voc.Api.Search;

/// <summary>Makes a string of bytes.</summary>
internal delegate string StringReader(ReadOnlySpan<byte> bytes);

/// <summary>Most values of a column are those of a few: the last of each place in a small table is kept as a string.</summary>
internal sealed class RepeatedStrings(StringReader read)
{
    private const int Places = 1 << 12;
    private readonly (byte[] Bytes, string Text)[] _last = new (byte[], string)[Places];

    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }
        var hash = new HashCode();
        hash.AddBytes(bytes);
        ref var last = ref _last[hash.ToHashCode() & (Places - 1)];
        if (last.Text is null || !bytes.SequenceEqual(last.Bytes))
        {
            last = (bytes.ToArray(), read(bytes));
        }
        return last.Text;
    }
}
