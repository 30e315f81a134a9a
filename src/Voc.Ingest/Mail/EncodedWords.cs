using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Mail;

/// <summary>
/// Reads the encoded words of a header (RFC 2047). Neighbours in one encoding are joined before they are decoded, for many mail
/// programs cut in the middle of a character.
/// </summary>
internal static partial class EncodedWords
{
    /// <summary>A header as a person reads it.</summary>
    /// <param name="header">The header as it came, with its line ends.</param>
    public static string Decoded(string header)
    {
        var unfolded = Fold().Replace(header, " ").Trim();
        var text = new StringBuilder(unfolded.Length);
        var (charset, bytes, at) = ("", new List<byte>(), 0);
        foreach (Match word in Word().Matches(unfolded))
        {
            var between = unfolded.AsSpan(at, word.Index - at);
            var isNeighbour = at > 0 && between.IsWhiteSpace();
            if (!isNeighbour || !charset.Equals(word.Groups[1].Value, StringComparison.OrdinalIgnoreCase))
            {
                Flush(text, charset, bytes);
                text.Append(isNeighbour ? "" : between);
                charset = word.Groups[1].Value;
            }

            bytes.AddRange(Bytes(word.Groups[2].Value, word.Groups[3].Value));
            at = word.Index + word.Length;
        }

        Flush(text, charset, bytes);
        return text.Append(unfolded.AsSpan(at)).ToString();
    }

    private static void Flush(StringBuilder text, string charset, List<byte> bytes)
    {
        text.Append(bytes.Count == 0 ? "" : MailBody.Decoded([.. bytes], charset));
        bytes.Clear();
    }

    private static byte[] Bytes(string form, string content)
    {
        if (form is "B" or "b")
        {
            var digits = content.TrimEnd('=');
            var buffer = new byte[content.Length];
            return Convert.TryFromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='), buffer, out var length) ? buffer[..length] : [];
        }

        var bytes = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '=' && i + 2 < content.Length && byte.TryParse(content.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add(content[i] == '_' ? (byte)' ' : (byte)content[i]);
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("=\\?([^?\\s]{1,60}?)(?:\\*[^?\\s]{0,20})?\\?([BbQq])\\?([^?]*)\\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("\\r?\\n[ \\t]*", RegexOptions.CultureInvariant)]
    private static partial Regex Fold();
}
