namespace Voc.Ingest.Fetching;

/// <summary>Why a page was not fetched.</summary>
public enum FetchFailure
{
    /// <summary>The address is not one that may be fetched.</summary>
    Address,

    /// <summary>The host's <c>robots.txt</c> does not want it.</summary>
    Robots,

    /// <summary>The server answered, but not with the page.</summary>
    Status,

    /// <summary>Too many redirects, or one to nowhere.</summary>
    Redirect,

    /// <summary>The body is larger than the limit.</summary>
    TooLarge,

    /// <summary>The server did not answer in time.</summary>
    Timeout,

    /// <summary>The server could not be reached, or the connection broke.</summary>
    Unreachable,
}

/// <summary>A page could not be fetched; <see cref="Problem"/> says why and what to do.</summary>
public sealed class FetchException : Exception
{
    internal FetchException(FetchFailure failure, LocalizedText problem, Exception? inner = null)
        : base(problem.En, inner)
    {
        Failure = failure;
        Problem = problem;
    }

    /// <summary>The kind of failure.</summary>
    public FetchFailure Failure { get; }

    /// <summary>What is wrong and what to do about it.</summary>
    public LocalizedText Problem { get; }

    /// <summary>The status the server answered with, or null.</summary>
    public int? Status { get; init; }

    /// <summary>How long the server asked to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
