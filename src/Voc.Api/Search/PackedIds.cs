namespace Voc.Api.Search;

/// <summary>Ascending identifiers in few bytes: the difference to the one before, seven bits a byte.</summary>
internal static class PackedIds
{
    public static byte[] Write(IReadOnlyList<long> ascending)
    {
        using var bytes = new MemoryStream(4 * ascending.Count);
        using var writer = new BinaryWriter(bytes);
        var last = 0L;
        foreach (var id in ascending)
        {
            writer.Write7BitEncodedInt64(id - last);
            last = id;
        }
        return bytes.ToArray();
    }

    public static IReadOnlyList<long> Read(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed, writable: false));
        var ids = new List<long>(packed.Length / 4);
        var last = 0L;
        while (reader.BaseStream.Position < packed.Length)
        {
            ids.Add(last += reader.Read7BitEncodedInt64());
        }
        return ids;
    }
}
