using System.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>
/// Recognises copies, word for word or nearly so, of texts of the last days: fingerprints of character trigrams that differ in few
/// bits (Charikar, "Similarity estimation techniques from rounding algorithms", 2002). Short texts are never copies: many people
/// write "cannot log in" by themselves.
/// </summary>
public sealed partial class NearDuplicates
{
    private const int MinLetters = 24;
    private const int MaxLetters = 2000;
    private const int MaxDistance = 3;
    private const int Bands = 4;
    private const int Capacity = 50_000;

    private readonly Dictionary<(int Band, ushort Bits), List<int>> _bands = [];
    private readonly List<(ulong Print, int Day)> _prints = [];

    /// <summary>Whether the text is a copy of one of the last <paramref name="days"/> days; notes it if it is not.</summary>
    public bool IsCopy(string text, int day, int days)
    {
        if (Fingerprint(text) is not { } print)
        {
            return false;
        }
        for (var band = 0; band < Bands; band++)
        {
            if (_bands.TryGetValue((band, Bits(print, band)), out var same) && same.Any(i => Near(i, print, day, days)))
            {
                return true;
            }
        }
        Note(print, day, days);
        return false;
    }

    private bool Near(int index, ulong print, int day, int days) =>
        Math.Abs(_prints[index].Day - day) < days && BitOperations.PopCount(_prints[index].Print ^ print) <= MaxDistance;

    private void Note(ulong print, int day, int days)
    {
        if (_prints.Count >= Capacity)
        {
            Forget(day - days);
        }
        for (var band = 0; band < Bands; band++)
        {
            var bits = (band, Bits(print, band));
            if (!_bands.TryGetValue(bits, out var list))
            {
                _bands.Add(bits, list = []);
            }
            // A band value shared by very many texts tells nothing; keeping all would make a flood quadratic.
            if (list.Count < 64)
            {
                list.Add(_prints.Count);
            }
        }
        _prints.Add((print, day));
    }

    private void Forget(int before)
    {
        var kept = _prints.Where(p => p.Day > before).TakeLast(Capacity / 2).ToList();
        _prints.Clear();
        _bands.Clear();
        foreach (var (print, day) in kept)
        {
            Note(print, day, 0);
        }
    }

    private static ushort Bits(ulong print, int band) => (ushort)(print >> (16 * band));

    private static ulong? Fingerprint(string text)
    {
        Span<int> weights = stackalloc int[64];
        var (a, b, letters) = ('\0', '\0', 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c) || ++letters > MaxLetters)
            {
                continue;
            }
            var hash = Mix(((ulong)a << 32) | ((ulong)b << 16) | char.ToLowerInvariant(c));
            for (var bit = 0; bit < 64; bit++)
            {
                weights[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
            }
            (a, b) = (b, char.ToLowerInvariant(c));
        }
        if (letters < MinLetters)
        {
            return null;
        }
        var print = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            print |= weights[bit] > 0 ? 1UL << bit : 0;
        }
        return print;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
