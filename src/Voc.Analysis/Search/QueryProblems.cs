namespace Voc.Analysis.Search;

/// <summary>Everything that can be wrong with a query, each with its remedy.</summary>
internal static class QueryProblems
{
    public static QueryException UnclosedQuote(int at, char quote) => new("unclosed-quote", at, new(
        $"引用符「{quote}」が閉じられていません。語句の終わりに引用符を付けるか、引用符を外してください。",
        $"The quote {quote} is not closed. Close it at the end of the phrase, or take it away."));

    public static QueryException EmptyPhrase(int at) => new("empty-phrase", at, new(
        "引用符の中に語句がありません。探す語句を入れるか、引用符を外してください。",
        "There is nothing between the quotes. Write the phrase to look for, or take the quotes away."));

    public static QueryException LoneStar(int at) => new("lone-star", at, new(
        "「*」の前に語がありません。「ログ*」のように語の始まりを書いてください。",
        "There is no word before *. Write how the word begins, such as log*."));

    public static QueryException StarInside(int at, string before) => new("star-inside", at, new(
        $"「*」は語の終わりにだけ使えます。「{before}*」とするか、記号そのものを探すときは語を引用符で囲んでください。",
        $"* can only end a word. Write {before}*, or put the word in quotes to look for the sign itself."));

    public static QueryException Unsupported(int at, char sign) => new("unsupported", at, new(
        $"「{sign}」は使えません。語を近くで探すときは AND でつないでください。",
        $"{sign} is not supported. Join the words with AND instead."));

    public static QueryException UnclosedParenthesis(int at) => new("unclosed-parenthesis", at, new(
        "「(」に対応する「)」がありません。「)」を補うか、記号そのものを探すときは引用符で囲んでください。",
        "This ( has no ). Add the ), or put the sign in quotes to look for itself."));

    public static QueryException StrayParenthesis(int at) => new("stray-parenthesis", at, new(
        "「)」に対応する「(」がありません。「)」を消すか、前に「(」を補ってください。",
        "This ) has no (. Take it away, or add a ( before it."));

    public static QueryException EmptyGroup(int at) => new("empty-group", at, new(
        "括弧の中が空です。探す語を入れるか、括弧を消してください。",
        "There is nothing between the parentheses. Write what to look for, or take them away."));

    public static QueryException NothingBefore(QueryToken token) => new("nothing-before", token.Start, new(
        $"「{token.Text}」の前に語がありません。前後に語を書くか、{token.Text} という語を探すときは引用符で囲んでください。",
        $"There is nothing before {token.Text}. Write a word on both sides, or put {token.Text} in quotes to look for the word itself."));

    public static QueryException NothingAfter(QueryToken token) => new("nothing-after", token.Start, new(
        $"「{token.Text}」の後に語がありません。続けて語を書くか、「{token.Text}」を消してください。",
        $"There is nothing after {token.Text}. Write a word after it, or take it away."));

    public static QueryException UnknownField(QueryToken token) => new("unknown-field", token.Start, new(
        $"「{token.Text}」という項目はありません。{Nearest(token.Text)}使える項目: {string.Join("、", QueryFields.Names)}。文字としての「:」は引用符で囲んでください。",
        $"There is no field '{token.Text}'. {NearestEn(token.Text)}Fields: {string.Join(", ", QueryFields.Names)}. Put the text in quotes to look for the colon itself."));

    public static QueryException MissingValue(QueryToken token) => new("missing-value", token.End, new(
        $"「{token.Text}:」の後に値がありません。「{token.Text}:値」の形で書いてください。",
        $"There is no value after {token.Text}:. Write {token.Text}:value."));

    public static QueryException UnknownValue(QueryField field, QueryToken value) => new("unknown-value", value.Start, new(
        $"{field.Name()} に「{value.Text}」という値はありません。{string.Join("、", QueryFields.Values(field))} から選んでください。",
        $"{field.Name()} has no value '{value.Text}'. Choose from {string.Join(", ", QueryFields.Values(field))}."));

    public static QueryException FieldInField(QueryToken token) => new("field-in-field", token.Start, new(
        "項目の値の中に別の項目は書けません。項目ごとに「項目:値」を分けて書いてください。",
        "A field's value cannot hold another field. Write each field:value by itself."));

    public static QueryException TooLong(int limit) => new("too-long", limit, new(
        $"検索式が長すぎます。{limit}文字以内にしてください。",
        $"The query is too long. Keep it within {limit} characters."));

    public static QueryException TooDeep(int at, int limit) => new("too-deep", at, new(
        $"括弧や NOT の入れ子が深すぎます。{limit}段までにしてください。",
        $"Parentheses or NOT are nested too deeply. Keep to {limit} levels."));

    public static QueryException TooMany(int at, int limit) => new("too-many", at, new(
        $"語が多すぎます。{limit}個までにしてください。",
        $"There are too many words. Keep to {limit}."));

    public static QueryException NoWords(int at) => new("no-words", at, new(
        "検索できる語がありません。助詞や記号だけでは探せないので、名詞・動詞・形容詞などを入れてください。",
        "There is no word to look for: particles and signs alone are not indexed. Add a noun, verb or adjective."));

    private static string Nearest(string name) => Closest(name) is { } near ? $"「{near}」ではありませんか。" : "";

    private static string NearestEn(string name) => Closest(name) is { } near ? $"Did you mean {near}? " : "";

    private static string? Closest(string name) =>
        QueryFields.Names.Select(n => (Name: n, Distance: Distance(n, name.ToLowerInvariant()))).Where(n => n.Distance <= 2).OrderBy(n => n.Distance).Select(n => n.Name).FirstOrDefault();

    /// <summary>Edits between two names (Levenshtein, 1966); names longer than any field are far from all.</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return int.MaxValue;
        }
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1));
            }
        }
        return row[b.Length];
    }
}
