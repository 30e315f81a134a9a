using System.Globalization;
using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Text;
using Voc.Api.Reading;
using Voc.Api.Search;

namespace Voc.Api.Mining;

/// <summary>Keywords in their contexts. Whoever turns the page finds what was located for the page before.</summary>
internal sealed class Concordances(CurrentReading reading)
{
    private const int MaxLines = 100_000;
    private const int ReadAtOnce = 2048;

    private readonly RecentConcordances<KeywordPlace[]> _recent = new(4);
    private readonly RecentConcordances<LargeConcordance> _large = new(2);

    /// <summary>Up to so many texts that hold the keyword are read, for the order of characters; of more the index tells.</summary>
    public int MostRead { get; init; } = 100_000;

    /// <exception cref="SearchParameterException">A parameter does not hold what it should, or there are too many texts.</exception>
    public ConcordanceAnswer Of(MiningRun run, KwicQuery query)
    {
        var context = MiningParameters.Number("context", query.Context, 30, 1, 200);
        var sort = MiningParameters.Choice("sort", query.Sort, "newest", "oldest", "left", "right", "score");
        var whole = MiningParameters.Choice("format", query.Format, "json", "csv") == "csv";
        var limit = whole ? MaxLines : MiningParameters.Number("limit", query.Limit, 50, 0, 200);
        var offset = whole ? 0 : MiningParameters.Number("offset", query.Offset, 0, 0, int.MaxValue);
        var wanted = string.IsNullOrWhiteSpace(query.Word) ? null : query.Word;
        var match = wanted is null ? run.Found.Asked : run.Match("word", wanted);
        var keyword = KeywordOccurrences.Of(match);
        if (keyword.IsEmpty)
        {
            throw new SearchParameterException("word", new(
                "文脈を表示する語がありません。word に語を指定するか、検索式に語を入れてください。", "There is no word to show in context. Give a word, or search for one."));
        }
        var texts = wanted is null ? run.Found.Texts : run.Within(match);
        var key = string.Create(CultureInfo.InvariantCulture, $"{run.Search.Key()}\n{wanted}\n{context}\n{sort}\n{reading.Now.Version}\n{Fingerprint(texts)}");
        var (held, occurrences, shown) = texts.Total > MostRead
            ? Large(run, texts, keyword, key, sort, offset, limit)
            : Whole(_recent.GetOrAdd(key, () => Locate(run, texts, keyword, sort, context)), offset, limit);
        if (whole && occurrences > MaxLines)
        {
            run.Mined.Notes.Add(MiningNotes.Truncated(MaxLines));
        }
        return new ConcordanceAnswer
        {
            Total = run.Found.Texts.Total,
            Keyword = wanted ?? run.Request.Query ?? "",
            Texts = held,
            Occurrences = occurrences,
            Lines = Lines(run, shown, context),
            Notes = run.Mined.Notes,
            ElapsedMilliseconds = run.Mined.Elapsed,
        };
    }

    private static (int Texts, int Occurrences, IEnumerable<KeywordPlace> Shown) Whole(KeywordPlace[] places, int offset, int limit) =>
        (places.DistinctBy(p => p.Id).Count(), places.Length, places.Skip(offset).Take(limit));

    /// <summary>What the index tells of a keyword in more texts than can be read; those shown are read.</summary>
    private (int Texts, int Occurrences, IEnumerable<KeywordPlace> Shown) Large(
        MiningRun run, MatchedTexts texts, KeywordOccurrences keyword, string key, string sort, int offset, int limit)
    {
        var indexed = IndexedKeyword.Of(keyword, run.Found.Index) ?? throw TooMany(texts.Total, MostRead);
        var large = _large.GetOrAdd(key, () => sort is "left" or "right"
            ? LargeConcordance.ByContext(texts, indexed, sort == "left", run.Cancelled) ?? throw TooMany(texts.Total, LargeConcordance.MostSorted)
            : LargeConcordance.ByText(texts, indexed, OrderOf(sort), run.Cancelled));
        if (sort is "left" or "right")
        {
            run.Mined.Notes.Add(MiningNotes.SortedByTerms(texts.Total, MostRead));
        }
        return (large.Texts, large.Occurrences, Places(run, keyword, large.Lines(texts, indexed, offset, limit, run.Cancelled)));
    }

    /// <summary>Reads the texts of lines and locates the keyword in them.</summary>
    private IEnumerable<KeywordPlace> Places(MiningRun run, KeywordOccurrences keyword, IReadOnlyList<ConcordancePlace> lines)
    {
        foreach (var some in lines.Chunk(ReadAtOnce))
        {
            run.Cancelled.ThrowIfCancellationRequested();
            var found = Find(run, [.. some.Select(l => l.Id).Distinct()], keyword).ToDictionary(f => f.Id, f => f.Spans);
            foreach (var line in some.Where(l => l.Occurrence < found[l.Id].Count))
            {
                var span = found[line.Id][line.Occurrence];
                yield return new KeywordPlace(line.Id, span.Start, span.Length);
            }
        }
    }

    private static TextOrder OrderOf(string sort) => sort switch { "oldest" => TextOrder.Oldest, "score" => TextOrder.MostNegative, _ => TextOrder.Newest };

    private static SearchParameterException TooMany(int texts, int most) => new("word", new(
        $"この語を含むテキストが {texts:N0} 件あります。この語の文脈を表示できるのは {most:N0} 件までです。期間や条件で絞り込んでください。",
        $"{texts:N0} texts hold this word. Up to {most:N0} can be shown in context. Narrow the search down."));

    /// <summary>Of the texts and what they can be ordered by. What customers said never changes, so the same texts have the same places.</summary>
    private static ulong Fingerprint(MatchedTexts texts)
    {
        var sum = (ulong)texts.Total;
        foreach (var text in texts)
        {
            // Mixed well, so that sums of other texts differ (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
            var mixed = ((ulong)text.Id ^ ((ulong)BitConverter.DoubleToInt64Bits(text.Score) * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9;
            sum += (mixed ^ (mixed >> 31)) * 0x94D049BB133111EB;
        }
        return sum;
    }

    private KeywordPlace[] Locate(MiningRun run, MatchedTexts texts, KeywordOccurrences keyword, string sort, int context)
    {
        var sorted = sort is "left" or "right";
        var (places, keys) = (new List<KeywordPlace>(), new List<string>());
        foreach (var ids in texts.Ids(OrderOf(sort)).Chunk(ReadAtOnce))
        {
            run.Cancelled.ThrowIfCancellationRequested();
            foreach (var (id, text, spans) in Find(run, ids, keyword))
            {
                places.AddRange(spans.Select(s => new KeywordPlace(id, s.Start, s.Length)));
                if (sorted && spans.Count > 0)
                {
                    var around = new KeywordContext(text);
                    keys.AddRange(spans.Select(s => around.Around(s.Start, s.Length, context)).Select(l => sort == "left" ? KeywordContext.Outwards(l.Left) : l.Right));
                }
            }
        }
        return sorted ? Sorted(places, keys) : [.. places];
    }

    /// <summary>Reads texts one by one, as a connection must be, and locates the keyword on every core.</summary>
    private (long Id, string Text, IReadOnlyList<TextSpan> Spans)[] Find(MiningRun run, long[] ids, KeywordOccurrences keyword)
    {
        var texts = Array.ConvertAll(ids, id => (Id: id, Text: HitText.Read(run.Found.Connection, id)?.Verbatim ?? ""));
        var found = new (long, string, IReadOnlyList<TextSpan>)[texts.Length];
        var terms = reading.Analyzer.Terms;
        Parallel.For(0, texts.Length, new ParallelOptions { CancellationToken = run.Cancelled }, i => found[i] = (texts[i].Id, texts[i].Text, keyword.In(texts[i].Text, terms)));
        return found;
    }

    /// <summary>By context, of equal ones the newest text first.</summary>
    private static KeywordPlace[] Sorted(List<KeywordPlace> places, List<string> keys)
    {
        var order = Enumerable.Range(0, places.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(keys[a], keys[b]) is var byContext and not 0 ? byContext : a.CompareTo(b));
        return Array.ConvertAll(order, i => places[i]);
    }

    private static List<ConcordanceLine> Lines(MiningRun run, IEnumerable<KeywordPlace> places, int context)
    {
        var lines = new List<ConcordanceLine>();
        var (last, text, around) = (-1L, default(HitText), new KeywordContext(""));
        foreach (var place in places)
        {
            if (!run.Found.Index.TryGet(place.Id, out var known))
            {
                continue;
            }
            if (place.Id != last)
            {
                (last, text) = (place.Id, HitText.Read(run.Found.Connection, place.Id)!.Value);
                around = new KeywordContext(text.Verbatim);
            }
            var line = around.Around(place.Start, place.Length, context);
            lines.Add(new ConcordanceLine(
                place.Id, text.OccurredAt, known.Channel.Name(), known.Product, known.Sentiment.Name(), known.Score,
                line.Left, line.Keyword, line.Right, line.LeftCut, line.RightCut, place.Start, place.Length, DrillDown.Text(place.Id)));
        }
        return lines;
    }
}

/// <summary>An occurrence of a keyword, in UTF-16 units of the text.</summary>
internal readonly record struct KeywordPlace(long Id, int Start, int Length);
