using System.Globalization;
using Voc.Analysis.Issues;
using Voc.Api.Problems;

namespace Voc.Api.Alerts;

/// <summary>Reads what somebody wants a rule to be, and says what is wrong with it.</summary>
internal static class AlertRuleReader
{
    private const int MaximumName = 100;
    private const int MostValues = 100;
    private const int MostQuiet = 4;

    private static readonly string[] Defaults = [AlertEvents.New, AlertEvents.Grew, AlertEvents.Regressed];

    /// <summary>The rule's name, conditions and timing, or what is wrong with one of them.</summary>
    public static (string Name, AlertConditions? Conditions, AlertTiming? Timing, Refusal? Refusal) Read(RuleInput input)
    {
        var name = input.Name?.Trim() ?? "";
        if (name.Length is 0 or > MaximumName || name.Any(char.IsControl))
        {
            return (name, null, null, Refusal.Of("name", new($"1〜{MaximumName} 文字の名前を付けてください。", $"Give it a name of 1 to {MaximumName} characters.")));
        }
        var (conditions, wrong) = Conditions(input.When ?? new(null, null, null, null, null));
        var (timing, late) = Timing(input.Timing ?? new(null, null, null, null, null));
        return (name, conditions, timing, wrong ?? late);
    }

    private static (AlertConditions? Conditions, Refusal? Refusal) Conditions(RuleConditions when)
    {
        if (!TryEnum<IssueSeverity>(when.Severity ?? "low", out var severity))
        {
            return (null, Refusal.Of("when.severity", new("重大度は low、medium、high、critical から選んでください。", "Choose the severity from low, medium, high, critical.")));
        }
        if (!TryEnum<IssuePolarity>(when.Polarity ?? "negative", out var polarity))
        {
            return (null, Refusal.Of("when.polarity", new("不満・好評は negative か positive にしてください。", "Choose negative or positive.")));
        }
        var events = when.Events ?? Defaults;
        if (events.Count == 0 || events.Any(e => !AlertEvents.All.Contains(e)))
        {
            return (null, Refusal.Of("when.events", new(
                $"知らせる出来事を {string.Join("、", AlertEvents.All)} から 1 つ以上選んでください。", $"Choose one or more of {string.Join(", ", AlertEvents.All)}.")));
        }
        if (Values(when.Products) is not { } products)
        {
            return (null, Refusal.Of("when.products", new($"製品は {MostValues} 件までの名前で指定してください。", $"Give at most {MostValues} names of products.")));
        }
        if (Values(when.Topics) is not { } topics)
        {
            return (null, Refusal.Of("when.topics", new($"話題は {MostValues} 件までの ID で指定してください。", $"Give at most {MostValues} identifiers of topics.")));
        }
        return (new AlertConditions(products, topics, severity, when.Polarity is null ? null : polarity, [.. AlertEvents.All.Where(events.Contains)]), null);
    }

    private static (AlertTiming? Timing, Refusal? Refusal) Timing(RuleTiming timing)
    {
        if (!TryEnum<AlertPace>(timing.Pace ?? "immediate", out var pace))
        {
            return (null, Refusal.Of("timing.pace", new("送り方は immediate、hourly、daily、weekly から選んでください。", "Choose immediate, hourly, daily or weekly.")));
        }
        if (timing.Hour is < 0 or > 23)
        {
            return (null, Refusal.Of("timing.hour", new("時刻は 0〜23 時にしてください。", "Give an hour from 0 to 23.")));
        }
        if (RuleDays.Read(timing.Weekday ?? "mon") is not { } weekday)
        {
            return (null, Refusal.Of("timing.weekday", new("曜日は mon〜sun から選んでください。", "Choose a day from mon to sun.")));
        }
        var quiet = (timing.Quiet ?? []).Select(Window).ToList();
        if (quiet.Count > MostQuiet || quiet.Contains(null))
        {
            return (null, Refusal.Of("timing.quiet", new(
                $"静かな時間は {MostQuiet} 組まで、「22:00」のような開始と終了、1 つ以上の曜日で指定してください。",
                $"Give at most {MostQuiet} quiet times, each with a beginning and end such as 22:00 and at least one day.")));
        }
        return QuietWindow.AreAlways(quiet!)
            ? (null, Refusal.Of("timing.quiet", new("静かな時間が一週間すべてを覆っているため、何も送られません。", "The quiet hours leave no time in the week to send anything.")))
            : (new AlertTiming(pace, timing.Hour ?? 9, weekday, quiet!, timing.CriticalThrough ?? true), null);
    }

    private static QuietWindow? Window(RuleQuiet quiet)
    {
        var days = (quiet.Days ?? []).Select(RuleDays.Read).ToList();
        return days.Count > 0 && !days.Contains(null) && Time(quiet.From) is { } from && Time(quiet.To) is { } to
            ? new QuietWindow(from, to, [.. days.OfType<DayOfWeek>().Distinct().Order()])
            : null;
    }

    private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static IReadOnlyList<string>? Values(IReadOnlyList<string>? values) =>
        values is null ? [] : values.Count <= MostValues && values.All(v => v is { Length: > 0 and <= 200 }) ? [.. values.Distinct()] : null;

    private static bool TryEnum<T>(string name, out T value)
        where T : struct, Enum => Enum.TryParse(name, ignoreCase: true, out value) && Enum.IsDefined(value) && char.IsAsciiLetter(name[0]);
}
