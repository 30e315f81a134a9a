using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Benchmarks.Search.Queries;
using Voc.Benchmarks.Search.Texts;
using Voc.Ingest;

namespace Voc.Benchmarks.Search;

/// <summary>Time from the commit of a text to the end of the search that finds it: what there is to catch up with, and the query.</summary>
internal sealed class Visibility(IServiceProvider services, long seed) : IDisposable
{
    private const int Unmeasured = 20;

    private readonly SemaphoreSlim _commits = new(0);
    private long _committed;

    /// <param name="texts">How many to add, after some that do not count.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Latencies> MeasureAsync(int texts, CancellationToken cancellationToken)
    {
        var stages = services.GetServices<IHostedService>().ToList();
        foreach (var stage in stages)
        {
            await stage.StartAsync(cancellationToken);
        }
        var (run, latencies) = (Stopwatch.GetTimestamp().ToString("x", CultureInfo.InvariantCulture), new Latencies());
        await AddAsync(run, 0, cancellationToken);
        await DrainAsync(cancellationToken);
        services.GetRequiredService<GroupCommitWriter>().Committed += Note;
        for (var i = 1; i <= texts + Unmeasured; i++)
        {
            await AddAsync(run, i, cancellationToken);
            // The first commit takes it into the inbox, the second into the archive.
            await _commits.WaitAsync(cancellationToken);
            await _commits.WaitAsync(cancellationToken);
            Find(Code(run, i));
            if (i > Unmeasured)
            {
                latencies.Add(Stopwatch.GetElapsedTime(Interlocked.Read(ref _committed)));
            }
        }
        services.GetRequiredService<GroupCommitWriter>().Committed -= Note;
        foreach (var stage in stages.AsEnumerable().Reverse())
        {
            await stage.StopAsync(CancellationToken.None);
        }
        return latencies;
    }

    public void Dispose() => _commits.Dispose();

    private void Note()
    {
        Interlocked.Exchange(ref _committed, Stopwatch.GetTimestamp());
        _commits.Release();
    }

    private async Task AddAsync(string run, int number, CancellationToken cancellationToken)
    {
        var draft = new SearchTexts(seed).At(number, TimeProvider.System.GetUtcNow());
        var row = services.GetRequiredService<FeedbackIntake>().Take(number, draft with { ExternalId = Code(run, number), Text = $"{draft.Text} {Code(run, number)}" });
        await services.GetRequiredService<Inbox>().AcceptAsync([((AcceptedRow)row).Feedback], cancellationToken);
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (services.GetRequiredService<Inbox>().Pending > 0)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    private void Find(string code)
    {
        if (services.GetRequiredService<ArchiveSearch>().Search(new SearchRequest { Query = code, Limit = 20 }).Total != 1)
        {
            throw new InvalidOperationException($"{code} was committed, and search did not find it.");
        }
    }

    private static string Code(string run, int number) => string.Create(CultureInfo.InvariantCulture, $"VZ-{run}-{number}");
}
