using System.Buffers;

namespace Voc.Ingest.Masking;

/// <summary>
/// Finds personal data in a text and puts labels in its place: telephone numbers, mail addresses, postal codes, card numbers,
/// individual numbers, street addresses and names. Works by rules over a bounded window at each candidate, so its time is linear
/// in the length of the text. Safe for any number of threads.
/// </summary>
public static class PersonalDataMasker
{
    /// <summary>Masks a text.</summary>
    /// <param name="text">Any string, valid UTF-16 or not.</param>
    public static MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = Find(text);
        return new(found.Count == 0 ? text : Replace(text, found), found);
    }

    private static List<PersonalData> Find(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var folded = buffer.AsSpan(0, text.Length);
        FoldedText.Fold(text, folded);
        var reading = new FoldedText(text, folded);
        var found = new List<PersonalData>();
        EmailFinder.Find(reading, found);
        NumberFinder.Find(reading, found);
        AddressFinder.Find(reading, found);
        NameFinder.Find(reading, found);
        ArrayPool<char>.Shared.Return(buffer);
        return WithoutOverlaps(found);
    }

    /// <summary>Of two that overlap the longer stays: a postal code inside an address is part of the address.</summary>
    private static List<PersonalData> WithoutOverlaps(List<PersonalData> found)
    {
        if (found.Count < 2)
        {
            return found;
        }

        found.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.Length.CompareTo(a.Length));
        var kept = new List<PersonalData>(found.Count);
        foreach (var data in found)
        {
            if (kept.Count == 0 || data.Start >= kept[^1].End)
            {
                kept.Add(data);
            }
            else if (data.Length > kept[^1].Length)
            {
                kept[^1] = data;
            }
        }

        return kept;
    }

    private static string Replace(string text, List<PersonalData> found)
    {
        var masked = new System.Text.StringBuilder(text.Length);
        var at = 0;
        foreach (var data in found)
        {
            masked.Append(text, at, data.Start - at).Append(data.Kind.Label());
            at = data.End;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }
}
