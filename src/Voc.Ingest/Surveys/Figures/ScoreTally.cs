namespace Voc.Ingest.Surveys.Figures;

/// <summary>How often each number of a scale was given, and the figure that follows.</summary>
public sealed class ScoreTally
{
    private const int Promoter = 9;
    private const int Detractor = 6;

    private readonly SurveyQuestion _question;
    private readonly long[] _counts;

    /// <summary>A tally of no answers.</summary>
    /// <param name="question">A question answered by a number.</param>
    /// <exception cref="ArgumentException">The question is none.</exception>
    public ScoreTally(SurveyQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        _question = question.IsScale ? question : throw new ArgumentException("The question is not answered by a number.", nameof(question));
        _counts = new long[question.Scale.High - question.Scale.Low + 1];
    }

    /// <summary>How often each number was given, the least first.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>All answers.</summary>
    public long Answers => _counts.Sum();

    /// <summary>The mean of the numbers, or null without answers.</summary>
    public double? Mean => Answers is 0 ? null : _counts.Select((count, index) => count * (double)(index + _question.Scale.Low)).Sum() / Answers;

    /// <summary>
    /// The Net Promoter Score; the share of 4 and 5 for satisfaction; the share of 5 to 7 for effort. Null without answers.
    /// </summary>
    public Estimate? Estimate => _question.Kind switch
    {
        SurveyQuestionKind.Nps => NetPromoterScore.Of(From(Promoter), Answers - From(Detractor + 1), Answers),
        SurveyQuestionKind.Csat => WilsonInterval.Of(From(4), Answers),
        _ => WilsonInterval.Of(From(5), Answers),
    };

    /// <summary>Counts one answer; a number outside the scale, from before the scale was another, counts nowhere.</summary>
    public void Add(int score)
    {
        var index = score - _question.Scale.Low;
        if (index >= 0 && index < _counts.Length)
        {
            _counts[index]++;
        }
    }

    private long From(int score) => _counts.AsSpan(score - _question.Scale.Low).ToArray().Sum();
}
