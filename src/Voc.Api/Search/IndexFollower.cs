using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Retrieval;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Loads the index when the service starts, brings in what was committed right after, so that queries seldom have to, and saves it for the next start.</summary>
internal sealed class IndexFollower(CurrentIndex index, WordKnowledge words, Suggestions suggestions, GroupCommitWriter writer, TimeProvider time, ILogger<IndexFollower> log) : BackgroundService
{
    /// <summary>Another process may commit too, so it looks again after this time.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _committed = new(0);

    [SuppressMessage("Design", "CA1031", Justification = "Queries bring in themselves what this could not.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        writer.Committed += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    var newest = Newest();
                    words.Follow(newest);
                    suggestions.Follow(newest);
                    index.SaveWhereDue(ending: false);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogError(failure, "The index could not be brought up to date; it is tried again");
                    await Task.Delay(PollInterval, time, stoppingToken);
                }
                await _committed.WaitAsync(PollInterval, stoppingToken);
            }
        }
        finally
        {
            writer.Committed -= Wake;
            index.SaveWhereDue(ending: true);
        }
    }

    private IndexSnapshot Newest()
    {
        using var session = index.Open();
        words.Follow(session);
        return session.Index;
    }

    public override void Dispose()
    {
        _committed.Dispose();
        base.Dispose();
    }

    /// <summary>On the writer's thread.</summary>
    private void Wake()
    {
        if (_committed.CurrentCount == 0)
        {
            _committed.Release();
        }
    }
}
