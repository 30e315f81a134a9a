using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Ingest;
using Voc.Ingest.Social.Platforms;

namespace Voc.Api.Sources.Social;

/// <summary>What a run of a social source brought; <see cref="Problem"/> says in plain words what went wrong.</summary>
internal sealed record SocialReading(int New, int Known, int Edited, int Removed, int Rejected, LocalizedText? Problem);

/// <summary>
/// Reads a social source: goes on with each search where it was left, page by page, then asks about posts that are due for a
/// check. A platform that wants to be left alone is, across restarts; one that fails is asked again at growing intervals.
/// </summary>
internal sealed class SocialRuns(SocialPlatforms platforms, SocialArchive archive, SocialChecks checks, SourceSecrets secrets, GroupCommitWriter writer, IngestContext context, TimeProvider time)
{
    private const int PagesPerRun = 40;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly LocalizedText Full = new("分析待ちの声が多いため、収集を一時的に控えました。自動で再開します。", "So much waits for analysis that nothing was collected. It goes on by itself.");

    public async Task<SocialReading> RunAsync(SourceRow source, CancellationToken cancellationToken)
    {
        var run = new Run(source, platforms.Of(source.Kind), secrets.Read(source), context);
        if (!source.Enabled)
        {
            return run.Said(Feedbacks.SourceProblems.Disabled(source.Name));
        }
        if (run.State.NotBefore is { } free && free > time.GetUtcNow())
        {
            return run.Said(SocialMessages.Waiting(run.Platform.Name, free - time.GetUtcNow()));
        }
        try
        {
            await ReadAllAsync(run, cancellationToken);
            if (!run.IsAskedToWait)
            {
                run.Removed += await checks.RunAsync(source, run.Platform, run.Access, run.Intake, cancellationToken);
            }
            await SaveAsync(run, run.State with { Failures = 0 });
        }
        catch (SocialException failed)
        {
            await PauseAsync(run, failed);
        }
        catch (InboxFullException)
        {
            run.Problem = Full;
        }
        catch (SourceChangedException)
        {
            // Whoever changed or paused it wants the next run, not this one.
        }
        return run.Said(run.Problem);
    }

    private async Task ReadAllAsync(Run run, CancellationToken cancellationToken)
    {
        var queries = run.Platform.Queries(run.Access.Settings);
        // Searches that are not wanted any more leave nothing behind.
        run.State = run.State with { Queries = run.State.Queries.Where(q => queries.Contains(q.Key)).ToDictionary(), NotBefore = null };
        foreach (var query in queries)
        {
            try
            {
                await SweepAsync(run, query, Math.Max(2, PagesPerRun / queries.Count), cancellationToken);
            }
            catch (SocialException failed) when (failed.Status is 400 or 404 or 410 || failed.Code == "commentsDisabled")
            {
                // This one alone cannot be read; a page that is no longer known is where a sweep starts over.
                run.Problem = new($"{query}: {failed.Problem.Ja}", $"{query}: {failed.Problem.En}");
                run.State = run.State.With(query, run.State.Of(query).Restart());
            }
            if (run.IsAskedToWait)
            {
                return;
            }
        }
    }

    private async Task SweepAsync(Run run, string query, int pages, CancellationToken cancellationToken)
    {
        var days = TimeSpan.FromDays(run.Access.Settings.Days);
        var cursor = run.State.Of(query).Begin(time.GetUtcNow(), run.Platform.Overlap, days < run.Platform.Reach ? days : run.Platform.Reach);
        for (var read = 0; read < pages && cursor.IsSweeping && !run.IsAskedToWait; read++)
        {
            var page = await run.Platform.ReadAsync(run.Access, query, cursor, cancellationToken);
            cursor = cursor.Behind(page, time.GetUtcNow());
            await KeepAsync(run, query, cursor, page, cancellationToken);
        }
    }

    /// <summary>Keeps a page and the cursor behind it, or neither.</summary>
    private async Task KeepAsync(Run run, string query, QueryCursor cursor, SocialPage page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var state = run.State.With(query, cursor) with { NotBefore = page.Wait is { } wait ? time.GetUtcNow() + wait : null };
        var sorted = run.Intake.Sort(page.Posts.Where(p => p.CreatedAt >= run.Oldest(time.GetUtcNow())));
        var taken = await archive.TakeAsync(run.Source, sorted.Wanted, post => checks.Due(run.Platform, run.Access.Settings, post.Feedback.OccurredAt), connection => Save(connection, run.Source, state));
        run.State = state;
        run.Add(taken, sorted.Rejected.Count + page.Unreadable);
        if (page.Unreadable > 0)
        {
            run.Problem ??= SocialMessages.Unreadable(page.Unreadable);
        }
    }

    private async Task PauseAsync(Run run, SocialException failed)
    {
        run.Problem = failed.Problem;
        var failures = Math.Min(run.State.Failures + 1, 10);
        var growing = FirstPause * Math.Pow(2, failures - 1);
        var wait = failed.RetryAfter ?? (growing < LongestPause ? growing : LongestPause);
        try
        {
            await SaveAsync(run, run.State with { Failures = failures, NotBefore = time.GetUtcNow() + wait });
        }
        catch (SourceChangedException)
        {
        }
    }

    private Task<bool> SaveAsync(Run run, SocialState state) => writer.WriteAsync(connection =>
    {
        Save(connection, run.Source, state);
        return true;
    });

    private static void Save(StoreConnection connection, SourceRow source, SocialState state)
    {
        if (connection.Execute(SocialSql.SaveState, ("$id", source.Id), ("$state", state.Write()), ("$settings", source.Settings)) == 0)
        {
            throw new SourceChangedException();
        }
    }

    /// <summary>One run and what it came to.</summary>
    private sealed class Run(SourceRow source, ISocialPlatform platform, string? secret, IngestContext context)
    {
        private int _new, _known, _edited, _rejected;

        public SourceRow Source => source;
        public ISocialPlatform Platform => platform;
        public PlatformAccess Access { get; } = new(SocialPlatforms.Read(SourceInfo.Parse(source.Settings)) ?? new(), secret);
        public PostIntake Intake { get; } = new(context, source.Name, source.Channel, source.Kind, SocialPlatforms.Read(SourceInfo.Parse(source.Settings)) ?? new());
        public SocialState State { get; set; } = SocialState.Read(source.State);
        public LocalizedText? Problem { get; set; }
        public int Removed { get; set; }
        public bool IsAskedToWait => State.NotBefore is not null;

        /// <summary>Replies to old comments and the like aside, nothing older than the first run goes back is taken.</summary>
        public DateTimeOffset Oldest(DateTimeOffset now) => now - TimeSpan.FromDays(Access.Settings.Days + 1);

        public void Add(TakenPosts taken, int rejected) =>
            (_new, _known, _edited, _rejected) = (_new + taken.New, _known + taken.Known, _edited + taken.Edited, _rejected + rejected);

        public SocialReading Said(LocalizedText? problem) => new(_new, _known, _edited, Removed, _rejected, problem);
    }
}
