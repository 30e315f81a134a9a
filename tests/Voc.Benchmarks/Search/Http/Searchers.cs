using System.Diagnostics;
using Voc.Benchmarks.Search.Queries;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search.Http;

/// <summary>Clients that each ask, read the answer to its end and ask the next, over one connection each.</summary>
internal sealed class Searchers(LoadTarget target, QueryMix mix, long seed)
{
    private static readonly TimeSpan Unmeasured = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly Latencies _all = new();
    private readonly List<string> _errors = [];

    public Latencies Answered => _all;

    public IReadOnlyList<string> Errors => _errors;

    public async Task RunAsync(int clients, TimeSpan duration, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => AskAsync(client, started, duration, cancellationToken), cancellationToken)));
    }

    private async Task AskAsync(int number, long begun, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var client = target.Client();
        var random = new SeededRandom(seed, 100 + number);
        while (Stopwatch.GetElapsedTime(begun) < Unmeasured + duration)
        {
            var query = mix.Draw(ref random);
            var started = Stopwatch.GetTimestamp();
            var error = await TryAsync(client, query, cancellationToken);
            var (took, counts) = (Stopwatch.GetElapsedTime(started), Stopwatch.GetElapsedTime(begun) > Unmeasured);
            lock (_lock)
            {
                if (error is not null)
                {
                    _errors.Add(error);
                }
                else if (counts)
                {
                    _all.Add(took);
                }
            }
        }
    }

    private static async Task<string?> TryAsync(HttpClient client, ClassQuery query, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(query.Address(), cancellationToken);
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} for {query.Text}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.Message} for {query.Text}";
        }
    }
}
