using System.Text;

namespace Voc.Ingest.Fetching;

/// <summary>One <c>allow</c> or <c>disallow</c> line: a path prefix in which <c>*</c> stands for anything and a final <c>$</c> for the end.</summary>
internal sealed class RobotsRule
{
    private const int MaximumLength = 2_048;
    private readonly string _pattern;
    private readonly bool _anchored;

    public RobotsRule(bool allow, string pattern)
    {
        Allow = allow;
        var normal = Normalize(pattern.Length <= MaximumLength ? pattern : pattern[..MaximumLength]);
        Length = normal.Length;
        _anchored = normal.EndsWith('$');
        _pattern = _anchored ? normal[..^1] : normal;
    }

    public bool Allow { get; }

    /// <summary>Length of the pattern, by which the most specific rule is found.</summary>
    public int Length { get; }

    /// <summary>Whether the rule covers a normalised path. Greedy with one step back, so the time is bounded by the product of the lengths.</summary>
    public bool Matches(string path)
    {
        int at = 0, p = 0, star = -1, resume = 0;
        while (true)
        {
            if (p == _pattern.Length && (!_anchored || at == path.Length))
            {
                return true;
            }

            if (p < _pattern.Length && _pattern[p] == '*')
            {
                star = p++;
                resume = at;
            }
            else if (p < _pattern.Length && at < path.Length && _pattern[p] == path[at])
            {
                p++;
                at++;
            }
            else if (star >= 0 && resume < path.Length)
            {
                p = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }
    }

    /// <summary>One spelling for each path: unreserved characters plain, everything else percent-encoded in upper case.</summary>
    public static string Normalize(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path.Length <= 4 * MaximumLength ? path : path[..(4 * MaximumLength)]);
        var normal = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var encoded = value == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            if (encoded)
            {
                value = Convert.ToByte(Encoding.ASCII.GetString(bytes, i + 1, 2), 16);
                i += 2;
            }

            var plain = encoded ? char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' : value is > 0x20 and < 0x7F;
            _ = plain ? normal.Append((char)value) : normal.Append('%').Append(value.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return normal.ToString();
    }
}
