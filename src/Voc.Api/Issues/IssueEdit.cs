using System.Globalization;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>Changes of one issue by one person, or by the service itself, inside an open transaction: each is noted as it is made.</summary>
internal sealed class IssueEdit(StoreConnection connection, VocDbContext context, IssueRow issue, string who, DateTimeOffset now)
{
    /// <summary>Days whose reports tell how loud an issue is.</summary>
    public const int RecentDays = 7;

    private const string CountRecent =
        "SELECT count(*) FROM issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId WHERE l.IssueId = $issue AND f.Day > $after AND f.Day <= $today";

    private bool _changed;

    /// <summary>Reports in the seven days that end today.</summary>
    public static int Recent(StoreConnection connection, long issue, DateOnly today) => (int)(long)connection.Scalar(
        CountRecent, ("$issue", issue), ("$after", today.DayNumber - RecentDays), ("$today", today.DayNumber))!;

    public void Change(IssueRequest request, DateOnly today)
    {
        if (request.State is { } state)
        {
            ChangeState(state, request, today);
        }
        if (request.HasMute && issue.State == IssueState.Muted)
        {
            SetMute(request, today);
        }
        if (request.FixedOn is { } fixedOn)
        {
            SetFixed(fixedOn.DayNumber);
        }
        if (request.Assignee is { } assignee && assignee != (issue.Assignee ?? ""))
        {
            var before = issue.Assignee;
            issue.Assignee = assignee.Length == 0 ? null : assignee;
            Note(IssueActions.Assignee, before, issue.Assignee);
        }
        if (request.Title is { } title && title != issue.Title)
        {
            Note(IssueActions.Title, issue.Title, title);
            (issue.Title, issue.TitleEn, issue.Renamed) = (title, title, true);
        }
        if (request.TicketUrl is { } url && url != (issue.TicketUrl ?? ""))
        {
            var before = issue.TicketUrl;
            issue.TicketUrl = url.Length == 0 ? null : url;
            Note(IssueActions.TicketUrl, before, issue.TicketUrl);
        }
        if (request.DueOn is { } due && due.Day?.DayNumber != issue.DueOn)
        {
            var before = issue.DueOn;
            issue.DueOn = due.Day?.DayNumber;
            Note(IssueActions.DueOn, Day(before), Day(issue.DueOn));
        }
        if (request.Comment is { } comment)
        {
            Note(IssueActions.Comment, null, comment);
        }
    }

    /// <summary>Changes the state alone, as the service does for a reason.</summary>
    public void ChangeState(IssueState to, string? reason = null)
    {
        if (to == issue.State)
        {
            return;
        }
        var from = issue.State;
        if (from == IssueState.Muted)
        {
            (issue.MutedFrom, issue.MuteUntil, issue.MuteGrowth, issue.MuteReports) = (null, null, null, null);
        }
        issue.State = to;
        Note(IssueActions.State, from.Name(), to.Name(), reason);
    }

    /// <summary>Saves and announces what was changed, if anything was.</summary>
    public void Commit()
    {
        if (!_changed)
        {
            return;
        }
        issue.UpdatedAt = now;
        context.SaveChanges();
        connection.AppendEvent(EventKind.IssueChanged, issue.Id, now);
    }

    public void Note(string action, string? before, string? after, string? reason = null)
    {
        context.Add(new IssueChangeRow { IssueId = issue.Id, At = now, Who = who, Action = action, Before = before, After = after, Reason = reason });
        _changed = true;
    }

    private void ChangeState(IssueState to, IssueRequest request, DateOnly today)
    {
        var from = issue.State;
        ChangeState(to);
        if (to == IssueState.Muted && from != IssueState.Muted)
        {
            issue.MutedFrom = from;
        }
        if (to == IssueState.Fixed && from != IssueState.Fixed && request.FixedOn is null)
        {
            SetFixed(today.DayNumber);
        }
    }

    private void SetMute(IssueRequest request, DateOnly today)
    {
        var before = Mute();
        issue.MuteUntil = request.MuteUntil?.Day?.DayNumber;
        issue.MuteGrowth = request.MuteGrowth;
        issue.MuteReports = request.MuteGrowth is null ? null : Recent(connection, issue.Id, today);
        if (before != Mute())
        {
            Note(IssueActions.Mute, before, Mute());
        }
    }

    private void SetFixed(int day)
    {
        if (issue.FixedOn == day)
        {
            return;
        }
        Note(IssueActions.FixedOn, Day(issue.FixedOn), Day(day));
        issue.FixedOn = day;
    }

    /// <summary>Conditions such as <c>2026-12-01 +50%</c>, or null where there are none.</summary>
    private string? Mute() =>
        string.Join(' ', new[] { Day(issue.MuteUntil), issue.MuteGrowth is { } percent ? string.Create(CultureInfo.InvariantCulture, $"+{percent}%") : null }.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string? Day(int? day) => day is { } number ? DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
