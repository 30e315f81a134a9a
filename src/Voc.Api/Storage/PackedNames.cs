using System.Text;

namespace Voc.Api.Storage;

/// <summary>How a string stands in a stored reading: the two lowest bits of the number it begins with; the others are what the kind says.</summary>
internal enum PackedString
{
    /// <summary>None at all.</summary>
    None = 0,

    /// <summary>So many bytes of UTF-8, which follow.</summary>
    Spelled = 1,

    /// <summary>A place in the text, with a length that follows.</summary>
    InText = 2,

    /// <summary>One of <see cref="PackedNames.Known"/>.</summary>
    Known = 3,
}

/// <summary>A list of names as a stored reading has it: how many, then each known or spelled.</summary>
internal static class PackedNames
{
    /// <summary>Strings that readings are full of, by their number. New ones are added at the end.</summary>
    public static readonly string[] Known =
        ["complaint", "request", "question", "praise", "churn-risk", "report", "fact", "wish", "hypothetical", "resolved", "hearsay"];

    /// <summary>How many bytes the list takes that these begin with.</summary>
    /// <exception cref="InvalidDataException">They begin with none.</exception>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        var rest = bytes;
        for (var count = Number(ref rest); count > 0; count--)
        {
            _ = Next(ref rest);
        }
        return bytes.Length - rest.Length;
    }

    /// <summary>The names with one space between.</summary>
    /// <exception cref="InvalidDataException">It is no such list.</exception>
    public static string Joined(ReadOnlySpan<byte> names)
    {
        var joined = new StringBuilder();
        for (var count = Number(ref names); count > 0; count--)
        {
            joined.Append(joined.Length > 0 ? " " : "").Append(Next(ref names));
        }
        return joined.ToString();
    }

    private static string Next(ref ReadOnlySpan<byte> bytes)
    {
        var header = Number(ref bytes);
        var number = header >> 2;
        switch ((PackedString)(header & 3))
        {
            case PackedString.Known when number < Known.Length:
                return Known[number];
            case PackedString.Spelled when number <= bytes.Length:
                var name = Encoding.UTF8.GetString(bytes[..number]);
                bytes = bytes[number..];
                return name;
            default:
                throw new InvalidDataException("Names that are not packed as they should be.");
        }
    }

    private static int Number(ref ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        for (var (at, shift) = (0, 0); at < bytes.Length && shift < 28; at++, shift += 7)
        {
            number |= (bytes[at] & 0x7F) << shift;
            if (bytes[at] < 0x80)
            {
                bytes = bytes[(at + 1)..];
                return number;
            }
        }
        throw new InvalidDataException("A number that does not end.");
    }
}
