namespace Voc.Api.SavedSearches;

/// <summary>The windows in which matches are counted, by name and in hours.</summary>
internal static class AlertWindows
{
    private static readonly (string Name, int Hours, LocalizedText Text)[] All =
    [
        ("hour", 1, new("1 時間", "an hour")),
        ("day", 24, new("24 時間", "24 hours")),
        ("week", 7 * 24, new("7 日間", "7 days")),
        ("month", 30 * 24, new("30 日間", "30 days")),
    ];

    public static IEnumerable<string> Names => All.Select(w => w.Name);

    public static int? Hours(string? name) => All.Where(w => w.Name == name).Select(w => (int?)w.Hours).SingleOrDefault();

    public static string? Name(int? hours) => All.Where(w => w.Hours == hours).Select(w => w.Name).SingleOrDefault();

    public static LocalizedText Text(int hours) => All.Single(w => w.Hours == hours).Text;
}
