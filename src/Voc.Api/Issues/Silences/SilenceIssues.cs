using Voc.Analysis.Issues;
using Voc.Analysis.Issues.Arrivals;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Silences;

/// <summary>Turns silences into issues inside one transaction: opens, updates and resolves them. What the store knows is all it remembers.</summary>
internal sealed class SilenceIssues(StoreConnection connection, VocDbContext context, SilenceSeries series, TimeZoneInfo zone, DateTimeOffset now)
{
    /// <summary>Silent again within so many days, an issue is opened again rather than another found.</summary>
    private const int AgainDays = 28;

    /// <summary>Expected feedback from which a silence is grave.</summary>
    private const double MuchExpected = 50;

    /// <summary>Share of what is usual at which a trickle has become a stream again.</summary>
    private const double Back = 0.5;

    private static readonly IReadOnlyList<IssueState> Alive = [.. IssueLifecycle.Open, IssueState.Muted];

    private readonly DateOnly _today = CompanyDay.Of(now, zone);

    public void Apply(IReadOnlyDictionary<string, Silence> silences)
    {
        var known = context.Set<IssueRow>().Where(i => i.Kind == IssueKind.Silence).OrderBy(i => i.Id).AsEnumerable()
            .GroupBy(i => i.Subject!).ToDictionary(g => g.Key, g => g.Last());
        foreach (var issue in known.Values.Where(i => Alive.Contains(i.State)))
        {
            Follow(issue, silences.GetValueOrDefault(issue.Subject!));
        }
        var silent = known.Values.Where(i => Alive.Contains(i.State)).Select(i => i.Subject!).Concat(silences.Keys).Select(SilenceSubject.Read).OfType<SilenceSubject>().ToHashSet();
        foreach (var (key, silence) in silences)
        {
            if (SilenceSubject.Read(key) is not { } subject || IsPartOf(subject, silent))
            {
                continue;
            }
            if (!known.TryGetValue(key, out var issue) || !Alive.Contains(issue.State) && IsNew(issue, silence) && issue.FixedOn < _today.DayNumber - AgainDays)
            {
                Open(subject, silence);
            }
            else if (!Alive.Contains(issue.State) && IsNew(issue, silence))
            {
                Reopen(issue, silence);
            }
        }
    }

    /// <summary>A product is silent with its source, and a channel with any one of its sources.</summary>
    private bool IsPartOf(SilenceSubject subject, HashSet<SilenceSubject> silent) => subject switch
    {
        { Product: not null } => silent.Contains(subject with { Product = null }),
        { Channel: { } channel } => silent.Any(s => s is { Channel: null, Product: null } && series.Source(s.Source)?.Channel == channel),
        _ => false,
    };

    /// <summary>Not the one that somebody called resolved although it goes on.</summary>
    private bool IsNew(IssueRow issue, Silence silence) => silence.IsComplete
        ? silence.Since > issue.LastSeen
        : CompanyDay.Of(silence.Since, zone).DayNumber > issue.FixedOn;

    private void Follow(IssueRow issue, Silence? silence)
    {
        if (SilenceSubject.Read(issue.Subject) is not { } subject || !series.Subjects().Any(s => s == subject with { Product = null } || s == subject))
        {
            Resolve(issue, "unwatched");
            return;
        }
        var since = CompanyHours.HourOf(issue.FirstSeen);
        var arrivals = series.Of(subject).Where(a => a.Hour <= series.Time.Now).ToList();
        var isBack = issue.Count == 0
            ? arrivals.Any(a => a.Hour > since)
            : arrivals.Where(a => a.Hour > series.Time.Now - 24).Sum(a => (long)a.Count) >= Back * issue.Expected / issue.WindowDays;
        if (isBack)
        {
            Resolve(issue, "returned");
        }
        else if (silence is not null && silence.IsComplete == (issue.Count == 0))
        {
            var before = issue.Title;
            Fill(issue, subject, silence with { Since = silence.IsComplete ? silence.Since : issue.FirstSeen });
            if (issue.Title != before || issue.LastRise != _today.DayNumber)
            {
                issue.LastRise = _today.DayNumber;
                Save(issue);
            }
        }
    }

    private void Open(SilenceSubject subject, Silence silence)
    {
        var issue = context.Add(new IssueRow { Kind = IssueKind.Silence, Subject = subject.Key, Polarity = IssuePolarity.Negative, Product = subject.Product, DetectedAt = now }).Entity;
        Fill(issue, subject, silence);
        issue.LastRise = _today.DayNumber;
        context.SaveChanges();
        context.Add(new IssueChangeRow { IssueId = issue.Id, At = now, Who = "", Action = IssueActions.Detected, After = issue.Title });
        Save(issue);
    }

    private void Reopen(IssueRow issue, Silence silence)
    {
        Fill(issue, SilenceSubject.Read(issue.Subject)!.Value, silence);
        (issue.DetectedAt, issue.LastRise) = (now, _today.DayNumber);
        var edit = new IssueEdit(connection, context, issue, "", now);
        edit.ChangeState(IssueState.Regressed, "silentAgain");
        edit.Commit();
    }

    private void Resolve(IssueRow issue, string reason)
    {
        var edit = new IssueEdit(connection, context, issue, "", now);
        edit.ChangeState(IssueState.Fixed, reason);
        issue.FixedOn = _today.DayNumber;
        edit.Note(IssueActions.FixedOn, null, _today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), reason);
        edit.Commit();
    }

    private void Fill(IssueRow issue, SilenceSubject subject, Silence silence)
    {
        if (!issue.Renamed)
        {
            var title = SilenceTexts.Title(SilenceTexts.Name(subject, series.Source(subject.Source)), silence, now, zone);
            (issue.Title, issue.TitleEn) = (title.Ja, title.En);
        }
        issue.Onset = CompanyDay.Of(silence.Since, zone).DayNumber;
        (issue.FirstSeen, issue.LastSeen) = (silence.Since, silence.Since);
        issue.WindowDays = Math.Max(1, SilenceTexts.Days(silence.Since, now, zone));
        (issue.Count, issue.Expected, issue.Size, issue.PValue) = (silence.Count, silence.Expected, silence.Size, silence.PValue);
        issue.Severity = silence.Expected >= MuchExpected ? IssueSeverity.High : IssueSeverity.Medium;
    }

    private void Save(IssueRow issue)
    {
        issue.UpdatedAt = now;
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, issue.Id, now);
    }
}
