using System.Buffers;

namespace Voc.Ingest.Masking;

/// <summary>
/// Finds personal data in a text and puts labels in its place: telephone numbers, mail addresses, postal codes, card, individual and account
/// numbers, dates of birth, private addresses of pages, names in social networks, street addresses and names. Works by rules over a bounded
/// window at each candidate, so its time is linear in the length of the text. Safe for any number of threads.
/// </summary>
/// <param name="names">Which words are names.</param>
/// <param name="allowed">What is no personal data though it looks like some.</param>
public sealed class PersonalDataMasker(NameBook names, AllowList? allowed = null)
{
    private readonly AllowList _allowed = allowed ?? AllowList.Empty;

    /// <summary>The same rules with another list of what stays.</summary>
    /// <param name="other">What is no personal data.</param>
    public PersonalDataMasker With(AllowList other) => new(names, other);

    /// <summary>Masks a text.</summary>
    /// <param name="text">Any string, valid UTF-16 or not.</param>
    public MaskedText Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = _allowed.Without(text, Find(text));
        return new(found.Count == 0 ? text : Replace(text, found), found);
    }

    private List<PersonalData> Find(string text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var folded = buffer.AsSpan(0, text.Length);
        FoldedText.Fold(text, folded);
        var reading = new FoldedText(text, folded);
        var found = new List<PersonalData>();
        PrivateUrlFinder.Find(reading, found);
        EmailFinder.Find(reading, found);
        NumberFinder.Find(reading, found);
        BirthDateFinder.Find(reading, found);
        AccountIdFinder.Find(reading, found);
        AddressFinder.Find(reading, found);
        NameFinder.Find(reading, names, found);
        ArrayPool<char>.Shared.Return(buffer);
        return WithoutLabels(reading, WithoutOverlaps(found));
    }

    /// <summary>A text that was masked before keeps its labels: [電話番号] is not somebody's name.</summary>
    private static List<PersonalData> WithoutLabels(FoldedText text, List<PersonalData> found)
    {
        if (found.Count == 0 || text.Original.IndexOf('[') < 0)
        {
            return found;
        }

        var labels = new List<(int Start, int End)>();
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            var label = kind.Label();
            for (var at = text.Original.IndexOf(label); at >= 0;)
            {
                labels.Add((at, at + label.Length));
                var further = text.Original[(at + 1)..].IndexOf(label);
                at = further < 0 ? -1 : at + 1 + further;
            }
        }

        labels.Sort();
        var next = 0;
        return found.FindAll(data =>
        {
            while (next < labels.Count && labels[next].End <= data.Start)
            {
                next++;
            }

            return next == labels.Count || labels[next].Start >= data.End;
        });
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
