namespace Voc.Analysis.Search;

/// <summary>Reads what may follow a word, phrase or parenthesis without a space: <c>~3</c> and <c>^2</c>, each once.</summary>
internal static class QuerySuffix
{
    /// <summary>Most places a phrase may be out of line.</summary>
    public const int MaxSlop = 100;

    /// <summary>Highest factor.</summary>
    public const double MaxBoost = 100;

    /// <summary>
    /// Whether the suffix of a word begins here. Signs alone are no word, so that <c>^^</c> is not taken for one with a suffix; a
    /// wave after Japanese is part of how it is said.
    /// </summary>
    public static bool BeginsAt(string query, int start, int at)
    {
        var sign = QuerySigns.IsBoost(query[at]) || (query[at] == '~' && at > start && char.IsLetter(query[at - 1]) && IsFuzziness(query, at + 1));
        return sign && query.AsSpan(start, at - start).ContainsAnyLetterOrDigit();
    }

    /// <summary>The token with its suffixes.</summary>
    /// <exception cref="QueryException">A suffix has no number, or one out of bounds, or stands where it means nothing.</exception>
    public static QueryToken Read(string query, QueryToken token)
    {
        var end = token.End;
        while (end < query.Length)
        {
            if (QuerySigns.IsBoost(query[end]) && token.Boost == 0)
            {
                var number = NumberEnd(query, end + 1);
                token = token with { Boost = Boost(query, token, end, number) };
                end = number;
            }
            else if (QuerySigns.IsSlop(query[end]) && token.Kind == QueryTokenKind.Phrase && token.Slop == 0)
            {
                var number = NumberEnd(query, end + 1);
                token = token with { Slop = Slop(end, number, QuerySigns.Number(query.AsSpan(end + 1, number - end - 1))) };
                end = number;
            }
            else if (query[end] == '~' && token.Kind == QueryTokenKind.Word && IsFuzziness(query, end + 1))
            {
                throw QueryProblems.Unsupported(end, NumberEnd(query, end + 1));
            }
            else
            {
                break;
            }
        }
        return token with { Suffix = token.End, End = end };
    }

    private static double Boost(string query, QueryToken token, int at, int end) => QuerySigns.Number(query.AsSpan(at + 1, end - at - 1)) switch
    {
        > 0 and <= MaxBoost and var boost when end == query.Length || QuerySigns.EndsWord(query, end) || QuerySigns.IsSlop(query[end]) => boost,
        var number => throw QueryProblems.BadBoost(query, token, at, end, number),
    };

    private static int Slop(int at, int end, double? number) => number switch
    {
        >= 0 and <= MaxSlop and var slop when slop == Math.Floor(slop) => (int)slop,
        _ => throw QueryProblems.BadSlop(at, end, number),
    };

    private static bool IsFuzziness(string query, int at)
    {
        var end = NumberEnd(query, at);
        return end > at && (end == query.Length || QuerySigns.EndsWord(query, end) || QuerySigns.IsBoost(query[end]));
    }

    private static int NumberEnd(string query, int at)
    {
        while (at < query.Length && QuerySigns.IsNumeral(query[at]))
        {
            at++;
        }
        return at;
    }

    private static bool ContainsAnyLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }
        return false;
    }
}
