namespace Voc.Ingest.Surveys.Figures;

/// <summary>Counts the answers of a survey in one pass.</summary>
public sealed class SurveyFigures
{
    private readonly Survey _survey;
    private readonly TimeZoneInfo _zone;
    private readonly List<SurveyQuestion> _scales;
    private readonly List<SurveyQuestion> _choices;
    private readonly Dictionary<string, ScoreTally> _overall;
    private readonly Dictionary<(string Question, string Month), ScoreTally> _months = [];
    private readonly Dictionary<(string Question, string? By, string Group), ScoreTally> _segments = [];
    private readonly Dictionary<(string Question, string Option), long> _options = [];

    /// <summary>Figures of no answers.</summary>
    /// <param name="survey">The survey as it is asked now.</param>
    /// <param name="zone">The company's time zone.</param>
    public SurveyFigures(Survey survey, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(survey);
        (_survey, _zone) = (survey, zone);
        _scales = [.. survey.Questions.Where(question => question.IsScale)];
        _choices = [.. survey.Questions.Where(question => question.Kind == SurveyQuestionKind.Choice)];
        _overall = _scales.ToDictionary(question => question.Name, question => new ScoreTally(question));
    }

    /// <summary>Counts one answer.</summary>
    public void Add(StoredAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        foreach (var choice in _choices)
        {
            if (answer.Choices.TryGetValue(choice.Name, out var option))
            {
                _options[(choice.Name, option)] = _options.GetValueOrDefault((choice.Name, option)) + 1;
            }
        }

        var month = TimeZoneInfo.ConvertTime(answer.At, _zone).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var question in _scales)
        {
            if (answer.Scores.TryGetValue(question.Name, out var score))
            {
                Add(question, score, month, answer);
            }
        }
    }

    /// <summary>The figures of each question, in order.</summary>
    public IReadOnlyList<QuestionFigures> Questions() => [.. _survey.Questions.Select(question => question.IsScale
        ? new QuestionFigures(question, _overall[question.Name], Months(question), Segments(question), [])
        : new QuestionFigures(question, null, [], [], [.. Options(question)]))];

    private void Add(SurveyQuestion question, int score, string month, StoredAnswer answer)
    {
        _overall[question.Name].Add(score);
        Tally(_months, (question.Name, month), question).Add(score);
        if (answer.Segment is { } segment)
        {
            Tally(_segments, (question.Name, null, segment), question).Add(score);
        }

        foreach (var choice in _choices)
        {
            if (answer.Choices.TryGetValue(choice.Name, out var option))
            {
                Tally(_segments, (question.Name, choice.Name, option), question).Add(score);
            }
        }
    }

    private static ScoreTally Tally<TKey>(Dictionary<TKey, ScoreTally> tallies, TKey key, SurveyQuestion question)
        where TKey : notnull => tallies.TryGetValue(key, out var known) ? known : tallies[key] = new ScoreTally(question);

    private List<TallyGroup> Months(SurveyQuestion question) =>
        [.. _months.Where(pair => pair.Key.Question == question.Name).OrderBy(pair => pair.Key.Month, StringComparer.Ordinal).Select(pair => new TallyGroup(pair.Key.Month, pair.Value))];

    private List<TallySegments> Segments(SurveyQuestion question)
    {
        IEnumerable<(string? By, IReadOnlyList<string> Order)> divisions = _choices.Select(choice => ((string?)choice.Name, choice.Options)).Append((null, []));
        return [.. divisions.Select(division => new TallySegments(division.By, Groups(question, division.By, division.Order))).Where(segments => segments.Groups.Count > 0)];
    }

    /// <summary>Options as the question lists them; what it no longer lists, and the groups of invitations, by name.</summary>
    private List<TallyGroup> Groups(SurveyQuestion question, string? by, IReadOnlyList<string> order) =>
        [.. _segments.Where(pair => pair.Key.Question == question.Name && pair.Key.By == by)
            .OrderBy(pair => order.ToList().IndexOf(pair.Key.Group) is >= 0 and var place ? place : int.MaxValue).ThenBy(pair => pair.Key.Group, StringComparer.Ordinal)
            .Select(pair => new TallyGroup(pair.Key.Group, pair.Value))];

    private IEnumerable<(string, long)> Options(SurveyQuestion question) =>
        question.Options.Concat(_options.Keys.Where(key => key.Question == question.Name).Select(key => key.Option).Order(StringComparer.Ordinal)).Distinct()
            .Select(option => (option, _options.GetValueOrDefault((question.Name, option))));
}
