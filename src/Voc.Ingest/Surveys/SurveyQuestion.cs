using System.Text.RegularExpressions;
using Voc.Ingest.Forms;

namespace Voc.Ingest.Surveys;

/// <summary>What a question of a survey asks for.</summary>
public enum SurveyQuestionKind
{
    /// <summary>Readiness to recommend, from 0 to 10, for the Net Promoter Score (Reichheld 2003).</summary>
    Nps,

    /// <summary>Satisfaction from 1 to 5; 4 and 5 are satisfied.</summary>
    Csat,

    /// <summary>How easy something was, from 1 (very hard) to 7 (very easy), for the Customer Effort Score; 5 and more are easy.</summary>
    Ces,

    /// <summary>One of several answers; results are also shown for those who gave each.</summary>
    Choice,

    /// <summary>Free text, which is read like any other feedback.</summary>
    Text,
}

/// <summary>A question of a survey.</summary>
public sealed partial record SurveyQuestion
{
    /// <summary>Most answers to choose from.</summary>
    public const int MaximumOptions = 50;

    private const int MaximumLabel = 200;

    /// <summary>Name by which the answer is sent and its figures are kept: a letter, then letters, digits, <c>-</c> and <c>_</c>, at most 40 in all. It stays when the wording changes.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks for.</summary>
    public required SurveyQuestionKind Kind { get; init; }

    /// <summary>The question in words, at most 200 UTF-16 units in each language.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; init; }

    /// <summary>The answers to choose from, for a choice.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Whether it is answered by a number.</summary>
    public bool IsScale => Kind is SurveyQuestionKind.Nps or SurveyQuestionKind.Csat or SurveyQuestionKind.Ces;

    /// <summary>The least and the greatest number of a scale; 0 and 0 for other kinds.</summary>
    public (int Low, int High) Scale => Kind switch
    {
        SurveyQuestionKind.Nps => (0, 10),
        SurveyQuestionKind.Csat => (1, 5),
        SurveyQuestionKind.Ces => (1, 7),
        _ => (0, 0),
    };

    /// <summary>Longest answer in UTF-16 units: 5,000 for free text and 200 for anything else.</summary>
    public int MaximumLength => Kind == SurveyQuestionKind.Text ? 5_000 : 200;

    /// <summary>The name of its score in <see cref="Feedback.Scores"/>.</summary>
    internal string ScoreName => Kind switch
    {
        SurveyQuestionKind.Nps => "nps",
        SurveyQuestionKind.Csat => "csat",
        _ => "ces",
    };

    /// <summary>The answers that can be chosen, those of a scale included; empty for free text.</summary>
    internal IReadOnlyList<string> Choices => IsScale
        ? [.. Enumerable.Range(Scale.Low, Scale.High - Scale.Low + 1).Select(value => value.ToString(System.Globalization.CultureInfo.InvariantCulture))]
        : Options;

    internal LocalizedText? Problem() =>
        Name is null || !NameForm().IsMatch(Name) || Name == FormSubmission.HoneypotName ? FormProblems.BadName(Name ?? "")
        : string.IsNullOrWhiteSpace(Label.Ja) || Label.Ja.Length > MaximumLabel || Label.En.Length > MaximumLabel ? SurveyProblems.NoLabel(Name, MaximumLabel)
        : Kind == SurveyQuestionKind.Choice && (Options.Count is < 2 or > MaximumOptions || Options.Any(IsBad) || Options.Distinct().Count() < Options.Count) ? SurveyProblems.BadOptions(Name, MaximumOptions, MaximumLength)
        : null;

    private bool IsBad(string? option) => string.IsNullOrWhiteSpace(option) || option.Length > MaximumLength || option.Trim().Length < option.Length;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
    private static partial Regex NameForm();
}
