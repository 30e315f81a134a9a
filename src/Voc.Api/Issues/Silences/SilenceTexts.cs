using System.Globalization;
using Voc.Analysis.Issues.Arrivals;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Silences;

/// <summary>Says what fell silent, and why that is none of its habits.</summary>
internal static class SilenceTexts
{
    private static readonly LocalizedText[] ChannelNames =
        [new("アンケート", "Surveys"), new("問い合わせフォーム", "Contact forms"), new("通話メモ", "Call notes"), new("レビュー", "Reviews"), new("SNS", "Social posts")];

    public static LocalizedText Name(SilenceSubject subject, HeardSource? source) => (subject.Channel, subject.Product, source?.Name ?? "") switch
    {
        ({ } channel, _, _) => ChannelNames[(int)channel],
        (_, { } product, var name) => new($"{name}・{product}", $"{name}, {product}"),
        (_, _, var name) => new(name, name),
    };

    /// <summary>Such as 「問い合わせフォーム：3日前から届いていません（ふだん1日12件）」.</summary>
    public static LocalizedText Title(LocalizedText name, Silence silence, DateTimeOffset now, TimeZoneInfo zone)
    {
        var days = Days(silence.Since, now, zone);
        var usual = Number(silence.UsualPerDay);
        if (!silence.IsComplete)
        {
            return new(
                $"{name.Ja}：この{days}日間に{silence.Count}件しか届いていません（ふだん1日{usual}件）", $"{name.En}: only {silence.Count} in {days} days (usually {usual} a day)");
        }
        var hour = TimeZoneInfo.ConvertTime(silence.Since, zone).Hour;
        return days switch
        {
            0 => new($"{name.Ja}：今日{hour}時台から届いていません（ふだん1日{usual}件）", string.Create(CultureInfo.InvariantCulture, $"{name.En}: nothing since {hour:00}:00 today (usually {usual} a day)")),
            1 => new($"{name.Ja}：昨日から届いていません（ふだん1日{usual}件）", $"{name.En}: nothing since yesterday (usually {usual} a day)"),
            _ => new($"{name.Ja}：{days}日前から届いていません（ふだん1日{usual}件）", $"{name.En}: nothing for {days} days (usually {usual} a day)"),
        };
    }

    public static LocalizedText Why(IssueRow issue, LocalizedText? error, TimeZoneInfo zone)
    {
        var since = TimeZoneInfo.ConvertTime(issue.FirstSeen, zone);
        var (ja, en) = IssueExplanation.Chance(issue.PValue);
        var expected = Number(issue.Expected);
        var what = issue.Count == 0
            ? new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"{since:M月d日 H}時台を最後に届いていません。ふだんなら、この間に約 {expected} 件届きます。"),
                string.Create(CultureInfo.InvariantCulture, $"The last arrived on {since:MMMM d} around {since:HH}:00. Usually about {expected} would have arrived since."))
            : new LocalizedText(
                string.Create(CultureInfo.InvariantCulture, $"{since:M月d日}からの届いた数は {issue.Count} 件です。ふだんなら、この間に約 {expected} 件届きます。"),
                string.Create(CultureInfo.InvariantCulture, $"{issue.Count} arrived from {since:MMMM d} on. Usually it would have been about {expected}."));
        var reckoned = new LocalizedText(
            $"夜間、曜日、祝日、年末年始の少なさは計算に入れています。偶然にこれほど届かない確率は{ja}です。", $"Quiet nights, weekdays, holidays and New Year are reckoned with. The chance of so little by accident is {en}.");
        return error is null
            ? new($"{what.Ja}{reckoned.Ja}", $"{what.En} {reckoned.En}")
            : new($"{what.Ja}{reckoned.Ja}最後の取得ではエラーが起きました：{error.Ja}", $"{what.En} {reckoned.En} The last reading failed: {error.En}");
    }

    /// <summary>Company days between then and now.</summary>
    public static int Days(DateTimeOffset since, DateTimeOffset now, TimeZoneInfo zone) => Math.Max(0, CompanyDay.Of(now, zone).DayNumber - CompanyDay.Of(since, zone).DayNumber);

    private static string Number(double value) => value.ToString(value < 9.95 ? "0.#" : "0", CultureInfo.InvariantCulture);
}
