namespace Voc.Analysis.Search;

/// <summary>Everything that can be wrong with <c>field:value</c>, each with its remedies, the nearest first.</summary>
internal static class QueryFieldProblems
{
    public static QueryException UnknownField(string query, QueryToken name)
    {
        var near = Nearest(name.Text, QueryFields.AllNames.Keys);
        var end = QueryProblems.WordEnd(query, name.End);
        var remedies = new List<QueryEdit>();
        if (near is not null)
        {
            remedies.Add(new(name.Start, name.End, near + ':'));
        }
        remedies.Add(end > name.End ? QueryProblems.Quoted(query, name.Start, end) : new(name.End - 1, name.End, " "));
        remedies.Add(new(name.End - 1, name.End, " "));
        return new("unknown-field", name.Start, new(
            $"「{name.Text}」という項目はありません。{(near is null ? "" : $"「{near}」ではありませんか。")}使える項目: {string.Join("、", QueryFields.Names)}。文字としての「:」は引用符で囲んでください。",
            $"There is no field '{name.Text}'. {(near is null ? "" : $"Did you mean {near}? ")}Fields: {string.Join(", ", QueryFields.Names)}. Put the text in quotes to look for the colon itself."))
        {
            Remedies = remedies,
        };
    }

    public static QueryException MissingValue(QueryToken name, QueryToken next)
    {
        var apart = next.Start > name.End && next.Kind is QueryTokenKind.Word or QueryTokenKind.Phrase or QueryTokenKind.Exact;
        return new("missing-value", name.End, new(
            $"「{name.Text}:」の後に値がありません。「{name.Text}:値」の形で、間を空けずに書いてください。",
            $"There is no value after {name.Text}:. Write {name.Text}:value without a space."))
        {
            Remedies = apart
                ? [QueryEdit.Remove(name.End, next.Start), QueryEdit.Remove(name.Start, name.End)]
                : [QueryEdit.Remove(name.Start, name.End)],
        };
    }

    public static QueryException UnknownValue(QueryField field, QueryToken? name, QueryToken value)
    {
        var near = NearestValue(field, value.Text);
        var values = string.Join("、", QueryFields.Values(field));
        return new("unknown-value", value.Start, new(
            $"{field.Name()} に「{value.Text}」という値はありません。{(near is null ? "" : $"「{near}」ではありませんか。")}{values} から選んでください。",
            $"{field.Name()} has no value '{value.Text}'. {(near is null ? "" : $"Did you mean {near}? ")}Choose from {values.Replace("、", ", ", StringComparison.Ordinal)}."))
        {
            Remedies = near is not null ? [new(value.Start, value.Suffix, near)] : Without(name, value),
        };
    }

    public static QueryException EmptyValue(QueryField field, QueryToken? name, QueryToken value) => new("missing-value", value.Start, new(
        $"{field.Name()} の値が空です。「{field.Name()}:値」の形で書いてください。",
        $"{field.Name()} has an empty value. Write {field.Name()}:value."))
    {
        Remedies = [QueryEdit.Remove(name?.Start ?? value.Start, value.End)],
    };

    public static QueryException MissingBound(string query, QueryField field, QueryToken? name, QueryToken value)
    {
        var next = value.End;
        while (next < query.Length && QuerySigns.IsSpace(query[next]))
        {
            next++;
        }
        return new("missing-value", value.End, new(
            $"「{value.Text}」の後に値がありません。「{field.Name()}:{value.Text}値」の形で、間を空けずに書いてください。",
            $"There is no value after {value.Text}. Write {field.Name()}:{value.Text}value without a space."))
        {
            Remedies = next < query.Length && !QuerySigns.EndsWord(query, next) ? [QueryEdit.Remove(value.End, next)] : Without(name, value),
        };
    }

    public static QueryException NotANumber(QueryField field, QueryToken? name, QueryToken value) => new("not-a-number", value.Start, new(
        $"{field.Name()} の値は数です。「{field.Name()}:9」「{field.Name()}:>=9」「{field.Name()}:[9 TO 10]」の形で書いてください。",
        $"The value of {field.Name()} is a number: write {field.Name()}:9, {field.Name()}:>=9 or {field.Name()}:[9 TO 10]."))
    {
        Remedies = Nearby(value, NumberIn) is { } near ? [near] : Without(name, value),
    };

    public static QueryException NotADate(QueryToken? name, QueryToken value) => new("not-a-date", value.Start, new(
        "日付として読めません。2025、2025-03、2025-03-31 のいずれかの形で書いてください（範囲は [2025-01 TO 2025-03]）。",
        "This is no date. Write 2025, 2025-03 or 2025-03-31; a range as [2025-01 TO 2025-03]."))
    {
        Remedies = Nearby(value, DateIn) is { } near ? [near] : Without(name, value),
    };

    public static QueryException NotAnIdentifier(QueryField field, QueryToken? name, QueryToken value) => new("not-an-id", value.Start, new(
        $"{field.Name()} の値は番号です。「{field.Name()}:12」の形で書いてください。",
        $"The value of {field.Name()} is its number: write {field.Name()}:12."))
    {
        Remedies = DigitsIn(value.Text) is { } digits ? [new(value.Start, value.End, digits)] : Without(name, value),
    };

    public static QueryException NotAnOpinion(QueryToken? name, QueryToken value) => new("not-an-opinion", value.Start, new(
        "意見は「何が/どう」の形で書いてください（例: opinion:\"ログイン/できない\"、片側は空でも可、最後に /negative も可）。",
        "Write an opinion as what/how, such as opinion:\"login/slow\"; either side may be empty, and /negative may follow."))
    {
        Remedies = OpinionIn(value.Text) is { } near ? [new(value.Start, value.End, $"\"{near}\"")] : Without(name, value),
    };

    public static QueryException NoPrefix(QueryField field, QueryToken value) => new("no-prefix", value.Suffix - 1, new(
        $"{field.Name()} の値には「*」を付けられません。値をそのまま書くか、範囲を [… TO …] で指定してください。",
        $"A value of {field.Name()} cannot end in *. Write the value, or a range as [… TO …]."))
    {
        Remedies = [QueryEdit.Remove(value.Suffix - 1, value.Suffix)],
    };

    public static QueryException NoRange(QueryField field, QueryToken? name, QueryToken value)
    {
        var from = value.Bounds!.From;
        return new("no-range", value.Start, new(
            $"{field.Name()} には範囲を指定できません。範囲は score、nps、csat、ces、rating、date で使えます。",
            $"{field.Name()} has no ranges. Ranges are for score, nps, csat, ces, rating and date."))
        {
            Remedies = from.IsOpen || from.Text.Contains('"', StringComparison.Ordinal) ? Without(name, value) : [new(value.Start, value.End, $"\"{from.Text}\""), .. Without(name, value)],
        };
    }

    public static QueryException SwappedRange(string query, QueryToken value, QueryBound from, QueryBound to) => new("swapped-range", value.Start, new(
        $"範囲の始まり「{from.Text}」が終わり「{to.Text}」より後です。入れ替えてください。",
        $"The range begins at {from.Text}, after its end {to.Text}. Swap them."))
    {
        Remedies = [new(from.Start, to.End, query[to.Start..to.End] + query[from.End..to.Start] + query[from.Start..from.End])],
    };

    public static QueryException UnclosedRange(string query, int open, IReadOnlyList<QueryBound> words)
    {
        var closer = CloserOf(query[open]);
        var to = words.ToList().FindIndex(w => QueryRange.IsTo(w.Text));
        return new("unclosed-range", open, new(
            $"範囲の「{query[open]}」が閉じられていません。[2025-01 TO 2025-03] の形で書いてください。",
            $"The range is not closed. Write it like [2025-01 TO 2025-03]."))
        {
            Remedies = [QueryEdit.Insert(to > 0 && to + 1 < words.Count ? words[to + 1].End : words.Count > 0 ? words[0].End : query.Length, closer), QueryEdit.Remove(open, open + 1)],
        };
    }

    public static QueryException BadRange(string query, int open, int end, IReadOnlyList<QueryBound> words)
    {
        var bounds = words.Where(w => !QueryRange.IsTo(w.Text)).Select(w => query[w.Start..w.End]).ToList();
        return new("bad-range", open, new(
            "範囲は [2025-01 TO 2025-03] のように、二つの値を TO で挟んで書いてください。片側を開くには * を使います。",
            "Write a range as two values with TO between, like [2025-01 TO 2025-03]; * leaves one side open."))
        {
            Remedies = bounds.Count == 0
                ? [new(open, end, "*"), QueryEdit.Remove(open, end)]
                : [new(open + 1, end - 1, $"{bounds[0]} TO {(bounds.Count > 1 ? bounds[1] : words.Count > 1 ? "*" : bounds[0])}"), QueryEdit.Remove(open, end)],
        };
    }

    public static QueryException FieldInField(QueryToken outer, QueryToken inner) => new("field-in-field", inner.Start, new(
        "項目の値の中に別の項目は書けません。項目ごとに「項目:値」を分けて書いてください。",
        "A field's value cannot hold another field. Write each field:value by itself."))
    {
        Remedies = [QueryEdit.Remove(outer.Start, outer.End), QueryEdit.Remove(inner.Start, inner.End)],
    };

    public static QueryException ExactInField(QueryToken value) => new("exact-in-field", value.Start, new(
        "項目の値は ' ではなく \" で囲んでください。'…' は本文の文字列を探すときに使います。",
        "Put a field's value in \" rather than '. '…' looks for a string in the text."))
    {
        Remedies = [new(value.Start, value.End, $"\"{value.Text.Replace('"', ' ')}\"")],
    };

    public static QueryException SlopInField(QueryToken value) => new("slop-in-field", value.Suffix, new(
        "「~」は項目の値には使えません。本文の語句に付けてください。",
        "~ is for phrases of the text, not for values of fields."))
    {
        Remedies = [QueryEdit.Remove(value.Suffix, value.End)],
    };

    /// <summary>The value as a word of the text where it stands by its field's name; else nothing of it.</summary>
    private static QueryEdit[] Without(QueryToken? name, QueryToken value) => name is { } n && value.Kind != QueryTokenKind.Range
        ? [QueryEdit.Remove(n.Start, n.End), QueryEdit.Remove(n.Start, value.End)]
        : [QueryEdit.Remove(name?.Start ?? value.Start, value.End)];

    private static QueryEdit? Nearby(QueryToken value, Func<string, string?> find)
    {
        if (value.Bounds is { } bounds)
        {
            var (from, to) = (bounds.From.IsOpen ? "*" : find(bounds.From.Text), bounds.To.IsOpen ? "*" : find(bounds.To.Text));
            return from is null || to is null ? null : new QueryEdit(bounds.From.Start, bounds.To.End, $"{from} TO {to}");
        }
        var (sign, rest) = QueryValues.Comparison(value.Text);
        return find(rest) is { } near ? new QueryEdit(value.Start, value.End, sign + near) : null;
    }

    /// <summary>The number a value holds among other things, as in <c>9点</c>.</summary>
    private static string? NumberIn(string text)
    {
        var folded = QueryFields.Fold(text).Replace('−', '-');
        var start = folded.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return null;
        }
        var end = start;
        while (end < folded.Length && QuerySigns.IsNumeral(folded[end]))
        {
            end++;
        }
        var number = folded[(start > 0 && folded[start - 1] == '-' ? start - 1 : start)..end].TrimEnd('.');
        return QuerySigns.Number(number) is null ? DigitsIn(number) : number;
    }

    /// <summary>The longest beginning of a value that is a date: <c>2025-02</c> of <c>2025-02-30</c>.</summary>
    private static string? DateIn(string text)
    {
        var folded = QueryFields.Fold(text).Trim();
        for (var length = Math.Min(folded.Length, 12); length >= 4; length--)
        {
            var whole = length == folded.Length || !char.IsAsciiDigit(folded[length]);
            if (whole && QueryValues.Days(folded[..length]) is not null)
            {
                return folded[..length];
            }
        }
        return null;
    }

    private static string? DigitsIn(string text)
    {
        var digits = string.Concat(QueryFields.Fold(text).SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length is > 0 and <= 15 ? digits : null;
    }

    private static string? OpinionIn(string text)
    {
        var parts = QueryFields.Fold(text).Replace('"', ' ').Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 ? string.Join('/', parts.Take(2)) : null;
    }

    private static string CloserOf(char opener) => opener is '{' or '｛' ? "}" : "]";

    private static string? NearestValue(QueryField field, string value) =>
        Nearest(value, QueryFields.NamesOfValues(field).Select(v => v.Key)) is { } name ? QueryFields.NamesOfValues(field).First(v => v.Key == name).Value : null;

    private static string? Nearest(string name, IEnumerable<string> names) =>
        names.Select(n => (Name: n, Distance: EditDistance.Of(n, QueryFields.Normalize(name), 2)))
            .Where(n => n.Distance <= 2 && 2 * n.Distance <= n.Name.Length)
            .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
            .Select(n => n.Name).FirstOrDefault();
}
