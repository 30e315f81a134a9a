using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Problems;

namespace Voc.Api.Issues.Severity;

/// <summary>Settings as somebody wants them; <see cref="Version"/> is the one they were changed from.</summary>
internal sealed record NewSeveritySettings(long Version, SeveritySettings Settings);

/// <summary>Reads settings that somebody sent.</summary>
internal static class SeverityRequest
{
    public const int MaxWords = 500;
    public const int MaxWord = 40;
    public const int MaxValues = 50;
    public const int MaxName = 100;

    /// <summary>The settings as they are kept, or what is wrong with them.</summary>
    public static (SeveritySettings? Settings, ProblemHttpResult? Problem) Read(SeveritySettings? asked)
    {
        if (asked is null)
        {
            return (null, Problem.Field("settings", new("settings を指定してください。", "Give settings.")));
        }
        foreach (var (field, points) in Points(asked))
        {
            if (points is not (>= 0 and <= 100))
            {
                return (null, Problem.Field(field, new("配点は 0〜100 の数にしてください。", "Give points from 0 to 100.")));
            }
        }
        if (Words(asked.SafetyWords) is not { } safety)
        {
            return (null, WrongWords("safetyWords"));
        }
        if (Words(asked.MoneyWords) is not { } money)
        {
            return (null, WrongWords("moneyWords"));
        }
        var attribute = asked.Attribute?.Trim();
        var values = Clean(asked.ImportantValues);
        if (attribute is { Length: > MaxName } || values.Count > MaxValues || values.Any(v => v.Length > MaxName))
        {
            return (null, Problem.Field("attribute", new($"項目名と値は {MaxName} 文字まで、値は {MaxValues} 個までにしてください。", $"Give a name and up to {MaxValues} values of at most {MaxName} characters.")));
        }
        if (!string.IsNullOrEmpty(attribute) && values.Count == 0 && asked.ImportantFrom is null)
        {
            return (null, Problem.Field("importantValues", new("重要な顧客の値か、いくつ以上かを指定してください。", "Say which values important customers have, or from which number on.")));
        }
        return (asked with
        {
            SafetyWords = safety,
            MoneyWords = money,
            Attribute = string.IsNullOrEmpty(attribute) ? null : attribute,
            ImportantValues = string.IsNullOrEmpty(attribute) ? [] : values,
            ImportantFrom = string.IsNullOrEmpty(attribute) ? null : asked.ImportantFrom,
        }, null);
    }

    /// <summary>The parts by the names they travel under.</summary>
    public static IReadOnlyList<(string Name, double Points)> Points(SeveritySettings settings) =>
    [
        ("reach", settings.Reach), ("negativity", settings.Negativity), ("safety", settings.Safety), ("money", settings.Money),
        ("growth", settings.Growth), ("churnRisk", settings.ChurnRisk), ("customerValue", settings.CustomerValue),
    ];

    private static List<string>? Words(IReadOnlyList<string>? words)
    {
        var clean = Clean(words);
        return clean.Count > MaxWords || clean.Any(w => w.Length > MaxWord || w.Any(char.IsControl)) ? null : clean;
    }

    private static List<string> Clean(IReadOnlyList<string>? words) => [.. (words ?? []).Select(w => w?.Trim() ?? "").Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];

    private static ProblemHttpResult WrongWords(string field) =>
        Problem.Field(field, new($"語は {MaxWord} 文字まで、{MaxWords} 語までにしてください。", $"Give up to {MaxWords} words of at most {MaxWord} characters."));
}
