using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Problems;

namespace Voc.Api.Issues;

/// <summary>A change of an issue that was read and makes sense by itself; a field that is not there is not to be changed.</summary>
internal sealed record IssueRequest
{
    public const int MaxTitle = 120;
    public const int MaxComment = 2000;
    public const int MaxUrl = 2000;
    public const int MaxGrowth = 10_000;

    private const string DayFormat = "yyyy-MM-dd";

    public IssueState? State { get; private init; }
    public string? Assignee { get; private init; }
    public string? Title { get; private init; }
    public string? Comment { get; private init; }
    public string? TicketUrl { get; private init; }

    /// <summary>There is a value inside where the date is to be set, none where it is to be taken away.</summary>
    public Given? DueOn { get; private init; }

    public DateOnly? FixedOn { get; private init; }
    public Given? MuteUntil { get; private init; }
    public int? MuteGrowth { get; private init; }
    public bool HasMute { get; private init; }

    /// <summary>A day that was given, or its absence that was.</summary>
    internal readonly record struct Given(DateOnly? Day);

    /// <summary>Reads a change; returns what is wrong with it instead where something is.</summary>
    public static (IssueRequest? Request, ProblemHttpResult? Problem) Read(IssueChange change, DateOnly today)
    {
        if (change is { State: null, Assignee: null, Comment: null, Title: null, TicketUrl: null, DueOn: null, FixedOn: null, Mute: null })
        {
            return Wrong("state", new(
                "変更がありません。state、assignee、title、ticketUrl、dueOn、fixedOn、mute、comment のどれかを指定してください。",
                "There is nothing to change: give state, assignee, title, ticketUrl, dueOn, fixedOn, mute or comment."));
        }
        IssueState? state = null;
        if (change.State is { } name)
        {
            if (!IssueNames.TryState(name, out var asked))
            {
                return Wrong("state", new($"状態「{name}」はありません。{IssueLifecycle.Names("、")} から選んでください。", $"There is no state '{name}': choose from {IssueLifecycle.Names(", ")}."));
            }
            state = asked;
        }
        if (change.Title is { } title && (string.IsNullOrWhiteSpace(title) || title.Length > MaxTitle))
        {
            return Wrong("title", new($"課題の名前は 1〜{MaxTitle} 文字にしてください。", $"Give a title of 1 to {MaxTitle} characters."));
        }
        if (change.Comment is { } comment && CommentProblem("comment", comment) is { } wrongComment)
        {
            return (null, wrongComment);
        }
        if (!string.IsNullOrWhiteSpace(change.TicketUrl) && !IsLink(change.TicketUrl.Trim()))
        {
            return Wrong("ticketUrl", new($"チケットの URL は http:// か https:// で始まる {MaxUrl} 文字までにしてください。", $"Give a ticket URL that begins with http:// or https://, of at most {MaxUrl} characters."));
        }
        return Dates(change, state, today);
    }

    public static ProblemHttpResult? CommentProblem(string field, string? text) => string.IsNullOrWhiteSpace(text) || text.Length > MaxComment
        ? Problem.Field(field, new($"コメントは 1〜{MaxComment} 文字にしてください。", $"Give a comment of 1 to {MaxComment} characters."))
        : null;

    private static (IssueRequest?, ProblemHttpResult?) Dates(IssueChange change, IssueState? state, DateOnly today)
    {
        if (!TryDay(change.DueOn, out var due))
        {
            return WrongDay("dueOn");
        }
        if (!TryDay(change.FixedOn, out var fixedOn) || fixedOn is { Day: null })
        {
            return WrongDay("fixedOn");
        }
        if (fixedOn?.Day > today)
        {
            return Wrong("fixedOn", new("修正日は今日までの日付にしてください。", "The date of the fix cannot be in the future."));
        }
        if (!TryDay(change.Mute?.Until, out var until))
        {
            return WrongDay("mute.until");
        }
        if (until?.Day <= today)
        {
            return Wrong("mute.until", new("非表示の期限は明日以降の日付にしてください。", "An issue can be muted until tomorrow or later."));
        }
        if (change.Mute?.GrowthPercent is < 1 or > MaxGrowth)
        {
            return Wrong("mute.growthPercent", new($"増加の割合は 1〜{MaxGrowth} % にしてください。", $"Give a growth of 1 to {MaxGrowth} percent."));
        }
        return (new IssueRequest
        {
            State = state,
            Assignee = change.Assignee,
            Title = change.Title?.Trim(),
            Comment = change.Comment?.Trim(),
            TicketUrl = change.TicketUrl?.Trim(),
            DueOn = due,
            FixedOn = fixedOn?.Day,
            HasMute = change.Mute is not null,
            MuteUntil = until,
            MuteGrowth = change.Mute?.GrowthPercent,
        }, null);
    }

    private static bool IsLink(string url) =>
        url.Length <= MaxUrl && Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;

    private static bool TryDay(string? text, out Given? day)
    {
        day = text is null ? null : new Given(null);
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }
        if (!DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return false;
        }
        day = new Given(read);
        return true;
    }

    private static (IssueRequest?, ProblemHttpResult?) Wrong(string field, LocalizedText message) => (null, Problem.Field(field, message));

    private static (IssueRequest?, ProblemHttpResult?) WrongDay(string field) =>
        Wrong(field, new("日付は 2026-04-30 のように書いてください。", "Write the date like 2026-04-30."));
}
