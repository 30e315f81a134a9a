using System.Text.Json.Serialization;
using Voc.Ingest.Fetching;

namespace Voc.Ingest.Reviews;

/// <summary>What is remembered between two readings of a review-page source.</summary>
public sealed record ReviewState
{
    /// <summary>Nothing was read yet.</summary>
    public static ReviewState None { get; } = new();

    /// <summary>The version that is known of the first page, or of the sitemap.</summary>
    public FetchValidators Validators { get; init; } = FetchValidators.None;

    /// <summary>The page at which a list that was not read to its end goes on, or null.</summary>
    public string? Next { get; init; }

    /// <summary>Reviews of the first page when the list was last begun, as short hashes of their identifiers.</summary>
    public IReadOnlyList<string> Top { get; init; } = [];

    /// <summary>The same of the time before: where one of these is met, what follows is known. Of use while <see cref="Next"/> is one.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Pages of the sitemap that were read, by a short hash of their address.</summary>
    public IReadOnlyDictionary<string, VisitedPage> Pages { get; init; } = new Dictionary<string, VisitedPage>();

    /// <summary>Whether there is nothing to remember but the version.</summary>
    [JsonIgnore]
    public bool IsShallow => Next is null && Top.Count == 0 && Pages.Count == 0;
}

/// <summary>A page of a sitemap that was read, or asked for in vain.</summary>
/// <param name="Modified">When it was modified as the sitemap wrote it, or null.</param>
/// <param name="ReadAt">When it was read, or asked for last.</param>
/// <param name="Found">Reviews it gave.</param>
/// <param name="Next">The page at which its reviews go on, or null where they were read to their end.</param>
/// <param name="Failures">How often in a row it could not be read.</param>
public sealed record VisitedPage(string? Modified, DateTimeOffset ReadAt, int Found, string? Next, int Failures = 0)
{
    private const int LongestWait = 8;

    /// <summary>Whether it failed, and long enough ago to be asked for again: by the next reading, then after one day, two, four, and every eight.</summary>
    /// <param name="now">The moment of the reading.</param>
    public bool IsToBeTriedAgain(DateTimeOffset now) =>
        Failures == 1 || (Failures > 1 && now - ReadAt >= TimeSpan.FromDays(Math.Min(LongestWait, 1 << Math.Min(Failures - 2, 10))));
}
