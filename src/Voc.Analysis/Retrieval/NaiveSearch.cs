using Voc.Analysis.Search;

namespace Voc.Analysis.Retrieval;

internal static class NaiveSearch
{
    public static List<(IndexedText Text, double Score)> Run(IndexSnapshot snapshot, Match match, CancellationToken cancellationToken)
    {
        var found = new List<(IndexedText, double)>();
        foreach (var view in snapshot.Views)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < view.Segment.Count; i++)
            {
                var text = new IndexedText(snapshot, view.Segment, i);
                if (view.IsLive(i) && Matches(snapshot, text, match))
                {
                    found.Add((text, Score(snapshot, text, match)));
                }
            }
        }
        return found;
    }

    private static bool Matches(IndexSnapshot snapshot, IndexedText text, Match match) => match switch
    {
        TermsMatch terms => Occurrences(snapshot, text, terms) > 0,
        FieldMatch field => Field(text, field),
        RangeMatch range => Number(text, range.Field.Name()) is { } value && In(range, value),
        ExactMatch exact => text.Text.Contains(exact.Text, StringComparison.Ordinal),
        OpinionMatch opinion => text.Opinions.ToArray().Any(o => OpinionPair.TryParse(snapshot.Opinions[o], out var pair) && Is(opinion, pair)),
        IdsMatch ids => ids.Ids.Contains(text.Id),
        NoneMatch none => !Matches(snapshot, text, none.Part),
        AllMatch all => all.Parts.All(p => Matches(snapshot, text, p)),
        AnyMatch any => any.Parts.Any(p => Matches(snapshot, text, p)),
        _ => match == Match.Everything ? true : throw new ArgumentException($"{match.GetType().Name} is not known to the index."),
    };

    private static bool Is(OpinionMatch opinion, OpinionPair pair) =>
        (opinion.Target is null || opinion.Target == pair.Target) && (opinion.Expression is null || opinion.Expression == pair.Expression) && (opinion.Polarity is null || opinion.Polarity == pair.Polarity);

    private static bool In(RangeMatch range, double value) =>
        (range.From is not { } from || (range.FromIncluded ? value >= from : value > from)) && (range.To is not { } to || (range.ToIncluded ? value <= to : value < to));

    private static double? Number(IndexedText text, string field) => field switch { "date" => text.Day, "score" => text.Score, _ => text.CustomerScore(field) };

    private static bool Field(IndexedText text, FieldMatch field)
    {
        IReadOnlyList<string> values = field.Field.Name() switch
        {
            "channel" => [text.Channel.Name()],
            "sentiment" => [text.Sentiment.Name()],
            "topic" => text.Topics,
            "intent" => text.Intents,
            "product" => text.Product is { } product ? [product] : [],
            "source" => [text.Source],
            "segment" => text.Segment is { } segment ? [segment] : [],
            "language" => [text.Language],
            _ => [],
        };
        if (field.Field.Name() == "attribute" && field.Value.Split('=', 2) is [var name, var wanted])
        {
            values = text.Attribute(name) is { } value ? [value] : [];
            return values.Any(v => Is(v, wanted, field.Prefix));
        }
        return values.Any(v => Is(v, field.Value, field.Prefix));
    }

    private static bool Is(string value, string wanted, bool prefix) =>
        prefix ? FieldValues.Canonical(value).StartsWith(FieldValues.Canonical(wanted), StringComparison.Ordinal) : FieldValues.Canonical(value) == FieldValues.Canonical(wanted);

    private static int Occurrences(IndexSnapshot snapshot, IndexedText text, TermsMatch match)
    {
        var terms = text.Terms.ToArray().Select(t => snapshot.Vocabulary[t]).ToList();
        return Enumerable.Range(0, terms.Count).Count(at => match.IsAt(terms, at));
    }

    private static double Score(IndexSnapshot snapshot, IndexedText text, Match match) => match switch
    {
        TermsMatch terms => terms.Boost * Occurrences(snapshot, text, terms),
        AllMatch all => all.Parts.Sum(p => Score(snapshot, text, p)),
        AnyMatch any => any.Parts.Sum(p => Score(snapshot, text, p)),
        _ => 0,
    };
}
