using System.Numerics;

namespace Voc.Analysis.Issues;

/// <summary>How often a text was said before.</summary>
public enum Repetition
{
    /// <summary>Not lately, or once on another day: two people are summed up in the same words now and then.</summary>
    Seldom,

    /// <summary>Several times on other days: hardly by as many people.</summary>
    Often,

    /// <summary>On the same day, or so often that somebody copies it.</summary>
    Copy,
}

/// <summary>
/// Recognises copies, word for word or nearly so, of texts of the last four weeks: fingerprints of character trigrams that differ in few
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

    /// <summary>A text that comes again within so many days is the same one; it counts so often at most.</summary>
    private const int RepeatedDays = 28;
    private const int MaxTimes = 4;

    private readonly Dictionary<(int Band, ushort Bits), List<int>> _bands = [];
    private readonly List<(ulong Print, int Day)> _prints = [];

    /// <summary>Tells whether a text whose writer is unknown was said before, and notes it unless it is a copy.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">Company day; earlier ones than before will do.</param>
    /// <param name="isRecorded">
    /// Whether each text stands for a call or an answer that was recorded, so that nobody can paste it again and again. Staff sum up many
    /// people in the same words; such a text counts once a day, on any number of days.
    /// </param>
    public Repetition Seen(string text, int day, bool isRecorded = false)
    {
        if (Fingerprint(text) is not { } print)
        {
            return Repetition.Seldom;
        }
        var (times, today) = (0, false);
        foreach (var index in Candidates(print))
        {
            var apart = Math.Abs(_prints[index].Day - day);
            if (apart < RepeatedDays && BitOperations.PopCount(_prints[index].Print ^ print) <= MaxDistance)
            {
                times++;
                today |= apart == 0;
            }
        }
        if (today || (times >= MaxTimes && !isRecorded))
        {
            return Repetition.Copy;
        }
        Note(print, day);
        return times > 1 && !isRecorded ? Repetition.Often : Repetition.Seldom;
    }

    /// <summary>The prints that share a band with one, each once.</summary>
    private HashSet<int> Candidates(ulong print)
    {
        var found = new HashSet<int>();
        for (var band = 0; band < Bands; band++)
        {
            if (_bands.TryGetValue((band, Bits(print, band)), out var same))
            {
                found.UnionWith(same);
            }
        }
        return found;
    }

    private void Note(ulong print, int day)
    {
        if (_prints.Count >= Capacity)
        {
            Forget(day - RepeatedDays);
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
            Note(print, day);
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
