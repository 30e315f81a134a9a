using System.Globalization;
using System.Reflection;
using Voc.Api.Search;

namespace Voc.Api.Exports;

/// <summary>What makes an export reproducible: what was searched for, when, in which state of the archive, and how many were found.</summary>
internal sealed record ExportCover(IReadOnlyList<(LocalizedText Name, string Value)> Lines)
{
    private static readonly string Version =
        typeof(ExportCover).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <param name="search">The search as the archive page's address has it.</param>
    /// <param name="request">The same search.</param>
    /// <param name="total">How many texts it found.</param>
    /// <param name="state">Number of the last event in the state of the archive that was searched.</param>
    /// <param name="reading">Version of the reading in use.</param>
    /// <param name="now">When, in the company's time.</param>
    public static ExportCover Of(string search, SearchRequest request, long total, long state, int reading, DateTimeOffset now)
    {
        var filters = request.Filters.Where(f => f.Values.Count > 0).Select(f => $"{f.Field.ToString().ToLowerInvariant()}={string.Join('|', f.Values)}");
        return new(
        [
            (new("検索式", "Query"), string.IsNullOrWhiteSpace(request.Query) ? "*" : request.Query),
            (new("期間", "Days"), request.From is null && request.To is null ? "*" : $"{Day(request.From)}..{Day(request.To)}"),
            (new("絞り込み", "Filters"), string.Join(" ", filters)),
            (new("件数", "Texts"), total.ToString(CultureInfo.InvariantCulture)),
            (new("出力日時", "Written at"), now.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)),
            (new("アーカイブの状態", "State of the archive"), $"event {state.ToString(CultureInfo.InvariantCulture)}, reading {reading.ToString(CultureInfo.InvariantCulture)}"),
            (new("Voc", "Voc"), Version),
            (new("検索アドレス", "Search address"), search),
        ]);
    }

    /// <summary>All of it in one line.</summary>
    public string Line(CultureInfo reader) => "# " + string.Join(" | ", Lines.Where(l => l.Value.Length > 0).Select(l => $"{l.Name.In(reader)}: {l.Value}"));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
