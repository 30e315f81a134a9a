using System.Globalization;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>A parameter that does not hold what it should.</summary>
internal sealed class SearchParameterException(string name, LocalizedText message) : Exception(message.En)
{
    public string Name { get; } = name;

    public LocalizedText Explanation { get; } = message;
}

/// <summary>Reads the parameters that the API and the command line share.</summary>
internal static class SearchParameters
{
    /// <summary>Longest name of an attribute to count by.</summary>
    private const int LongestName = 100;

    private const int MostWithout = 500;

    /// <summary>Fields that texts may have no value of.</summary>
    private static readonly QueryField[] MayBeNone = [QueryField.Product, QueryField.Topic, QueryField.Intent, QueryField.Segment];

    private static readonly Dictionary<string, TextOrder> Orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["relevance"] = TextOrder.Relevance,
        ["newest"] = TextOrder.Newest,
        ["oldest"] = TextOrder.Oldest,
        ["negative"] = TextOrder.MostNegative,
        ["typical"] = TextOrder.MostTypical,
    };

    /// <exception cref="SearchParameterException">It is no date of the form 2026-04-01.</exception>
    public static DateOnly? Date(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }
        // The day after the last of the calendar has no number.
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1970 and < 9999
            ? date
            : throw new SearchParameterException(name, new($"「{value}」は日付ではありません。2026-04-01 の形で指定してください。", $"'{value}' is no date. Write it like 2026-04-01."));
    }

    /// <exception cref="SearchParameterException">There is no such order.</exception>
    public static TextOrder Sort(string? value) => Orders.TryGetValue(string.IsNullOrWhiteSpace(value) ? "relevance" : value, out var order)
        ? order
        : throw new SearchParameterException("sort", new(
            $"並び順「{value}」はありません。{string.Join("、", Orders.Keys)} から選んでください。", $"There is no order '{value}': choose from {string.Join(", ", Orders.Keys)}."));

    /// <summary>Names of facets, each parameter one or several with commas between; an attribute as <c>attribute:NAME</c>.</summary>
    /// <exception cref="SearchParameterException">One is no facet.</exception>
    public static IReadOnlyList<SearchFacet> Facets(IEnumerable<string?>? values) => [.. Split(values).Select(Facet).Distinct()];

    /// <summary>Values of a field, each parameter one or several with commas between; an empty one asks for what has none.</summary>
    /// <exception cref="SearchParameterException">The field has a fixed set of values and this is not one.</exception>
    public static (QueryField Field, IReadOnlyList<string> Values) Filter(QueryField field, IEnumerable<string?>? values)
    {
        // Names of products and sources may hold commas.
        var separate = QueryFields.Values(field).Count > 0 || field == QueryField.Topic;
        var named = (values ?? []).OfType<string>().ToList();
        var given = separate ? Split(named) : named.Where(v => !string.IsNullOrWhiteSpace(v));
        var none = MayBeNone.Contains(field) && named.Contains("") ? [""] : Array.Empty<string>();
        return (field, [.. given.Select(v => QueryFields.TryValue(field, v, out var canonical) ? canonical : throw Unknown(field, v)).Concat(none).Distinct()]);
    }

    /// <summary>Spellings and synonyms to leave out.</summary>
    /// <exception cref="SearchParameterException">There are too many.</exception>
    public static IReadOnlyList<string> Without(IEnumerable<string?>? words)
    {
        List<string> given = [.. (words ?? []).OfType<string>().Where(w => !string.IsNullOrWhiteSpace(w)).Distinct()];
        return given.Count <= MostWithout ? given
            : throw new SearchParameterException("without", new($"除く語は {MostWithout} 個までです。", $"Leave out at most {MostWithout} words."));
    }

    /// <exception cref="SearchParameterException">It is outside.</exception>
    public static int Between(string name, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new SearchParameterException(name, new($"{name} は {least}〜{most} で指定してください。", $"Give {name} from {least} to {most}."));

    private static SearchParameterException Unknown(QueryField field, string value) => new(field.Name(), new(
        $"{field.Name()} に「{value}」という値はありません。{string.Join("、", QueryFields.Values(field))} から選んでください。",
        $"{field.Name()} has no value '{value}'. Choose from {string.Join(", ", QueryFields.Values(field))}."));

    private static SearchFacet Facet(string name)
    {
        if (name.Equals(SearchFacet.Attributes.Name, StringComparison.OrdinalIgnoreCase))
        {
            return SearchFacet.Attributes;
        }
        if (name.StartsWith(SearchFacet.AttributePrefix, StringComparison.OrdinalIgnoreCase) && name.Length is var length && length > SearchFacet.AttributePrefix.Length && length <= LongestName)
        {
            return new(default, name[SearchFacet.AttributePrefix.Length..]);
        }
        return Enum.TryParse<Facet>(name, ignoreCase: true, out var facet) && Enum.IsDefined(facet) && !char.IsAsciiDigit(name[0])
            ? facet
            : throw new SearchParameterException("facet", new(
                $"集計「{name}」はありません。{string.Join("、", Names)}、attribute:属性名 から選んでください。", $"There is no facet '{name}': choose from {string.Join(", ", Names)} and attribute:NAME."));
    }

    private static IEnumerable<string> Names => Enum.GetValues<Facet>().Select(SearchFacet.NameOf).Append(SearchFacet.Attributes.Name);

    private static IEnumerable<string> Split(IEnumerable<string?>? values) =>
        (values ?? []).SelectMany(v => (v ?? "").Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
