using System.Globalization;
using System.Reflection;
using Voc.Analysis.Search;
using Voc.Api.Problems;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>What makes a table reproducible: of which search it is, when it was made, and in which state of the archive.</summary>
internal static class MiningCover
{
    private static readonly string Version =
        typeof(MiningCover).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static string Line(string view, SearchRequest request, int total, long state, int reading, DateTimeOffset now)
    {
        var filters = request.Filters.Where(f => f.Values.Count > 0).Select(f => $"{f.Field.Name()}={string.Join('|', f.Values)}");
        (LocalizedText Name, string Value)[] parts =
        [
            (new("表", "Table"), view),
            (new("検索式", "Query"), string.IsNullOrWhiteSpace(request.Query) ? "*" : request.Query),
            (new("期間", "Days"), request.From is null && request.To is null ? "" : $"{Day(request.From)}..{Day(request.To)}"),
            (new("絞り込み", "Filters"), string.Join(' ', filters)),
            (new("件数", "Texts"), total.ToString(CultureInfo.InvariantCulture)),
            (new("出力日時", "Written at"), now.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
            (new("アーカイブの状態", "State of the archive"), string.Create(CultureInfo.InvariantCulture, $"event {state}, reading {reading}")),
            (new("Voc", "Voc"), Version),
        ];
        return "# " + string.Join(" | ", parts.Where(p => p.Value.Length > 0).Select(p => $"{p.Name.Say()}: {p.Value}"));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
