using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;
using Voc.Benchmarks.Search.Http;
using Voc.Benchmarks.Search.Queries;
using Voc.Benchmarks.Search.Texts;
using Voc.Dashboard.Live;
using Voc.Ingest;

namespace Voc.Benchmarks.Issues.Live;

/// <summary>
/// Causes that customers begin to complain of while other texts arrive: one complaint after the other until the issue reaches a client of
/// the hub. The last complaint that was committed before the issue was found tipped it; the time counts from its event, which is dated
/// inside the transaction that commits it.
/// </summary>
internal sealed class Bursts(LoadTarget ingest, Store store, BurstTexts texts)
{
    private const int BatchSize = 10;
    private const int MostReports = 15;

    /// <summary>Time for a complaint to be committed, judged and told of before the next comes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, DateTimeOffset Found)> _told = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _errors = [];
    private readonly Lock _lock = new();

    /// <summary>Commit of the report that tipped an issue to the message at the client.</summary>
    public Latencies Told { get; } = new();

    /// <summary>Reports by which issues were tipped.</summary>
    public List<int> TippedBy { get; } = [];

    /// <summary>Causes of which nothing came however many complained.</summary>
    public int Unseen { get; private set; }

    public int Posted { get; private set; }

    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Posts texts at an even rate, and complaints on many products at a time.</summary>
    /// <param name="client">A subscribed client of the hub.</param>
    /// <param name="perSecond">Other texts.</param>
    /// <param name="lanes">Products complained of at a time.</param>
    /// <param name="products">Products there are.</param>
    /// <param name="duration">How long new causes begin.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(LiveClient client, int perSecond, int lanes, int products, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = ListenAsync(client, ended.Token);
        var posting = PostOthersAsync(perSecond, duration, ended.Token);
        var (end, next) = (TimeProvider.System.GetUtcNow() + duration, -1);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(async lane =>
        {
            using var http = ingest.Client();
            // Not all at once: the detector judges twice a second, and complaints come whenever they come.
            await Task.Delay(TimeSpan.FromSeconds(5 + (4.0 * lane / lanes)), cancellationToken);
            for (var product = Interlocked.Increment(ref next); product < products && TimeProvider.System.GetUtcNow() < end; product = Interlocked.Increment(ref next))
            {
                await BurstAsync(http, product, cancellationToken);
            }
        }));
        await posting;
        await ended.CancelAsync();
        await listening;
    }

    private async Task BurstAsync(HttpClient http, int product, CancellationToken cancellationToken)
    {
        var reports = new List<long>();
        while (reports.Count < MostReports)
        {
            var id = await PostAsync(http, [texts.Complaint(product, reports.Count, TimeProvider.System.GetUtcNow())], cancellationToken);
            reports.Add(id);
            var patience = Patience + TimeSpan.FromMilliseconds(Random.Shared.Next(1000));
            for (var waited = TimeProvider.System.GetUtcNow(); TimeProvider.System.GetUtcNow() - waited < patience;)
            {
                if (_told.TryGetValue(texts.Product(product), out var told))
                {
                    Note(told.At, [.. reports.Select(CommittedAt).Where(at => at <= told.Found)]);
                    return;
                }
                await Task.Delay(20, cancellationToken);
            }
        }
        lock (_lock)
        {
            Unseen++;
        }
    }

    private void Note(DateTimeOffset told, IReadOnlyCollection<DateTimeOffset> committed)
    {
        lock (_lock)
        {
            Told.Add(told - committed.Max());
            TippedBy.Add(committed.Count);
        }
    }

    private DateTimeOffset CommittedAt(long id)
    {
        using var connection = store.Open();
        return connection.Scalar("SELECT At FROM event WHERE Kind = 1 AND SubjectId = $id", ("$id", id)) is long at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : DateTimeOffset.MaxValue;
    }

    private async Task PostOthersAsync(int perSecond, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var http = ingest.Client(connections: 32);
        var (started, pause, posts) = (TimeProvider.System.GetTimestamp(), TimeSpan.FromSeconds((double)BatchSize / perSecond), new List<Task>());
        for (var batch = 0; pause * batch < duration; batch++)
        {
            if ((pause * batch) - TimeProvider.System.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, cancellationToken);
            }
            var now = TimeProvider.System.GetUtcNow();
            posts.Add(PostAsync(http, [.. Enumerable.Range(batch * BatchSize, BatchSize).Select(n => texts.Other(n, now))], cancellationToken));
        }
        await Task.WhenAll(posts);
    }

    /// <summary>Returns the identifier of the last.</summary>
    private async Task<long> PostAsync(HttpClient http, IReadOnlyList<FeedbackDraft> drafts, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/feedback", drafts.Select(SubmissionJson.Of), cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            _errors.Add($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            return 0;
        }
        lock (_lock)
        {
            Posted += drafts.Count;
        }
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!["accepted"]!.AsArray()[^1]!["id"]!.GetValue<long>();
    }

    private async Task ListenAsync(LiveClient client, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var message = await client.NextAsync(LiveMessages.IssueChanged, TimeSpan.FromSeconds(2));
                var now = TimeProvider.System.GetUtcNow();
                if (message["issue"]!["product"]?.GetValue<string>() is { } product)
                {
                    _told.TryAdd(product, (now, message["issue"]!["detectedAt"]!.GetValue<DateTimeOffset>()));
                }
            }
            catch (OperationCanceledException)
            {
                // Nothing for a while.
            }
        }
    }
}
