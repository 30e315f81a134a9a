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

    /// <summary>Hosts that may be fetched from, and sent to by webhooks, although their addresses are not public, such as a shop inside the company. Default: none.</summary>
    public IReadOnlyList<string> FetchHosts { get; set; } = [];

    /// <summary>Folder below which the folders of sources are watched for files. Default: <c>watched</c> in the data folder.</summary>
    public string? WatchDirectory { get; set; }

    /// <summary>How often they are looked at; a file is taken when it is the same twice. Default: 10 seconds.</summary>
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Address at which people reach the dashboard, for links in webhooks and mails, such as <c>https://voc.example.jp</c>. Default: none, and links are paths.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Longest time one attempt to deliver a webhook may take. Default: 10 seconds.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Wait before the second attempt to deliver a webhook; three times as long before each further one, up to an hour. Default: 10 seconds.</summary>
    public TimeSpan WebhookRetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time one attempt to hand over a mail may take. Default: 30 seconds.</summary>
    public TimeSpan MailTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>False alarms of issue detection to accept in a year. Default: 4.</summary>
    public double FalseAlarmsPerYear { get; set; } = 4;

    /// <summary>Whether this is the demo: its accounts are public and everything is marked as demo data.</summary>
    public bool Demo { get; set; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>Full path of the folder below which folders are watched.</summary>
    public string WatchRoot => Path.GetFullPath(WatchDirectory is { Length: > 0 } root ? root : PathOf("watched"));

    /// <summary>Full address of a page, or null where the installation does not know its own.</summary>
    public string? UrlOf(string path) => PublicUrl is { Length: > 0 } root ? root.TrimEnd('/') + path : null;

    public string PathOf(string name) => Path.Combine(DataDirectory, name);
}
