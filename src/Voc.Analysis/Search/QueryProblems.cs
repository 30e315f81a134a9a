namespace Voc.Analysis.Search;

/// <summary>Everything that can be wrong with the signs of a query, each with its remedies, the nearest first.</summary>
internal static class QueryProblems
{
    public static QueryException UnclosedQuote(string query, int at)
    {
        var (quote, closer) = (query[at], QuerySigns.Closer(query[at]));
        var last = query.Length - 1;
        var otherCloser = last > at && (QuerySigns.IsStrayCloser(query[last]) || QuerySigns.IsQuote(query[last]) || QuerySigns.IsExactQuote(query[last]));
        return new("unclosed-quote", at, new(
            $"引用符「{quote}」が閉じられていません。語句の終わりに引用符を付けるか、引用符を外してください。",
            $"The quote {quote} is not closed. Close it at the end of the phrase, or take it away."))
        {
            Remedies =
            [
                otherCloser ? new(last, last + 1, closer.ToString()) : QueryEdit.Insert(query.TrimEnd().Length, closer.ToString()),
                QueryEdit.Remove(at, at + 1),
            ],
        };
    }

    public static QueryException EmptyPhrase(int start, int end) => new("empty-phrase", start, new(
        "引用符の中に語句がありません。探す語句を入れるか、引用符を外してください。",
        "There is nothing between the quotes. Write the phrase to look for, or take the quotes away."))
    {
        Remedies = [QueryEdit.Remove(start, end)],
    };

    public static QueryException LoneStar(int at) => new("lone-star", at, new(
        "「*」の前に語がありません。「ログ*」のように語の始まりを書いてください。",
        "There is no word before *. Write how the word begins, such as log*."))
    {
        Remedies = [QueryEdit.Remove(at, at + 1)],
    };

    public static QueryException StarInside(string query, int at, string before) => new("star-inside", at, new(
        $"「*」は語の終わりにだけ使えます。「{before}*」とするか、記号そのものを探すときは語を引用符で囲んでください。",
        $"* can only end a word. Write {before}*, or put the word in quotes to look for the sign itself."))
    {
        Remedies = [QueryEdit.Remove(at + 1, WordEnd(query, at + 1))],
    };

    public static QueryException Unsupported(int at, int end) => new("unsupported", at, new(
        "語の後の「~」(あいまい検索)は使えません。語の始まりで探すには「*」を、近くにある語を探すには「\"語 語\"~3」を使ってください。",
        "~ after a word (fuzzy search) is not supported. Use * for how a word begins, or \"word word\"~3 for words near each other."))
    {
        Remedies = [QueryEdit.Remove(at, end)],
    };

    public static QueryException BadBoost(string query, QueryToken token, int at, int end, double? number)
    {
        var isWord = token.Kind == QueryTokenKind.Word && number is null;
        return new("bad-boost", at, new(
            $"「^」の後には0より大きく{QuerySuffix.MaxBoost}以下の数を書いてください（例: 配送^2）。記号そのものを探すときは引用符で囲んでください。",
            $"After ^ comes a number above 0 and up to {QuerySuffix.MaxBoost}, such as delivery^2. Put the text in quotes to look for the sign itself."))
        {
            Remedies =
            [
                number > QuerySuffix.MaxBoost ? new(at + 1, end, "100")
                : isWord && end < query.Length && !QuerySigns.EndsWord(query, end) ? Quoted(query, token.Start, WordEnd(query, end))
                : QueryEdit.Remove(at, end),
                QueryEdit.Remove(at, end),
            ],
        };
    }

    public static QueryException BadSlop(int at, int end, double? number) => new("bad-slop", at, new(
        $"「~」の後には0から{QuerySuffix.MaxSlop}までの整数を書いてください（例: \"配送 遅い\"~3）。",
        $"After ~ comes a whole number from 0 to {QuerySuffix.MaxSlop}, such as \"late delivery\"~3."))
    {
        Remedies = [number > QuerySuffix.MaxSlop ? new(at + 1, end, "100") : QueryEdit.Remove(at, end)],
    };

    public static QueryException UnclosedParenthesis(int at, int length, bool empty) => new("unclosed-parenthesis", at, new(
        "「(」に対応する「)」がありません。「)」を補うか、記号そのものを探すときは引用符で囲んでください。",
        "This ( has no ). Add the ), or put the sign in quotes to look for itself."))
    {
        Remedies = empty ? [QueryEdit.Remove(at, at + 1)] : [QueryEdit.Insert(length, ")"), QueryEdit.Remove(at, at + 1)],
    };

    public static QueryException StrayParenthesis(QueryToken token) => new("stray-parenthesis", token.Start, new(
        "「)」に対応する「(」がありません。「)」を消すか、前に「(」を補ってください。",
        "This ) has no (. Take it away, or add a ( before it."))
    {
        Remedies = [new(token.Start, token.End, " ")],
    };

    public static QueryException EmptyGroup(int start, int end) => new("empty-group", start, new(
        "括弧の中が空です。探す語を入れるか、括弧を消してください。",
        "There is nothing between the parentheses. Write what to look for, or take them away."))
    {
        Remedies = [new(start, end, " ")],
    };

    public static QueryException NothingBefore(QueryToken token) => new("nothing-before", token.Start, new(
        $"「{token.Text}」の前に語がありません。前後に語を書くか、{token.Text} という語を探すときは引用符で囲んでください。",
        $"There is nothing before {token.Text}. Write a word on both sides, or put {token.Text} in quotes to look for the word itself."))
    {
        Remedies = [QueryEdit.Remove(token.Start, token.End)],
    };

    public static QueryException NothingAfter(QueryToken token) => new("nothing-after", token.Start, new(
        $"「{token.Text}」の後に語がありません。続けて語を書くか、「{token.Text}」を消してください。",
        $"There is nothing after {token.Text}. Write a word after it, or take it away."))
    {
        Remedies = [QueryEdit.Remove(token.Start, token.End)],
    };

    public static QueryException TooLong(string query, int limit) => new("too-long", limit, new(
        $"検索式が長すぎます。{limit}文字以内にしてください。",
        $"The query is too long. Keep it within {limit} characters."))
    {
        Remedies = [QueryEdit.Remove(LastGap(query, limit), query.Length)],
    };

    public static QueryException TooDeep(QueryToken sign, int limit) => new("too-deep", sign.Start, new(
        $"括弧や NOT の入れ子が深すぎます。{limit}段までにしてください。",
        $"Parentheses or NOT are nested too deeply. Keep to {limit} levels."))
    {
        Remedies = [QueryEdit.Remove(sign.Start, sign.End)],
    };

    public static QueryException TooMany(int at, int length, int limit) => new("too-many", at, new(
        $"語が多すぎます。{limit}個までにしてください。",
        $"There are too many words. Keep to {limit}."))
    {
        Remedies = [QueryEdit.Remove(at, length)],
    };

    public static QueryException NoWords(int at, string? exact) => new("no-words", at, new(
        "検索できる語がありません。助詞や記号だけでは探せないので、名詞・動詞・形容詞などを入れるか、'…' で囲んで文字列として探してください。",
        "There is no word to look for: particles and signs alone are not indexed. Add a noun, verb or adjective, or look for the string itself in '…'."),
        exact);

    /// <summary>Where the word that goes on at a place ends.</summary>
    internal static int WordEnd(string query, int at)
    {
        while (at < query.Length && (QuerySigns.IsStar(query[at]) || !QuerySigns.EndsWord(query, at)))
        {
            at++;
        }
        return at;
    }

    internal static QueryEdit Quoted(string query, int start, int end) => new(start, end, $"\"{query[start..end]}\"");

    private static int LastGap(string query, int limit)
    {
        for (var at = limit; at > limit / 2; at--)
        {
            if (QuerySigns.IsSpace(query[at]))
            {
                return at;
            }
        }
        return limit;
    }
}
