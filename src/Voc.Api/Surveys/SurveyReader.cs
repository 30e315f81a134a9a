using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Problems;
using Voc.Api.Sources;
using Voc.Api.Storage;
using Voc.Ingest.Surveys;
using Voc.Ingest.Surveys.Figures;

namespace Voc.Api.Surveys;

/// <summary>Tells pages and programs of surveys and their results.</summary>
internal sealed class SurveyReader(SurveyBook book, VocOptions options, TimeProvider time)
{
    public const string Path = "/s/";

    /// <summary>All surveys, the newest first.</summary>
    public async Task<List<SurveyInfo>> ListAsync(VocDbContext db, string own, CancellationToken cancellationToken)
    {
        var rows = await db.Sources.AsNoTracking().Where(s => s.Kind == SourceKinds.Survey).OrderByDescending(s => s.Id).ToListAsync(cancellationToken);
        var infos = new List<SurveyInfo>(rows.Count);
        foreach (var row in rows)
        {
            infos.Add(await InfoAsync(db, row, own, cancellationToken));
        }
        return infos;
    }

    /// <summary>A survey as it stands; <paramref name="own"/> is this server's address where the installation knows none.</summary>
    public async Task<SurveyInfo> InfoAsync(VocDbContext db, SourceRow row, string own, CancellationToken cancellationToken)
    {
        var answers = db.Set<SurveyAnswerRow>().Where(a => a.SourceId == row.Id);
        var count = await answers.LongCountAsync(cancellationToken);
        var last = count == 0 ? (DateTimeOffset?)null : await answers.MaxAsync(a => a.At, cancellationToken);
        var survey = SurveyBook.Of(row);
        return new SurveyInfo(
            row.Id, row.Name, State(row, survey, count), row.Enabled, Url(row.PublicKey!, own), SourceInfo.Parse(survey.ToSettings()), survey.Questions.Count, count,
            await db.Set<SurveyInvitationRow>().LongCountAsync(i => i.SourceId == row.Id, cancellationToken),
            await answers.LongCountAsync(a => a.Key.StartsWith(SurveyBook.InvitedPrefix), cancellationToken),
            row.CreatedAt, last);
    }

    /// <summary>The full address of a survey's page.</summary>
    public string Url(string publicKey, string own) => options.UrlOf(Path + publicKey) ?? own + Path + publicKey;

    /// <summary>What was answered so far.</summary>
    public async Task<SurveyResult> ResultAsync(VocDbContext db, SourceRow row, string own, CancellationToken cancellationToken)
    {
        var survey = SurveyBook.Of(row);
        var figures = await book.FiguresAsync(row.Id, survey, cancellationToken);
        var labels = survey.Questions.ToDictionary(q => q.Name, q => q.Label.Say());
        return new SurveyResult(await InfoAsync(db, row, own, cancellationToken), [.. figures.Select(f => Result(f, labels))]);
    }

    private string State(SourceRow row, Survey survey, long answers) =>
        survey.IsOver(time.GetUtcNow(), options.Zone) && (row.Enabled || answers > 0) ? "closed"
        : row.Enabled ? "open"
        : answers == 0 ? "draft"
        : "paused";

    private static SurveyQuestionResult Result(QuestionFigures figures, Dictionary<string, string> labels)
    {
        var question = figures.Question;
        return new SurveyQuestionResult(
            question.Name, question.Kind.ToString().ToLowerInvariant(), labels[question.Name],
            figures.Overall is { } overall ? Figure(overall) : null,
            figures.Overall is { } tally
                ? [.. tally.Counts.Select((count, i) => new SurveyCount((question.Scale.Low + i).ToString(CultureInfo.InvariantCulture), count))]
                : [.. figures.Options.Select(option => new SurveyCount(option.Option, option.Count))],
            Groups(figures.Months),
            [.. figures.Segments.Select(s => new SurveySegments(s.By, s.By is null ? null : labels[s.By], Groups(s.Groups)))]);
    }

    private static List<SurveyGroupFigure> Groups(IReadOnlyList<TallyGroup> groups) => [.. groups.Select(g => new SurveyGroupFigure(g.Name, Figure(g.Tally)))];

    private static SurveyFigure Figure(ScoreTally tally) => new(tally.Answers, tally.Estimate?.Value, tally.Estimate?.Low, tally.Estimate?.High, tally.Mean);
}
