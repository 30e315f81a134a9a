using System.Globalization;
using Voc.Analysis.Issues;
using Voc.Api.Alerts;

namespace Voc.Api.Webhooks;

/// <summary>Says what happened to an issue to people who are not looking at the dashboard.</summary>
internal static class IssueWording
{
    private static readonly Dictionary<string, LocalizedText> Severities = new()
    {
        ["low"] = new("軽微", "low"),
        ["medium"] = new("注意", "medium"),
        ["high"] = new("重大", "high"),
        ["critical"] = new("緊急", "critical"),
    };

    private static readonly Dictionary<string, LocalizedText> States = new()
    {
        ["new"] = new("新規", "new"),
        ["acknowledged"] = new("確認済み", "acknowledged"),
        ["investigating"] = new("調査中", "investigating"),
        ["fixed"] = new("解決", "fixed"),
        ["muted"] = new("非表示", "muted"),
        ["verified"] = new("効果確認済み", "verified"),
        ["regressed"] = new("再発", "regressed"),
    };

    private static readonly Dictionary<string, LocalizedText> Events = new()
    {
        [AlertEvents.New] = new("新しい課題", "new issue"),
        [AlertEvents.Grew] = new("拡大", "has grown"),
        [AlertEvents.Regressed] = new("再発", "is back"),
        [AlertEvents.Verified] = new("効果を確認", "fix verified"),
        [AlertEvents.Woken] = new("非表示から復帰", "no longer muted"),
        [AlertEvents.Due] = new("期限", "due"),
    };

    private static readonly LocalizedText HeardAgain = new("また届き始めた", "arriving again");

    /// <summary>Title of a message about one issue: what happened, how grave it is, and its title; what was told of before is marked as going on.</summary>
    public static string Headline(IssueNotice notice, CultureInfo language)
    {
        var severity = Severity(notice.Severity, language);
        var (happened, title) = (Happened(notice, language), notice.Title.In(language));
        return IsJapanese(language) ? $"【{severity}】{happened}：{title}" : $"[{severity}] {Capital(happened)}: {title}";
    }

    /// <summary>What happened, such as <c>続報・拡大</c>.</summary>
    public static string Happened(IssueNotice notice, CultureInfo language)
    {
        var names = notice.Happened.Select(h => h == AlertEvents.Verified && IsSilence(notice) ? HeardAgain.In(language) : Events.TryGetValue(h, out var name) ? name.In(language) : h);
        return IsJapanese(language)
            ? (notice.Revision > 1 ? "続報・" : "") + string.Join("・", names)
            : (notice.Revision > 1 ? "follow-up, " : "") + string.Join(", ", names);
    }

    /// <summary>All there is to say about an issue.</summary>
    public static NoticePart Whole(IssueNotice notice, CultureInfo language)
    {
        string Say(string ja, string en) => new LocalizedText(ja, en).In(language);
        var facts = new List<(string, string)>
        {
            (Say("製品", "Product"), notice.Product ?? Say("製品をまたぐ", "across products")),
            (Say("重大度", "Severity"), Changed(notice.SeverityBefore is { } before ? Severity(before, language) : null, Severity(notice.Severity, language))),
            (Say("状態", "State"), State(notice.State, language)),
            (Say("件数", "Count"), Count(notice, language)),
        };
        if (notice.Slice is { } slice)
        {
            facts.Insert(1, (slice.Field == Slice.SourceField ? Say("ソース", "Source") : Say("範囲", "Limited to"), slice.Value));
        }
        if (notice.DueOn is { } due)
        {
            facts.Add((Say("期限", "Due"), due.ToString(Say("yyyy年M月d日", "d MMMM yyyy"), language)));
        }
        return new NoticePart(null, facts, notice.Why.In(language), [.. notice.Quotes.Take(Notice.MostQuotes).Select(q => JsonWebhook.Cut(q.Text))], notice.Url);
    }

    /// <summary>An issue among others, in two lines.</summary>
    public static NoticePart Brief(IssueNotice notice, CultureInfo language)
    {
        var facts = new[] { Happened(notice, language), Count(notice, language), notice.Product, State(notice.State, language) }.OfType<string>();
        return new NoticePart(
            IsJapanese(language) ? $"【{Severity(notice.Severity, language)}】{notice.Title.Ja}" : $"[{Severity(notice.Severity, language)}] {notice.Title.En}",
            [], string.Join(IsJapanese(language) ? "／" : " / ", facts), [], notice.Url);
    }

    private static string Count(IssueNotice notice, CultureInfo language)
    {
        var expected = notice.Expected.ToString(notice.Expected < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);
        if (IsSilence(notice))
        {
            return IsJapanese(language) ? $"{Number(notice.Count)} 件（ふだんなら {expected} 件）" : $"{Number(notice.Count)} (usually {expected})";
        }
        var count = Changed(notice.CountBefore is { } before ? Number(before) : null, Number(notice.Count));
        return IsJapanese(language)
            ? $"{count} 件（{notice.WindowDays} 日間。ふだんは {expected} 件）"
            : $"{count} in {notice.WindowDays} {(notice.WindowDays == 1 ? "day" : "days")} (usually {expected})";
    }

    private static bool IsSilence(IssueNotice notice) => notice.Kind == "silence";

    private static string Changed(string? before, string now) => before is null || before == now ? now : $"{before} → {now}";

    private static string Severity(string name, CultureInfo language) => Severities.TryGetValue(name, out var text) ? text.In(language) : name;

    private static string State(string name, CultureInfo language) => States.TryGetValue(name, out var text) ? text.In(language) : name;

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static bool IsJapanese(CultureInfo language) => language.TwoLetterISOLanguageName == "ja";
}
