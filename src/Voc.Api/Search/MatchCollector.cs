using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Voc.Api.Search;

/// <summary>
/// The FTS5 auxiliary function <c>voc_collect</c>: sees every match once, in the order of identifiers, and keeps the count, the
/// facets and the best. Ranking is BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = 0.75.
/// </summary>
internal sealed unsafe class MatchCollector : IDisposable
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly GCHandle _handle;
    private SearchSnapshot? _snapshot;
    private double[]? _weights;
    private bool[] _scored = [];
    private int _place;
    private BestMatches _best = null!;
    private FacetCounts _facets = null!;
    private Exception? _failure;

    public MatchCollector(SqliteConnection connection)
    {
        _handle = GCHandle.Alloc(this, GCHandleType.Weak);
        Fts5Native.CreateFunction(connection, "voc_collect", GCHandle.ToIntPtr(_handle), &Collect);
    }

    /// <summary>Collects what a query's statement matches.</summary>
    /// <param name="snapshot">Columns of everything the statement can see.</param>
    /// <param name="scored">The phrases that add to the score; none when the newest are wanted.</param>
    /// <param name="keep">How many of the best to keep.</param>
    /// <param name="run">Runs the statement.</param>
    public (BestMatches Best, FacetCounts Facets) Run(SearchSnapshot snapshot, IReadOnlyList<bool> scored, int keep, Action run)
    {
        (_snapshot, _scored, _weights, _place, _failure) = (snapshot, [.. scored], null, 0, null);
        _best = new BestMatches(keep, byScore: scored.Contains(true));
        _facets = new FacetCounts(snapshot.Names);
        run();
        _snapshot = null;
        return _failure is null ? (_best, _facets) : throw new InvalidOperationException("Collecting matches failed.", _failure);
    }

    public void Dispose() => _handle.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "An exception must not pass through SQLite; it is thrown after the statement.")]
    private static void Collect(Fts5ExtensionApi* api, nint context, nint result, int count, nint values)
    {
        if (GCHandle.FromIntPtr(api->UserData(context)).Target is not MatchCollector { _failure: null, _snapshot: not null } collector)
        {
            return;
        }
        try
        {
            collector.Add(api, context);
        }
        catch (Exception failure)
        {
            collector._failure = failure;
        }
    }

    private void Add(Fts5ExtensionApi* api, nint context)
    {
        var id = api->Rowid(context);
        if (!_snapshot!.TryFind(id, ref _place, out var row))
        {
            throw new InvalidOperationException($"Feedback {id} is in the index but not in search_row; run voc reindex.");
        }
        _facets.Add(row);
        _best.Add(id, _best.ByScore ? Score(api, context, row.TermCount) : 0);
    }

    private double Score(Fts5ExtensionApi* api, nint context, int termCount)
    {
        _weights ??= Weights(api, context);
        var length = K1 * (1 - B + (B * termCount / Math.Max(_snapshot!.MeanTermCount, 1)));
        var score = 0.0;
        for (var phrase = 0; phrase < _weights.Length; phrase++)
        {
            if (_weights[phrase] > 0 && Frequency(api, context, phrase) is > 0 and var frequency)
            {
                score += _weights[phrase] * frequency * (K1 + 1) / (frequency + length);
            }
        }
        return score;
    }

    private static int Frequency(Fts5ExtensionApi* api, nint context, int phrase)
    {
        Fts5PhraseIter iteration;
        int column, offset, frequency = 0;
        _ = api->PhraseFirst(context, phrase, &iteration, &column, &offset);
        for (; column >= 0; api->PhraseNext(context, &iteration, &column, &offset))
        {
            frequency++;
        }
        return frequency;
    }

    /// <summary>Inverse document frequencies, once a query. One phrase alone is ranked the same whatever its weight.</summary>
    private double[] Weights(Fts5ExtensionApi* api, nint context)
    {
        var weights = new double[_scored.Length];
        long total;
        _ = api->RowCount(context, &total);
        var alone = _scored.Count(s => s) == 1;
        for (var phrase = 0; phrase < weights.Length; phrase++)
        {
            if (_scored[phrase])
            {
                long with = 0;
                _ = alone ? 0 : api->QueryPhrase(context, phrase, &with, &CountRow);
                weights[phrase] = Math.Log(1 + ((total - with + 0.5) / (with + 0.5)));
            }
        }
        return weights;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CountRow(Fts5ExtensionApi* api, nint context, void* counter)
    {
        (*(long*)counter)++;
        return 0;
    }
}
