using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Voc.Analysis.Search;
using Voc.Api.Search;

namespace Voc.Api.SavedSearches;

/// <summary>
/// A search as the page's address has it, after the question mark: the parameters of <c>GET /search</c>, and <c>period</c>, which stands
/// for the days up to the one it is opened on. What else the address holds, such as which view is open, is kept and means nothing here.
/// </summary>
internal sealed partial class SavedQuery
{
    public const int MaximumLength = 4000;

    /// <summary>Of the page rather than of the search.</summary>
    private static readonly string[] Places = ["limit", "offset", "page", "count", "facet", "feedback", "saved", "at", "unfolded"];

    private static readonly PropertyInfo[] Parameters = [.. typeof(ScopeQuery).GetProperties(), .. typeof(SearchQuery).GetProperties()];

    private readonly Dictionary<string, StringValues> _values;
    private readonly int? _days;

    private SavedQuery(Dictionary<string, StringValues> values, int? days) => (_values, _days) = (values, days);

    /// <summary>Reads the address.</summary>
    /// <exception cref="SearchParameterException">A parameter does not hold what it should.</exception>
    /// <exception cref="QueryException">The query cannot be understood.</exception>
    public static SavedQuery Read(string address)
    {
        if (address.Length > MaximumLength)
        {
            throw new SearchParameterException("query", new($"検索条件は {MaximumLength} 文字までです。", $"A search may have up to {MaximumLength} characters."));
        }
        var values = QueryHelpers.ParseQuery(address);
        foreach (var place in Places)
        {
            values.Remove(place);
        }
        var saved = new SavedQuery(values, Days(values.GetValueOrDefault("period").ToString()));
        QueryParser.Parse(saved.Request(new DateOnly(2000, 1, 1)).Query);
        return saved;
    }

    /// <summary>The issues whose feedback it asks for.</summary>
    public IReadOnlySet<long> Issues => Parts(QueryParser.Parse(RequestWithoutPeriod().Query)).OfType<FieldNode>().Where(f => f.Field == QueryField.Issue)
        .Select(f => long.Parse(f.Value, CultureInfo.InvariantCulture)).ToHashSet();

    /// <summary>Whether it asks for the days up to today, whichever that is.</summary>
    public bool IsRelative => _days is not null;

    /// <summary>The address as it is kept.</summary>
    public string Address => Write(_values);

    /// <summary>The address on a day: the period has become dates.</summary>
    public string AddressOn(DateOnly today) => Write(On(today));

    /// <summary>What to search for on a day.</summary>
    public SearchRequest Request(DateOnly today) => Bind(On(today));

    /// <summary>What to search for whenever: the period is left out, dates that stand in the address are not.</summary>
    public SearchRequest RequestWithoutPeriod() => Bind(_values.Where(v => v.Key != "period"));

    private Dictionary<string, StringValues> On(DateOnly today)
    {
        if (_days is not { } days)
        {
            return _values;
        }
        var values = new Dictionary<string, StringValues>(_values)
        {
            ["from"] = today.AddDays(1 - days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["to"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        values.Remove("period");
        return values;
    }

    private static IEnumerable<QueryNode> Parts(QueryNode? node) => node switch
    {
        null => [],
        AndNode all => all.Parts.SelectMany(Parts),
        OrNode any => any.Parts.SelectMany(Parts),
        NotNode not => Parts(not.Part),
        _ => [node],
    };

    private static SearchRequest Bind(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var (scope, query) = (new ScopeQuery(), new SearchQuery());
        foreach (var (name, given) in values)
        {
            if (Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } parameter)
            {
                parameter.SetValue(parameter.DeclaringType == typeof(ScopeQuery) ? scope : query, Value(name, parameter.PropertyType, given));
            }
        }
        return query.Request(scope);
    }

    private static object? Value(string name, Type type, StringValues given)
    {
        if (type == typeof(string[]))
        {
            return given.OfType<string>().ToArray();
        }
        var text = given.Count > 0 ? given[^1] ?? "" : "";
        return Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
        {
            TypeCode.String => text,
            TypeCode.Boolean when bool.TryParse(text, out var flag) => flag,
            TypeCode.Int32 when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            TypeCode.Int64 when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw new SearchParameterException(name, new($"{name} に「{text}」は指定できません。", $"'{text}' is nothing for {name}.")),
        };
    }

    private static int? Days(string period)
    {
        if (period.Length == 0)
        {
            return null;
        }
        var days = PeriodPattern().Match(period);
        return days.Success && int.Parse(days.Groups[1].Value, CultureInfo.InvariantCulture) is >= 1 and var count ? count : throw new SearchParameterException("period", new(
            $"期間「{period}」は読み取れません。直近 30 日なら 30d のように指定してください。", $"The period '{period}' cannot be read. Write 30d for the last 30 days."));
    }

    private static string Write(Dictionary<string, StringValues> values) =>
        QueryHelpers.AddQueryString("", values.SelectMany(v => v.Value.Select(one => KeyValuePair.Create(v.Key, one)))).TrimStart('?');

    [GeneratedRegex("^([0-9]{1,4})d$")]
    private static partial Regex PeriodPattern();
}
