using System.Runtime.InteropServices;
using System.Text;
using Voc.Analysis.Retrieval.Segments;
using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval;

/// <summary>
/// Terms by ordinals in the order they were first seen. Terms never go. Safe for any number of threads; only adding a new term makes
/// others that add wait. Of a term longer than 65,535 bytes in UTF-8 only these count.
/// </summary>
public sealed class Vocabulary
{
    private const int PageBits = 12;
    private const int BytesInPage = 1 << 16;

    private readonly Lock _adding = new();
    private readonly TermsInOrder _inOrder;
    private byte[][] _bytes = [new byte[BytesInPage]];
    private Entry[][] _entries = [];
    private ulong[] _slots = new ulong[1024];
    private int _count;
    private int _bytesUsed;

    internal Vocabulary() => _inOrder = new TermsInOrder(this);

    /// <summary>How many terms there are; their ordinals are less.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The term of an ordinal.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> - 1.</param>
    public string this[int ordinal] => Encoding.UTF8.GetString(Utf8(ordinal));

    /// <summary>The term of an ordinal in UTF-8.</summary>
    /// <param name="ordinal">0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<byte> Utf8(int ordinal)
    {
        ref readonly var entry = ref Of(ordinal);
        return _bytes[entry.Page].AsSpan(entry.Start, entry.Length);
    }

    /// <summary>The ordinal of a term, or -1. One that is found need not be in a snapshot taken before.</summary>
    public int Find(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return Find(Encoding.UTF8.GetBytes(term));
    }

    /// <summary>The ordinal of a term in UTF-8, or -1.</summary>
    public int Find(ReadOnlySpan<byte> term)
    {
        term = Kept(term);
        return Find(term, TermHash.Of(term));
    }

    /// <summary>The ordinals of all terms that begin like this, in any order.</summary>
    public IReadOnlyList<int> WithPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return _inOrder.WithPrefix(Kept(Encoding.UTF8.GetBytes(prefix)));
    }

    /// <summary>The ordinal of a term, which is added where it is new.</summary>
    internal int Add(ReadOnlySpan<byte> term)
    {
        term = Kept(term);
        var hash = TermHash.Of(term);
        var known = Find(term, hash);
        return known >= 0 ? known : AddNew(term, hash);
    }

    /// <summary>Adds what a line of terms holds to lists of ordinals and of compounds; terms that are new are added.</summary>
    /// <param name="line">The line, see <see cref="TermLine"/>.</param>
    /// <param name="ordinals">Receives its terms.</param>
    /// <param name="compounds">Receives the words that are several of them; their places count from the first term of the line.</param>
    internal void AddAll(ReadOnlySpan<byte> line, List<int> ordinals, List<Compound> compounds)
    {
        var words = new WordsOfLine(ordinals, compounds);
        Span<Sought> sought = stackalloc Sought[32];
        var joined = false;
        for (var at = 0; at < line.Length;)
        {
            var count = 0;
            while (at < line.Length && count < sought.Length)
            {
                var length = line[at..].IndexOfAny((byte)' ', TermLine.Joint);
                length = length < 0 ? line.Length - at : length;
                var joins = at + length < line.Length && line[at + length] == TermLine.Joint;
                if (length > 0)
                {
                    var role = joins && !joined ? TermRole.Word : joined && !joins ? TermRole.LastOfWord : TermRole.Term;
                    sought[count++] = new Sought { Start = at, Length = length, Role = role, Hash = TermHash.Of(Kept(line.Slice(at, length))) };
                }
                joined = joins;
                at += length + 1;
            }
            AddAll(line, sought[..count], ref words);
        }
    }

    /// <summary>Puts the terms in order, so that the first who asks for a prefix need not wait.</summary>
    internal void Sort() => _inOrder.Sorted();

    /// <summary>The hash of a term's bytes.</summary>
    internal ulong Hash(int ordinal) => Of(ordinal).Hash;

    private static ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> term) => term.Length <= ushort.MaxValue ? term : term[..ushort.MaxValue];

    private ref readonly Entry Of(int ordinal) => ref _entries[ordinal >> PageBits][ordinal & ((1 << PageBits) - 1)];

    private int Find(ReadOnlySpan<byte> term, ulong hash)
    {
        var slots = Volatile.Read(ref _slots);
        var mask = slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var slot = Volatile.Read(ref slots[at]);
            if (slot == 0)
            {
                return -1;
            }
            if ((uint)(slot >> 32) == (uint)(hash >> 32) && Utf8((int)(uint)slot - 1).SequenceEqual(term))
            {
                return (int)(uint)slot - 1;
            }
        }
    }

    // Memory is what looking up waits for, so what does not depend on each other is read for all terms before the next step.
    private void AddAll(ReadOnlySpan<byte> terms, Span<Sought> sought, ref WordsOfLine words)
    {
        var slots = Volatile.Read(ref _slots);
        foreach (ref var term in sought)
        {
            var slot = Volatile.Read(ref slots[(int)term.Hash & (slots.Length - 1)]);
            term.Ordinal = (uint)(slot >> 32) == (uint)(term.Hash >> 32) ? (int)(uint)slot - 1 : -1;
        }
        foreach (ref var term in sought)
        {
            term.Known = term.Ordinal < 0 ? default : Of(term.Ordinal);
        }
        foreach (ref readonly var term in sought)
        {
            var bytes = Kept(terms.Slice(term.Start, term.Length));
            var isKnown = term.Ordinal >= 0 && _bytes[term.Known.Page].AsSpan(term.Known.Start, term.Known.Length).SequenceEqual(bytes);
            words.Add(isKnown ? term.Ordinal : Add(bytes), term.Role);
        }
    }

    private int AddNew(ReadOnlySpan<byte> term, ulong hash)
    {
        lock (_adding)
        {
            var known = Find(term, hash);
            return known >= 0 ? known : Append(term, hash);
        }
    }

    private int Append(ReadOnlySpan<byte> term, ulong hash)
    {
        var ordinal = _count;
        if (_bytesUsed + term.Length > BytesInPage)
        {
            Volatile.Write(ref _bytes, [.. _bytes, new byte[BytesInPage]]);
            _bytesUsed = 0;
        }
        if (ordinal >> PageBits == _entries.Length)
        {
            Volatile.Write(ref _entries, [.. _entries, new Entry[1 << PageBits]]);
        }
        term.CopyTo(_bytes[^1].AsSpan(_bytesUsed));
        _entries[^1][ordinal & ((1 << PageBits) - 1)] = new Entry(hash, _bytes.Length - 1, (ushort)_bytesUsed, (ushort)term.Length);
        _bytesUsed += term.Length;
        Volatile.Write(ref _count, ordinal + 1);
        if (2 * (ordinal + 1) > _slots.Length)
        {
            Grow();
        }
        Place(_slots, ordinal, hash);
        return ordinal;
    }

    private void Grow()
    {
        var slots = new ulong[4 * _slots.Length];
        for (var ordinal = 0; ordinal < _count - 1; ordinal++)
        {
            Place(slots, ordinal, Of(ordinal).Hash);
        }
        Volatile.Write(ref _slots, slots);
    }

    private static void Place(ulong[] slots, int ordinal, ulong hash)
    {
        var mask = slots.Length - 1;
        var at = (int)hash & mask;
        while (slots[at] != 0)
        {
            at = (at + 1) & mask;
        }
        Volatile.Write(ref slots[at], (hash & 0xFFFFFFFF00000000) | (uint)(ordinal + 1));
    }

    private struct Sought
    {
        public int Start;
        public int Length;
        public TermRole Role;
        public ulong Hash;
        public int Ordinal;
        public Entry Known;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Entry(ulong Hash, int Page, ushort Start, ushort Length);
}
