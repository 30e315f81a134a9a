using Voc.Analysis.Mining;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Reads the parameters that are the views' own.</summary>
internal static class MiningParameters
{
    /// <summary>One of some words, ignoring case; the first where there is none.</summary>
    /// <exception cref="SearchParameterException">It is none of them.</exception>
    public static string Choice(string name, string? value, params ReadOnlySpan<string> choices)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return choices[0];
        }
        foreach (var choice in choices)
        {
            if (choice.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }
        throw Unknown(name, value, choices.ToArray());
    }

    /// <summary>Several of some words with commas between; all where there are none.</summary>
    /// <exception cref="SearchParameterException">One is none of them.</exception>
    public static IReadOnlySet<string> Choices(string name, string? value, params string[] choices)
    {
        var given = (value ?? "").Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return given.Length == 0 ? choices.ToHashSet() : given.Select(g => Choice(name, g, choices)).ToHashSet();
    }

    /// <exception cref="SearchParameterException">There is no such dimension.</exception>
    public static Dimension Dimension(string name, string value) =>
        Analysis.Mining.Dimension.TryParse(value, out var dimension) ? dimension : throw Unknown(name, value, [.. Analysis.Mining.Dimension.Names]);

    /// <exception cref="SearchParameterException">It is outside.</exception>
    public static int Number(string name, int? value, int otherwise, int least, int most) => SearchParameters.Between(name, value ?? otherwise, least, most);

    /// <exception cref="SearchParameterException">It is no share.</exception>
    public static double Share(string name, double? value) => value switch
    {
        null => 0,
        >= 0 and <= 1 => value.Value,
        _ => throw new SearchParameterException(name, new($"{name} は 0〜1 で指定してください。", $"Give {name} from 0 to 1.")),
    };

    /// <summary>Queries with commas between; a comma in quotes or brackets is part of one.</summary>
    public static IReadOnlyList<string> Queries(IEnumerable<string?>? values)
    {
        var queries = new List<string>();
        foreach (var value in (values ?? []).OfType<string>())
        {
            var (start, depth, quote) = (0, 0, '\0');
            for (var at = 0; at <= value.Length; at++)
            {
                var c = at < value.Length ? value[at] : ',';
                (depth, quote) = quote != '\0'
                    ? (depth, c == quote ? '\0' : quote)
                    : (depth + (c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0), c switch { '"' => '"', '「' => '」', '『' => '』', '“' => '”', _ => '\0' });
                if (at == value.Length || (c is ',' or '、' && depth <= 0 && quote == '\0'))
                {
                    queries.Add(value[start..at].Trim());
                    start = at + 1;
                }
            }
        }
        return [.. queries.Where(q => q.Length > 0).Distinct()];
    }

    private static SearchParameterException Unknown(string name, string value, string[] choices) => new(name, new(
        $"{name} に「{value}」はありません。{string.Join("、", choices)} から選んでください。",
        $"There is no {name} '{value}': choose from {string.Join(", ", choices)}."));
}
