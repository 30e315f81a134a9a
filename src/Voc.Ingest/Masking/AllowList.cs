namespace Voc.Ingest.Masking;

/// <summary>
/// What a company says is no personal data: its own telephone number and addresses, products that are called like people. What lies inside
/// such an expression stays. Width, case, spaces and dashes do not matter. Immutable.
/// </summary>
public sealed class AllowList
{
    /// <summary>Most expressions of a list.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>Longest expression in UTF-16 units.</summary>
    public const int MaxLength = 200;

    /// <summary>A list without expressions.</summary>
    public static readonly AllowList Empty = new([]);

    private readonly string[] _entries;

    /// <summary>Takes the expressions.</summary>
    /// <param name="entries">As people write them; those that are blank after folding are left out.</param>
    public AllowList(IEnumerable<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = [.. entries.Select(Canonical).Where(e => e.Length > 0).Distinct().Take(MaxEntries)];
    }

    /// <summary>How many expressions there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The form under which two ways to write an expression are the same: half-width, lower case, without spaces, dashes, dots and brackets.</summary>
    public static string Canonical(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Squeeze(text, null);
    }

    /// <summary>Takes out of what was found what lies inside an expression of the list.</summary>
    internal List<PersonalData> Without(string text, List<PersonalData> found)
    {
        if (_entries.Length == 0 || found.Count == 0)
        {
            return found;
        }

        var offsets = new List<int>(text.Length);
        var squeezed = Squeeze(text, offsets);
        var allowed = new List<(int Start, int End)>();
        foreach (var entry in _entries)
        {
            for (var at = squeezed.IndexOf(entry, StringComparison.Ordinal); at >= 0; at = squeezed.IndexOf(entry, at + 1, StringComparison.Ordinal))
            {
                if (!GoesOn(squeezed, at, entry.Length))
                {
                    allowed.Add((offsets[at], offsets[at + entry.Length - 1] + 1));
                }
            }
        }

        return allowed.Count == 0 ? found : Outside(text, found, allowed);
    }

    /// <summary>What lies in none of the stretches; one pass over both, which are in text order.</summary>
    private static List<PersonalData> Outside(string text, List<PersonalData> found, List<(int Start, int End)> allowed)
    {
        allowed.Sort();
        var (next, reach) = (0, 0);
        return found.FindAll(data =>
        {
            var first = FirstOf(text, data);
            for (; next < allowed.Count && allowed[next].Start <= first; next++)
            {
                reach = Math.Max(reach, allowed[next].End);
            }

            return LastOf(text, data) >= reach;
        });
    }

    /// <summary>Whether the digits or letters of an expression go on outside it, so that another number or word stands here.</summary>
    private static bool GoesOn(string text, int at, int length)
    {
        var end = at + length;
        return (at > 0 && IsSame(text[at - 1], text[at])) || (end < text.Length && IsSame(text[end - 1], text[end]));
    }

    private static bool IsSame(char a, char b) => (char.IsAsciiDigit(a) && char.IsAsciiDigit(b)) || (char.IsAsciiLetter(a) && char.IsAsciiLetter(b));

    private static int FirstOf(string text, PersonalData data)
    {
        var at = data.Start;
        while (at < data.End - 1 && IsSkipped(FoldedText.Fold(text[at])))
        {
            at++;
        }

        return at;
    }

    private static int LastOf(string text, PersonalData data)
    {
        var at = data.End - 1;
        while (at > data.Start && IsSkipped(FoldedText.Fold(text[at])))
        {
            at--;
        }

        return at;
    }

    private static string Squeeze(string text, List<int>? offsets)
    {
        var squeezed = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = char.ToLowerInvariant(FoldedText.Fold(text[i]));
            if (!IsSkipped(c))
            {
                squeezed.Append(c);
                offsets?.Add(i);
            }
        }

        return squeezed.ToString();
    }

    private static bool IsSkipped(char c) => char.IsWhiteSpace(c) || c is '-' or '(' or ')' or '.' or '+';
}
