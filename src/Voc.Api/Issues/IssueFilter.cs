using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Issues;
using Voc.Api.Problems;
using Voc.Api.Search;

namespace Voc.Api.Issues;

/// <summary>Which issues and in which order, checked. What is empty lets all pass.</summary>
internal sealed record IssueFilter
{
    public const int MaxLimit = 500;
    private const int UsualLimit = 200;
    private const int MaxText = 200;

    private static readonly Dictionary<string, IReadOnlyList<IssueState>> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["open"] = IssueLifecycle.Open,
        ["closed"] = [IssueState.Fixed, IssueState.Verified],
        ["all"] = Enum.GetValues<IssueState>(),
    };

    public IReadOnlyCollection<IssueState> States { get; init; } = [];
    public IssueSort Sort { get; init; }
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Field and value with a colon between; empty for those of all feedback.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Assignees { get; init; } = [];
    public IReadOnlyList<IssueSeverity> Severities { get; init; } = [];
    public IssuePolarity? Polarity { get; init; }

    /// <summary>Words without regard to width, case and kind of kana.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public int Offset { get; init; }
    public int Limit { get; init; }

    /// <summary>Reads what was asked for; the second is what is wrong with it, or null.</summary>
    public static (IssueFilter Filter, ProblemHttpResult? Wrong) Read(IssueListQuery query, string userName)
    {
        var (states, noState) = StatesOf(query.State is { Length: > 0 } given ? given : ["open"]);
        var (severities, noSeverity) = Each<IssueSeverity>("severity", "重大度", query.Severity ?? []);
        var (sorts, noSort) = Each<IssueSort>("sort", "並び順", string.IsNullOrEmpty(query.Sort) ? [] : [query.Sort]);
        var (polarities, noPolarity) = Each<IssuePolarity>("polarity", "種類", string.IsNullOrEmpty(query.Polarity) ? [] : [query.Polarity]);
        var filter = new IssueFilter
        {
            States = states,
            Sort = sorts is [var sort] ? sort : IssueSort.Severity,
            Products = Given(query.Product),
            Slices = Given(query.Slice),
            Topics = [.. Given(query.Topic).Where(t => t.Length > 0)],
            Assignees = [.. Given(query.Assignee).Select(a => a == "me" ? userName : a)],
            Severities = severities,
            Polarity = polarities is [var polarity] ? polarity : null,
            Words = QueryNames.Plain(query.Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            Offset = query.Offset ?? 0,
            Limit = query.Limit ?? UsualLimit,
        };
        return (filter, noState ?? noSeverity ?? noSort ?? noPolarity ?? filter.Bounds(query));
    }

    /// <summary>Whether an issue passes, its state and topics aside.</summary>
    public bool Passes(IssueRow issue) =>
        (Products.Count == 0 || Products.Contains(issue.Product ?? ""))
        && (Slices.Count == 0 || Slices.Contains(issue.Slice is { } slice ? $"{slice.Field}:{slice.Value}" : ""))
        && (Assignees.Count == 0 || Assignees.Contains(issue.Assignee ?? ""))
        && (Severities.Count == 0 || Severities.Contains(issue.Severity))
        && (Polarity is null || Polarity == issue.Polarity)
        && (Words.Count == 0 || Says(issue));

    private static List<string> Given(string[]? values) => [.. (values ?? []).Distinct()];

    private static (IReadOnlyCollection<IssueState> States, ProblemHttpResult? Wrong) StatesOf(string[] names)
    {
        var states = new HashSet<IssueState>();
        foreach (var name in names)
        {
            if (Groups.TryGetValue(name, out var group))
            {
                states.UnionWith(group);
            }
            else if (name.Length > 0 && IssueNames.TryState(name, out var state))
            {
                states.Add(state);
            }
            else
            {
                return ([], Unknown("state", "状態", name, [.. Groups.Keys, .. Enum.GetValues<IssueState>().Select(s => s.Name())]));
            }
        }
        return (states, null);
    }

    private static (IReadOnlyList<T> Values, ProblemHttpResult? Wrong) Each<T>(string field, string ja, string[] names)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var name in names)
        {
            if (name.Length == 0 || !char.IsLetter(name[0]) || !Enum.TryParse<T>(name, ignoreCase: true, out var value) || !Enum.IsDefined(value))
            {
                return ([], Unknown(field, ja, name, [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())]));
            }
            values.Add(value);
        }
        return (values, null);
    }

    private static ProblemHttpResult Unknown(string field, string ja, string name, IReadOnlyList<string> known) => Problem.Field(field, new(
        $"{ja}「{name}」はありません。{string.Join("、", known)} から選んでください。", $"There is no {field} '{name}': choose from {string.Join(", ", known)}."));

    private ProblemHttpResult? Bounds(IssueListQuery query) =>
        Limit is < 1 or > MaxLimit ? Problem.Field("limit", new($"件数は 1〜{MaxLimit} で指定してください。", $"Give a limit from 1 to {MaxLimit}."))
        : Offset < 0 ? Problem.Field("offset", new("offset は 0 以上で指定してください。", "Give an offset of 0 or more."))
        : query.Q?.Length > MaxText ? Problem.Field("q", new($"検索語は {MaxText} 文字までです。", $"Search for at most {MaxText} characters."))
        : null;

    private bool Says(IssueRow issue)
    {
        var said = QueryNames.Plain(string.Join('\n', JsonSerializer.Deserialize<string[]>(issue.Terms)!.Prepend(issue.Product ?? "").Prepend(issue.TitleEn).Prepend(issue.Title)));
        return Words.All(w => said.Contains(w, StringComparison.Ordinal));
    }
}

/// <summary>The orders of lists of issues; what is equal comes the newest first.</summary>
internal enum IssueSort
{
    /// <summary>The gravest first.</summary>
    Severity,

    /// <summary>The least probable first.</summary>
    Surprise,

    /// <summary>The largest ratio of count to expectation first.</summary>
    Growth,

    /// <summary>The most customers first.</summary>
    Reach,

    /// <summary>The most reports first.</summary>
    Count,

    /// <summary>The latest detected first.</summary>
    Newest,

    /// <summary>The earliest due date first; those without one last.</summary>
    Due,
}
