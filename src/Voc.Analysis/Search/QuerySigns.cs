using System.Globalization;

namespace Voc.Analysis.Search;

/// <summary>The signs of the query language, with the full-width forms that a Japanese keyboard types.</summary>
internal static class QuerySigns
{
    public const string Plus = "+＋";
    public const string Minus = "-－−‐";
    private const string Openers = "\"＂“”〝「『";
    private const string Closers = "\"＂“”〟〞」』";
    private const string ExactClosers = "'’＇";

    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    public static bool IsStar(char c) => c is '*' or '＊';

    public static bool IsColon(char c) => c is ':' or '：';

    public static bool IsBoost(char c) => c is '^' or '＾';

    public static bool IsSlop(char c) => c is '~' or '～';

    public static bool IsOpen(char c) => c is '(' or '（';

    public static bool IsClose(char c) => c is ')' or '）';

    public static bool IsRangeStart(char c) => c is '[' or '［' or '{' or '｛';

    public static bool IsRangeEnd(char c) => c is ']' or '］' or '}' or '｝';

    public static bool IsQuote(char c) => Openers.Contains(c, StringComparison.Ordinal);

    public static bool IsExactQuote(char c) => c is '\'' or '‘' or '＇';

    public static bool IsExactCloser(char c) => ExactClosers.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a sign closes quotes and opens none: one that stands alone is passed over.</summary>
    public static bool IsStrayCloser(char c) => (Closers.Contains(c, StringComparison.Ordinal) && !IsQuote(c)) || c == '’';

    /// <summary>Whether a sign closes what another opened.</summary>
    public static bool Closes(char opener, char c) => CloserOf(opener) is { } pair ? c == pair : Closers[..6].Contains(c, StringComparison.Ordinal);

    /// <summary>What to write where the closing quote is missing.</summary>
    public static char Closer(char opener) => CloserOf(opener) ?? opener switch { '“' => '”', '〝' => '〟', '‘' => '’', _ => opener };

    /// <summary>Whether a word ends here. An apostrophe after a Latin letter belongs to it.</summary>
    public static bool EndsWord(string query, int at)
    {
        var c = query[at];
        return IsSpace(c) || IsStar(c) || IsOpen(c) || IsClose(c) || IsQuote(c) || Closers.Contains(c, StringComparison.Ordinal) || OpensExact(query, at);
    }

    /// <summary>Whether an exact string begins here.</summary>
    public static bool OpensExact(string query, int at) => IsExactQuote(query[at]) && !(at > 0 && IsLatin(query[at - 1]));

    /// <summary>Where the exact string that opens at a place closes, or -1. The apostrophe in <c>don't</c> does not close it.</summary>
    public static int ExactEnd(string query, int open)
    {
        for (var at = open + 1; at < query.Length; at++)
        {
            var inside = IsLatin(query[at - 1]) && at + 1 < query.Length && IsLatin(query[at + 1]);
            if (IsExactCloser(query[at]) && !inside)
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>A number as typed, of either width, or null.</summary>
    public static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(QueryFields.Fold(text.ToString()).Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;

    public static bool IsNumeral(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９' or '.' or '．';

    private static char? CloserOf(char opener) => opener switch { '「' => '」', '『' => '』', _ => null };

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is >= '\u00C0' and <= '\u024F';
}
