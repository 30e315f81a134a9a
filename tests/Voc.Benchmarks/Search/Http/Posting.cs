using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Voc.Benchmarks.Search.Queries;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search.Http;

/// <summary>
/// Texts that are posted at an even rate, and how long after its acceptance search finds one: the last of each request carries a code
/// that nothing else has, and some of them are looked for until they are found.
/// </summary>
internal sealed class Posting(LoadTarget ingest, LoadTarget read, string source, long seed)
{
    private const int BatchSize = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _run = Stopwatch.GetTimestamp().ToString("x", CultureInfo.InvariantCulture);
    private readonly Lock _lock = new();
    private readonly List<string> _errors = [];
    private readonly SearchTexts _texts = new(seed);
    private readonly Channel<(string Code, long Accepted)> _accepted = System.Threading.Channels.Channel.CreateUnbounded<(string, long)>();

    public Latencies Accepted { get; } = new();

    public Latencies Found { get; } = new();

    public int Posted { get; private set; }

    public IReadOnlyList<string> Errors => _errors;

    public async Task RunAsync(int perSecond, TimeSpan duration, CancellationToken cancellationToken)
    {
        var looking = LookAsync(cancellationToken);
        using var client = ingest.Client(connections: 32);
        var started = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromSeconds((double)BatchSize / perSecond);
        var posts = new List<Task>();
        for (var batch = 0; pause * batch < duration; batch++)
        {
            // The next is posted when it is due, whether the last was answered or not.
            if ((pause * batch) - Stopwatch.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
            {
                await Task.Delay(left, cancellationToken);
            }
            posts.Add(PostAsync(client, batch, cancellationToken));
        }
        await Task.WhenAll(posts);
        _accepted.Writer.Complete();
        await looking;
    }

    private async Task PostAsync(HttpClient client, int batch, CancellationToken cancellationToken)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"VH-{_run}-{batch}");
        var texts = Enumerable.Range(batch * BatchSize, BatchSize).Select(n => _texts.At(n, TimeProvider.System.GetUtcNow()) with { Source = source, ExternalId = $"{_run}-{n}" }).ToList();
        texts[^1] = texts[^1] with { Text = $"{texts[^1].Text} {code}" };
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.PostAsJsonAsync("/api/v1/feedback", texts.Select(SubmissionJson.Of), cancellationToken);
        lock (_lock)
        {
            Accepted.Add(Stopwatch.GetElapsedTime(started));
            if (!answer.IsSuccessStatusCode)
            {
                _errors.Add($"{(int)answer.StatusCode} for texts posted");
                return;
            }
            Posted += BatchSize;
        }
        await _accepted.Writer.WriteAsync((code, Stopwatch.GetTimestamp()), cancellationToken);
    }

    /// <summary>One at a time: those that were accepted while another was looked for are left out, for they may have been found long before.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        using var client = read.Client();
        while (await _accepted.Reader.WaitToReadAsync(cancellationToken))
        {
            (string Code, long Accepted)? last = null;
            while (_accepted.Reader.TryRead(out var next))
            {
                last = next;
            }
            if (last is var (code, accepted))
            {
                await LookForAsync(client, code, accepted, cancellationToken);
            }
        }
    }

    private async Task LookForAsync(HttpClient client, string code, long accepted, CancellationToken cancellationToken)
    {
        while (Stopwatch.GetElapsedTime(accepted) < Patience)
        {
            var answer = await client.GetFromJsonAsync<JsonNode>($"/api/v1/search?q={code}&limit=1", cancellationToken);
            if (answer!["total"]!.GetValue<int>() > 0)
            {
                Found.Add(Stopwatch.GetElapsedTime(accepted));
                return;
            }
        }
        lock (_lock)
        {
            _errors.Add($"{code} was accepted and not found within {Patience.TotalSeconds:F0} s");
        }
    }
}
