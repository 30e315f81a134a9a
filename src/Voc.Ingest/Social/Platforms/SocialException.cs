namespace Voc.Ingest.Social.Platforms;

/// <summary>A platform did not give what was asked for; <see cref="Problem"/> says why and what to do.</summary>
public sealed class SocialException : Exception
{
    internal SocialException(LocalizedText problem, Exception? inner = null)
        : base(problem.En, inner) => Problem = problem;

    /// <summary>What is wrong and what to do about it.</summary>
    public LocalizedText Problem { get; }

    /// <summary>The status the platform answered with, or null.</summary>
    public int? Status { get; init; }

    /// <summary>The platform's own word for the error, or null.</summary>
    public string? Code { get; init; }

    /// <summary>How long the platform wants to be left alone, or null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
