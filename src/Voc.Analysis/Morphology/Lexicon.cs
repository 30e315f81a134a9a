using System.Buffers.Binary;

namespace Voc.Analysis.Morphology;

/// <summary>
/// Entries of the dictionary, in groups of one surface, with their features. Reads the pair of files that the system
/// dictionary (<c>tid</c>) and the unknown words (<c>unk</c>) have alike: records of 10 bytes (left context, right context,
/// cost, offset of the features) and zero-terminated feature lines, plus a map from a group's key to its records.
/// </summary>
internal sealed class Lexicon
{
    private const int RecordSize = 10;
    private const int LongestFeatures = 1024;
    private readonly WordEntry[] _entries;
    private readonly int[] _features;
    private readonly int[] _groupStarts;
    private readonly byte[] _featureLines;
    private readonly Word?[] _words;
    private readonly WordReader _reader;

    private Lexicon(WordEntry[] entries, int[] features, int[] groupStarts, byte[] featureLines, WordReader reader)
    {
        (_entries, _features, _groupStarts, _featureLines, _reader) = (entries, features, groupStarts, featureLines, reader);
        _words = new Word?[entries.Length];
    }

    /// <summary>Number of entries that a path can go through.</summary>
    public int Count => _entries.Length;

    /// <summary>Reads the files whose names start with a prefix.</summary>
    /// <param name="files">The dictionary.</param>
    /// <param name="prefix"><c>tid</c> or <c>unk</c>.</param>
    /// <param name="reader">Makes words of feature lines.</param>
    /// <param name="groupOfKey">The group each key got, −1 for a key without entries.</param>
    public static Lexicon Load(DictionaryFiles files, string prefix, WordReader reader, out int[] groupOfKey)
    {
        var map = files.Values<int>(prefix + "_map");
        var total = CountRecords(files, prefix, map);
        var records = files.Read<byte>(prefix, total * RecordSize);
        var entries = new List<WordEntry>(total);
        var features = new List<int>(total);
        var groupStarts = new List<int>(map[0] + 1);
        groupOfKey = new int[total];
        Array.Fill(groupOfKey, -1);
        for (int group = 0, at = 1; group < map[0]; group++)
        {
            var (key, size) = (map[at], map[at + 1]);
            if (key < 0 || key >= groupOfKey.Length)
            {
                throw files.Unusable(prefix + "_map");
            }

            groupOfKey[key] = group;
            groupStarts.Add(entries.Count);
            foreach (var offset in map.AsSpan(at + 2, size))
            {
                if (offset < 0 || offset > records.Length - RecordSize)
                {
                    throw files.Unusable(prefix + "_map");
                }

                Add(entries, features, groupStarts[^1], records.AsSpan(offset, RecordSize));
            }

            at += 2 + size;
        }

        groupStarts.Add(entries.Count);
        return new Lexicon([.. entries], [.. features], [.. groupStarts], FeatureLines(files, prefix, features), reader);
    }

    /// <summary>The entries of a group.</summary>
    /// <param name="group">Number of the group.</param>
    /// <param name="first">Number of its first entry.</param>
    public ReadOnlySpan<WordEntry> Group(int group, out int first)
    {
        first = _groupStarts[group];
        return _entries.AsSpan(first, _groupStarts[group + 1] - first);
    }

    /// <summary>The word of an entry: made when first asked for, then always the same object.</summary>
    public Word WordOf(int entry) => _words[entry] ?? Make(entry);

    /// <summary>An entry.</summary>
    public WordEntry EntryAt(int entry) => _entries[entry];

    /// <summary>The features of an entry as they are in the dictionary: UTF-8, beginning with the surface.</summary>
    public ReadOnlySpan<byte> LineOf(int entry)
    {
        var line = _featureLines.AsSpan(_features[entry]);
        return line[..line.IndexOf((byte)0)];
    }

    /// <summary>The highest contexts used, to check them against the connection costs.</summary>
    public (int Left, int Right) HighestContexts() =>
        (_entries.Max(e => e.LeftContext), _entries.Max(e => e.RightContext));

    private Word Make(int entry)
    {
        var made = _reader.Read(LineOf(entry));
        return Interlocked.CompareExchange(ref _words[entry], made, null) ?? made;
    }

    private static int CountRecords(DictionaryFiles files, string prefix, int[] map)
    {
        var total = 0;
        var at = 1;
        for (var group = 0; group < map[0]; group++)
        {
            if (at + 1 >= map.Length || map[at + 1] <= 0 || map[at + 1] > map.Length - at - 2)
            {
                throw files.Unusable(prefix + "_map");
            }

            total += map[at + 1];
            at += 2 + map[at + 1];
        }

        return total > 0 ? total : throw files.Unusable(prefix + "_map");
    }

    private static void Add(List<WordEntry> entries, List<int> features, int groupStart, ReadOnlySpan<byte> record)
    {
        var entry = new WordEntry(
            BinaryPrimitives.ReadUInt16LittleEndian(record),
            BinaryPrimitives.ReadUInt16LittleEndian(record[2..]),
            BinaryPrimitives.ReadInt16LittleEndian(record[4..]));

        // An earlier entry of the same contexts that costs no more wins against this one in any sentence.
        for (var other = groupStart; other < entries.Count; other++)
        {
            if (entries[other].LeftContext == entry.LeftContext && entries[other].RightContext == entry.RightContext && entries[other].Cost <= entry.Cost)
            {
                return;
            }
        }

        entries.Add(entry);
        features.Add(BinaryPrimitives.ReadInt32LittleEndian(record[6..]));
    }

    private static byte[] FeatureLines(DictionaryFiles files, string prefix, List<int> offsets)
    {
        var (first, last) = (offsets.Min(), offsets.Max());
        if (first < 0 || last > files.UncompressedSize(prefix + "_pos") - LongestFeatures)
        {
            throw files.Unusable(prefix);
        }

        var lines = files.Read<byte>(prefix + "_pos", last + LongestFeatures);
        return lines.AsSpan(last).Contains((byte)0) ? lines : throw files.Unusable(prefix + "_pos");
    }
}
