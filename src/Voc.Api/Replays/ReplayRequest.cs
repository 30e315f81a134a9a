using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Api.Issues;
using Voc.Api.Problems;

namespace Voc.Api.Replays;

/// <summary>What a replay may be asked for.</summary>
internal static class ReplayRequest
{
    public const int UsualCopies = 3;

    private const int MaxCopies = 10;
    private const int MaxDays = 3 * 366;

    /// <summary>What is wrong with a request, or null.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="archive">The days of the archive, or null where it is empty.</param>
    public static ProblemHttpResult? Wrong(NewReplay asked, ArchiveDays? archive)
    {
        if (asked.From is not { } from)
        {
            return Problem.Field("from", new("最初の日を YYYY-MM-DD で指定してください。", "Give the first day as YYYY-MM-DD."));
        }
        if (asked.To is not { } to)
        {
            return Problem.Field("to", new("最後の日を YYYY-MM-DD で指定してください。", "Give the last day as YYYY-MM-DD."));
        }
        if (to < from || to.DayNumber - from.DayNumber >= MaxDays)
        {
            return Problem.Field("to", new("最後の日は、最初の日から 3 年以内の日にしてください。", "The last day must be within three years after the first."));
        }
        if (asked.Copies is { } copies and not (>= 1 and <= MaxCopies))
        {
            return Problem.Field("copies", new($"日付を入れ替えた複製は {copies} 個にはできません。1〜{MaxCopies} 個にしてください。", $"There cannot be {copies} copies: give 1 to {MaxCopies}."));
        }
        if (archive is null || to < archive.From || from > archive.To)
        {
            return Problem.Field("from", archive is null
                ? new("アーカイブにまだ声がありません。", "The archive is still empty.")
                : new($"この期間に声はありません。アーカイブにあるのは {archive.From:yyyy-MM-dd}〜{archive.To:yyyy-MM-dd} です。", $"Nothing was said in this period: the archive has {archive.From:yyyy-MM-dd} to {archive.To:yyyy-MM-dd}."));
        }
        return DetectionSettingEndpoints.Wrong(asked.FalseAlarmsPerYear);
    }
}
