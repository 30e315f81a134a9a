namespace Voc.Api;

/// <summary>Settings of an installation; section <c>Voc</c> of the configuration, so <c>Voc__TimeZone</c> in the environment.</summary>
internal sealed record VocOptions
{
    public const string Section = "Voc";

    /// <summary>Folder that holds everything the installation keeps. Default: <c>.voc/data</c> below the working directory.</summary>
    public string DataDirectory { get; set; } = Path.Combine(".voc", "data");

    /// <summary>SQLite connection string; default: <c>voc.db</c> in the data folder.</summary>
    public string? Database { get; set; }

    /// <summary>IANA name of the zone in which the company counts days. Default: Asia/Tokyo.</summary>
    public string TimeZone { get; set; } = "Asia/Tokyo";

    /// <summary>Name shown in the dashboard.</summary>
    public string CompanyName { get; set; } = "Voc";

    /// <summary>Feedback waiting for analysis beyond which new submissions are answered 503. Default: 100,000.</summary>
    public int InboxCapacity { get; set; } = 100_000;

    /// <summary>Attempts before an item becomes a dead letter. Default: 5.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Wait before the second attempt; doubles for each further one. Default: 2 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Hosts that may be fetched from although their addresses are not public, such as a shop inside the company. Default: none.</summary>
    public IReadOnlyList<string> FetchHosts { get; set; } = [];

    /// <summary>False alarms of issue detection to accept in a year. Default: 4.</summary>
    public double FalseAlarmsPerYear { get; set; } = 4;

    /// <summary>Whether this is the demo: its accounts are public and everything is marked as demo data.</summary>
    public bool Demo { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public string PathOf(string name) => Path.Combine(DataDirectory, name);
}
