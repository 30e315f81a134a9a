using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>What a whole request asks of the index: the query, its filters, its days and the text to be like.</summary>
internal static class SearchMatch
{
    /// <exception cref="SearchParameterException">There is no text to be like.</exception>
    public static Match Of(SearchRequest request, Match asked, QueryAnalyzer analyzer, SearchSession session)
    {
        var parts = request.Filters.SelectMany(Alternatives).Select(f => Any(f.Values.Select(v => Value(analyzer, f.Field, v)))).ToList();
        if (Days(request) is { } days)
        {
            parts.Add(days);
        }
        if (request.Like is { } like)
        {
            parts.Add(session.Index.LikeThis(like) ?? throw new SearchParameterException("like", new(
                $"フィードバック {like} はないか、似たものを探せる語がありません。", $"There is no feedback {like}, or it has no words to find similar ones by.")));
        }
        if (asked != Match.Everything || parts.Count == 0)
        {
            parts.Insert(0, asked);
        }
        return parts.Count == 1 ? parts[0] : new AllMatch(parts);
    }

    /// <summary>What asks for the days of a request; null where it names none.</summary>
    public static Match? Days(SearchRequest request) => request.From is null && request.To is null
        ? null
        : new RangeMatch(QueryField.Date, request.From?.DayNumber, FromIncluded: true, request.To?.DayNumber, ToIncluded: true);

    /// <summary>What has no words to rank by comes newest first, which needs no ranking.</summary>
    public static TextOrder Order(TextOrder asked, Match match) => asked == TextOrder.Relevance && !Ranks(match) ? TextOrder.Newest : asked;

    /// <summary>The texts an issue holds, ascending; none where there is no such issue.</summary>
    public static IReadOnlyList<long> TextsOfIssue(StoreConnection connection, long issue)
    {
        using var rows = connection.Query("SELECT FeedbackId FROM issue_feedback WHERE IssueId=$issue ORDER BY FeedbackId", ("$issue", issue));
        var texts = new List<long>();
        while (rows.Read())
        {
            texts.Add(rows.GetInt64(0));
        }
        return texts;
    }

    /// <summary>Values of one field are alternatives, and so are those of one attribute.</summary>
    public static IEnumerable<(QueryField Field, IEnumerable<string> Values)> Alternatives((QueryField Field, IReadOnlyList<string> Values) filter) =>
        filter.Values.GroupBy(v => filter.Field == QueryField.Attribute ? v.Split('=')[0] : "").Select(v => (filter.Field, v.AsEnumerable()));

    /// <summary>A value of a filter. What is empty asks for texts without one.</summary>
    public static Match Value(QueryAnalyzer analyzer, QueryField field, string value) => field switch
    {
        _ when value.Length == 0 => new NoneMatch(new FieldMatch(field, value, Prefix: true)),
        QueryField.Attribute when value.EndsWith('=') => Any([new NoneMatch(new FieldMatch(field, value, Prefix: true)), new FieldMatch(field, value, Prefix: false)]),
        _ => analyzer.Field(field, value),
    };

    private static Match Any(IEnumerable<Match> matches) => matches.ToList() is [var single] ? single : new AnyMatch([.. matches]);

    private static bool Ranks(Match match) => match switch
    {
        TermsMatch => true,
        AllMatch all => all.Parts.Any(Ranks),
        AnyMatch any => any.Parts.Any(Ranks),
        _ => false,
    };
}
