using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

/// <summary>Answers by looking at every text, as plainly as can be written.</summary>
internal sealed class BruteForce(IEnumerable<IndexEntry> entries)
{
    private static readonly ConditionalWeakTable<IndexEntry, string[]> KnownTerms = [];

    private readonly List<IndexEntry> _entries = [.. entries];
    private readonly Dictionary<(string Term, bool Prefix), int> _frequencies = [];
    private double? _averageLength;

    public int Count => _entries.Count;

    private double AverageLength => _averageLength ??= Math.Max(1, _entries.Average(e => Terms(e).Length));

    public List<IndexEntry> Find(Match match) => [.. _entries.Where(e => Matches(e, match))];

    public static string[] Terms(IndexEntry entry) => KnownTerms.GetValue(entry, e => [.. TermLine.Terms(e.Terms.Span)]);

    /// <summary>The words of a text: the first piece of each stretch between spaces.</summary>
    public static string[] Words(IndexEntry entry) => [.. Stretches(entry).Select(s => s[0])];

    /// <summary>Its words of several terms that are not themselves among these.</summary>
    public static string[] Wholes(IndexEntry entry) => [.. Stretches(entry).Where(s => s.Length > 1 && s[0] != s[1]).Select(s => s[0])];

    private static IEnumerable<string[]> Stretches(IndexEntry entry) =>
        Encoding.UTF8.GetString(entry.Terms.Span).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split((char)TermLine.Joint));

    /// <summary>In how many texts each term is that begins like this, all added, or one term.</summary>
    public int DocumentFrequency(string term, bool prefix = false)
    {
        if (!_frequencies.TryGetValue((term, prefix), out var frequency))
        {
            frequency = _entries.Sum(e => Terms(e).Concat(Wholes(e)).Distinct().Count(t => prefix ? t.StartsWith(term, StringComparison.Ordinal) : t == term));
            _frequencies.Add((term, prefix), frequency);
        }
        return frequency;
    }

    public double Relevance(IndexEntry entry, Match match) => match switch
    {
        TermsMatch terms => Bm25(entry, terms),
        AllMatch all => all.Parts.Sum(part => Relevance(entry, part)),
        AnyMatch any => any.Parts.Sum(part => Relevance(entry, part)),
        _ => 0,
    };

    public static SortedDictionary<string, int> Counts(IEnumerable<IndexEntry> found, Facet facet)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in found.SelectMany(entry => Values(entry, facet)))
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
        return counts;
    }

    public static Dictionary<string, string> Attributes(IndexEntry entry) =>
        entry.Attributes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Attributes)!;

    /// <summary>Cosine of each text's tf-idf vector and the sum of all of them, each of length 1.</summary>
    public Dictionary<long, double> Typicality(IReadOnlyList<IndexEntry> found)
    {
        var vectors = found.ToDictionary(e => e.Id, e => Unit(Terms(e).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count() * Math.Log(1 + ((double)Count / DocumentFrequency(g.Key))))));
        var centre = vectors.Values.SelectMany(v => v).GroupBy(v => v.Key).ToDictionary(g => g.Key, g => g.Sum(v => v.Value));
        var length = Math.Sqrt(centre.Values.Sum(w => w * w));
        return vectors.ToDictionary(v => v.Key, v => v.Value.Count == 0 ? 0 : v.Value.Sum(t => t.Value * centre[t.Key]) / length);
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(w => w * w));
        return vector.ToDictionary(t => t.Key, t => t.Value / length);
    }

    private double Bm25(IndexEntry entry, TermsMatch match)
    {
        var (terms, frequency) = (Terms(entry), Math.Min(255, Frequency(entry, match)));
        if (frequency == 0)
        {
            return 0;
        }
        var weight = frequency * 2.2 / (frequency + (1.2 * (0.25 + (0.75 * terms.Length / AverageLength))));
        return match.Boost * match.Terms.Select((term, i) => Rarity(term, match.Prefix && i == match.Terms.Count - 1)).Sum() * weight;
    }

    private double Rarity(string term, bool prefix)
    {
        var frequency = Math.Min(Count, DocumentFrequency(term, prefix));
        return Math.Log(1 + ((Count - frequency + 0.5) / (frequency + 0.5)));
    }

    private static int Frequency(IndexEntry entry, TermsMatch match)
    {
        var terms = Terms(entry);
        return match.Slop == 0 || match.Terms.Count == 1
            ? Enumerable.Range(0, terms.Length).Count(at => match.IsAt(terms, at)) + (match.Terms.Count == 1 ? Wholes(entry).Count(w => match.IsAt([w], 0)) : 0)
            : Shifts(terms, match, []).Any(shifts => shifts.Max() - shifts.Min() <= match.Slop) ? 1 : 0;
    }

    /// <summary>All ways to find each term of the query at a place of its own; of each way, how far the terms are from their places in the query.</summary>
    private static IEnumerable<List<int>> Shifts(string[] terms, TermsMatch match, List<int> places)
    {
        if (places.Count == match.Terms.Count)
        {
            return [[.. places.Select((place, i) => place - i)]];
        }
        var term = match.Terms[places.Count];
        var prefix = match.Prefix && places.Count == match.Terms.Count - 1;
        return Enumerable.Range(0, terms.Length)
            .Where(at => !places.Contains(at) && (prefix ? terms[at].StartsWith(term, StringComparison.Ordinal) : terms[at] == term))
            .SelectMany(at => Shifts(terms, match, [.. places, at]));
    }

    private static bool Matches(IndexEntry entry, Match match) => match switch
    {
        TermsMatch terms => Frequency(entry, terms) > 0,
        WordMatch word => Words(entry).Contains(word.Word),
        FieldMatch field => FieldValues(entry, field).Any(value => field.Prefix ? Canonical(value).StartsWith(Wanted(field), StringComparison.Ordinal) : Canonical(value) == Wanted(field)),
        RangeMatch range => Number(entry, range.Field) is { } number
            && (range.From is null || (range.FromIncluded ? number >= range.From : number > range.From))
            && (range.To is null || (range.ToIncluded ? number <= range.To : number < range.To)),
        ExactMatch exact => ExactText.Normalize(entry.Text!).Contains(exact.Text, StringComparison.Ordinal),
        OpinionMatch opinion => entry.Opinions.Split('\t').Any(key => OpinionPair.TryParse(key, out var pair)
            && (opinion.Target is null || opinion.Target == (pair.Target ?? "")) && (opinion.Expression ?? pair.Expression) == pair.Expression && (opinion.Polarity ?? pair.Polarity) == pair.Polarity),
        IdsMatch ids => ids.Ids.Contains(entry.Id),
        NoneMatch none => !Matches(entry, none.Part),
        AllMatch all => all.Parts.All(part => Matches(entry, part)),
        AnyMatch any => any.Parts.Any(part => Matches(entry, part)),
        _ => match == Match.Everything,
    };

    private static double? Number(IndexEntry entry, QueryField field) => field switch
    {
        QueryField.Date => entry.Day,
        QueryField.Score => Math.Round(entry.Score * 10_000) / 10_000,
        _ => entry.Scores is not null && JsonSerializer.Deserialize<Dictionary<string, double>>(entry.Scores)!.TryGetValue(field.Name(), out var score) ? score : null,
    };

    private static string Canonical(string value) => string.Join(' ', value.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static string Wanted(FieldMatch field) => Canonical(field.Field == QueryField.Attribute ? field.Value[(field.Value.IndexOf('=', StringComparison.Ordinal) + 1)..] : field.Value);

    private static IEnumerable<string> FieldValues(IndexEntry entry, FieldMatch field) => field.Field switch
    {
        QueryField.Channel => Values(entry, Facet.Channel),
        QueryField.Sentiment => Values(entry, Facet.Sentiment),
        QueryField.Topic => Values(entry, Facet.Topic),
        QueryField.Intent => Values(entry, Facet.Intent),
        QueryField.Source => Values(entry, Facet.Source),
        QueryField.Language => Values(entry, Facet.Language),
        QueryField.Product => Values(entry, Facet.Product).Where(v => v.Length > 0),
        QueryField.Segment => Values(entry, Facet.Segment).Where(v => v.Length > 0),
        QueryField.Customer => entry.Customer is { } customer ? [customer] : [],
        _ => Attributes(entry).Where(a => Canonical(a.Key) == Canonical(field.Value.Split('=')[0])).Select(a => a.Value),
    };

    private static IEnumerable<string> Values(IndexEntry entry, Facet facet)
    {
        var day = DateOnly.FromDayNumber(entry.Day);
        return facet switch
        {
            Facet.Channel => [entry.Channel.Name()],
            Facet.Sentiment => [entry.Sentiment.Name()],
            Facet.Topic => entry.Topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(),
            Facet.Intent => entry.Intents.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(),
            Facet.Product => [entry.Product ?? ""],
            Facet.Source => [entry.Source],
            Facet.Segment => [Attributes(entry).GetValueOrDefault("segment") ?? Attributes(entry).GetValueOrDefault("会員種別") ?? ""],
            Facet.Language => [entry.Language],
            Facet.Month => [day.ToString("yyyy-MM", CultureInfo.InvariantCulture)],
            Facet.Week => [day.AddDays(-(((int)day.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            _ => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        };
    }
}
