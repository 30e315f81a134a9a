using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;

namespace Voc.Api.Tests.Search.Differential;

/// <summary>Generates queries to an archive from what is in it, so that they find something and meet every part of the query language.</summary>
internal static class AnyQuery
{
    /// <summary>A quote would end what it stands in.</summary>
    private const string Quotes = "'’‘＇\"＂“”〝〟〞「」『』";

    private static readonly string[] Numbers = ["nps", "csat", "ces", "rating"];

    /// <summary>Queries, nested up to a depth.</summary>
    public static Gen<string> Of(PlainArchive archive, int depth = 4)
    {
        var text = Gen.Elements(archive.Texts.AsEnumerable());
        var part = Gen.Frequency(
            (6, text.SelectMany(Words)), (4, text.SelectMany(Exact)), (5, text.SelectMany(Field)), (3, text.SelectMany(Range)), (2, text.SelectMany(Opinion)), (1, Issue(archive)),
            (1, Gen.Elements("存在しない語", "'存在しない語'", "の", "channel:(review OR social)", "感情:否定", "-nps:*", "attribute:地域", "intent:complaint", "話題:*", "date:2026")));
        return Nested(part, depth);
    }

    /// <summary>Requests with filters, days and an order besides.</summary>
    public static Gen<SearchRequest> Requests(PlainArchive archive)
    {
        var text = Gen.Elements(archive.Texts.AsEnumerable());
        return
            from query in Gen.Frequency((4, Of(archive)), (1, Gen.Constant("")))
            from one in text
            from other in text
            from filters in Gen.SubListOf(Filters(one, other)).Resize(3)
            from days in Gen.Frequency((3, Gen.Constant((false, false))), (1, Gen.Two(Gen.Elements(true, false)).Select(d => (d.Item1, d.Item2))))
            from widened in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
            from without in Gen.SubListOf(one.Read.Terms.Distinct().Take(4)).Resize(2)
            from order in Gen.Elements(TextOrder.Newest, TextOrder.Oldest, TextOrder.Relevance, TextOrder.MostNegative, TextOrder.MostTypical)
            select new SearchRequest
            {
                Query = query,
                Synonyms = widened,
                Without = widened ? [.. without] : [],
                From = days.Item1 ? Earlier(one.Day, other.Day) : null,
                To = days.Item2 ? Earlier(one.Day, other.Day).AddDays(40) : null,
                Filters = [.. filters.Take(2)],
                Sort = order,
            };
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static Gen<string> Nested(Gen<string> part, int depth)
    {
        if (depth == 0)
        {
            return part;
        }
        var inner = Nested(part, depth - 1);
        Gen<string> Pair(string between) => from left in inner from right in inner select $"({left}){between}({right})";
        return Gen.Frequency(
            (5, part), (2, Pair(" ")), (2, Pair(" OR ")), (1, Pair(" AND ")), (1, Pair(" NOT ")), (1, Pair(" -")), (1, inner.Select(q => $"-({q})")),
            (1, Gen.Zip(inner, Gen.Elements("^2", "^0.5", "^10")).Select(q => $"({q.Item1}){q.Item2}")), (1, Gen.Zip(inner, part).Select(q => $"+({q.Item1}) {q.Item2}")));
    }

    private static Gen<string> Words(PlainText text)
    {
        var terms = text.Read.Terms;
        if (terms.Count == 0)
        {
            return Gen.Constant("'。'");
        }
        var term = Gen.Elements(terms.AsEnumerable());
        return Gen.Frequency(
            (3, term.Select(Quoted)),
            (1, term.Select(t => Quoted(t) + "^3")),
            (2, Gen.Zip(term, Gen.Choose(1, 4)).Select(t => Quoted(t.Item1[..Math.Min(t.Item1.Length, t.Item2)]) + "*")),
            (2, Substring(text.Feedback.Text, 2, 10).Select(Quoted)),
            (1, Substring(text.Feedback.Text, 1, 6).Select(Bare)),
            (2, Gen.Zip(term.Two(), Gen.Choose(0, 8)).Select(t => $"\"{Unquoted(t.Item1.Item1)} {Unquoted(t.Item1.Item2)}\"~{t.Item2}")),
            (1, Gen.Zip(term.Three(), Gen.Choose(2, 20)).Select(t => $"\"{Unquoted(t.Item1.Item1)} {Unquoted(t.Item1.Item2)} {Unquoted(t.Item1.Item3)}\"~{t.Item2}")),
            (1, Gen.Choose(0, terms.Count - 1).Select(at => Quoted(string.Join(' ', terms.Skip(at).Take(3))))),
            (1, term.Select(t => "term:" + Quoted(t))));
    }

    private static Gen<string> Exact(PlainText text) => Substring(text.Feedback.Text, 1, 12).Select(s => string.IsNullOrWhiteSpace(Unquoted(s)) ? "'。'" : $"'{Unquoted(s)}'");

    private static Gen<string> Field(PlainText text)
    {
        var feedback = text.Feedback;
        var values = new List<(string Field, string Value)>
        {
            ("channel", feedback.Channel.Name()), ("sentiment", text.Read.Sentiment.Label.Name()), ("source", feedback.Source), ("language", text.Read.Language), ("id", text.Id.ToString(CultureInfo.InvariantCulture)),
        };
        values.AddRange(text.Read.Topics.Select(t => ("topic", t.Label)));
        values.AddRange(text.Read.Topics.Select(t => ("話題", t.Label)));
        values.AddRange(text.Read.Intents.Select(i => ("intent", i.Label)));
        values.AddRange(feedback.Attributes.Select(a => ("attribute", $"{a.Key}={a.Value}")));
        values.AddRange(feedback.Attributes.Select(a => ("属性", a.Key)));
        values.AddRange(new[] { ("product", feedback.Product), ("segment", text.Segment), ("customer", feedback.Customer) }.Where(v => v.Item2 is not null).Select(v => (v.Item1, v.Item2!)));
        return Gen.Zip(Gen.Elements<(string Field, string Value)>(values), Gen.Choose(0, 9)).Select(f => (f.Item1, f.Item2) switch
        {
            (("id", var value), _) => $"id:{value}",
            (var (field, value), 0) => $"{field}:{Quoted(value[..Math.Max(1, value.Length / 2)])}*",
            (var (field, value), 1) => $"{field}:{Quoted(value.ToUpperInvariant())}",
            (var (field, value), 2) => $"-{field}:{Quoted(value)}",
            (var (field, value), _) => $"{field}:{Quoted(value)}",
        });
    }

    private static Gen<string> Range(PlainText text)
    {
        var day = text.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var later = text.Day.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var dates = Gen.Elements($"date:{day}", $"date:{day[..7]}", $"date:[{day} TO {later}]", $"date:{{{day} TO {later}}}", $"date:[* TO {day}}}", $"期間:>={day}", $"date:>{day[..7]}", $"date:<{later}", $"date:{day}..{later}");
        var score = text.Score.ToString(CultureInfo.InvariantCulture);
        var scores = Gen.Elements($"score:{score}", $"score:>={score}", $"score:<{score}", "score:{0 TO 1]", "score:[-1 TO -0.2]", $"スコア:[{score} TO *]", $"score:{{* TO {score}}}");
        var own =
            from name in Gen.Elements(Numbers)
            from number in Gen.Elements(text.Feedback.Scores.Values.Append(4).Append(7.5))
            from form in Gen.Elements("{0}:{1}", "{0}:>={1}", "{0}:<={1}", "{0}:>{1}", "{0}:<{1}", "{0}:[{1} TO *]", "{0}:[* TO {1}}}", "{0}:*")
            select form.Replace("{0}", name, StringComparison.Ordinal).Replace("{1}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal);
        return Gen.OneOf(dates, scores, own);
    }

    private static Gen<string> Opinion(PlainText text) => text.Read.Pairs.Count == 0
        ? Gen.Elements("opinion:*", "-opinion:*", "opinion:\"/遅い\"", "opinion:-配送")
        : from pair in Gen.Elements(text.Read.Pairs.AsEnumerable())
          from form in Gen.Choose(0, 7)
          let target = Unquoted(pair.Target ?? "").Replace("/", "", StringComparison.Ordinal)
          let expression = Unquoted(pair.Expression).Replace("/", "", StringComparison.Ordinal)
          select form switch
          {
              0 or 1 => $"opinion:\"{target}/{expression}\"",
              2 => $"opinion:\"/{expression}\"",
              3 when target.Length > 0 => $"opinion:\"{target}/\"",
              4 when target.Length > 0 => $"意見:{Quoted(target)}",
              5 => $"opinion:{(pair.Polarity < 0 ? '-' : '+')}\"{target}/{expression}\"",
              6 => $"opinion:\"{target}/{expression}/negative\"",
              7 => $"pair:\"{Unquoted(pair.Key)}\"",
              _ => $"opinion:{Quoted(expression)}",
          };

    private static Gen<string> Issue(PlainArchive archive) => Gen.Elements(archive.Issues.Select(i => i.Key).Append(999)).Select(issue => $"issue:{issue}");

    private static IEnumerable<(QueryField, IReadOnlyList<string>)> Filters(PlainText one, PlainText other)
    {
        IReadOnlyList<string> Both(Func<PlainText, string?> value) => [.. new[] { value(one), value(other) }.OfType<string>().Select(PlainText.Canonical).Distinct()];
        return
        [
            (QueryField.Channel, Both(t => t.Feedback.Channel.Name())),
            (QueryField.Product, [.. Both(t => t.Feedback.Product), .. one.Feedback.Product is null ? [""] : Array.Empty<string>()]),
            (QueryField.Topic, Both(t => t.Read.Topics.Select(topic => topic.Label).FirstOrDefault(""))),
            (QueryField.Intent, Both(t => t.Read.Intents.Select(intent => intent.Label).FirstOrDefault(""))),
            (QueryField.Sentiment, Both(t => t.Read.Sentiment.Label.Name())),
            (QueryField.Source, Both(t => t.Feedback.Source)),
            (QueryField.Segment, Both(t => t.Segment ?? "")),
            (QueryField.Language, Both(t => t.Read.Language)),
            (QueryField.Attribute, [.. one.Feedback.Attributes.Concat(other.Feedback.Attributes).Select(a => QueryFields.Attribute(a.Key, a.Value)), "地域="]),
        ];
    }

    /// <summary>A stretch of a text, which may begin or end inside of a surrogate pair.</summary>
    private static Gen<string> Substring(string text, int least, int most) =>
        from start in Gen.Choose(0, Math.Max(0, text.Length - 1))
        from length in Gen.Choose(least, most)
        select text.Substring(start, Math.Min(length, text.Length - start));

    private static string Quoted(string words) => string.IsNullOrWhiteSpace(Unquoted(words)) ? "'。'" : $"\"{Unquoted(words)}\"";

    /// <summary>Typed as it is: whatever it means, both must mean the same by it.</summary>
    private static string Bare(string words) => string.IsNullOrWhiteSpace(words) ? "'。'" : WellFormed(words);

    private static string Unquoted(string words) => WellFormed(string.Concat(words.Where(c => !Quotes.Contains(c, StringComparison.Ordinal))));

    /// <summary>As it arrives when it travels in an address: half a surrogate pair does not.</summary>
    private static string WellFormed(string words) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(words));
}
