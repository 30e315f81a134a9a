using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Voc.Analysis.Morphology;
using Voc.Analysis.Text;
using Voc.Api.Corrections;
using Voc.Api.Feedbacks;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Vocabulary;
using Voc.Dashboard.Live;

namespace Voc.Api.Reading;

/// <summary>Tries a change of the vocabulary on the texts that were said last, without keeping anything.</summary>
internal sealed class ReadingPreviews(Store store, CurrentReading reading, ReadingComposer composer, CurrentIndex index, TimeProvider time) : IDisposable
{
    private const int MostTexts = 10_000;
    private const int MostExamples = 20;
    private const int TokensAround = 6;
    private const string LastTexts = "SELECT Id, Channel, OccurredAt, Text FROM feedback ORDER BY Id DESC LIMIT $limit";

    /// <summary>A preview is waited for; what was found until then is answered.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    /// <summary>One at a time: it takes every core, and pages ask again as somebody types.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The answer to a request for a preview.</summary>
    public async Task<Results<Ok<PreviewAnswer>, ProblemHttpResult>> AnswerAsync(EditResult result, CancellationToken cancellationToken)
    {
        if (result.IsRefused(out var refusal, out var edit))
        {
            return refusal.ToProblem();
        }
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return TypedResults.Ok(await Task.Run(() => Run(edit, cancellationToken), cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private PreviewAnswer Run(VocabularyEdit edit, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var now = reading.Now;
        var trial = new Trial(now.Composed, composer.Compose(edit.After, now.Learned), edit);
        var texts = Read(cancellationToken);
        var found = new ConcurrentBag<Difference>();
        var examined = 0;
        // Newest first, whatever the number of threads: where time runs out, what was examined is what was said last.
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.ForEach(Partitioner.Create(texts, EnumerablePartitionerOptions.NoBuffering), options, (text, state) =>
        {
            if (time.GetElapsedTime(started) > MostTime)
            {
                state.Stop();
                return;
            }
            Interlocked.Increment(ref examined);
            if (trial.Compare(text) is { } difference)
            {
                found.Add(difference);
            }
        });
        int Count(ReadingDifference respect) => found.Count(d => d.Respects.HasFlag(respect));
        return new PreviewAnswer(
            examined, examined == texts.Count, found.Count, Count(ReadingDifference.Sentiment), Count(ReadingDifference.SentimentLabel), Count(ReadingDifference.Opinions),
            Count(ReadingDifference.Intents), Count(ReadingDifference.Topics), Count(ReadingDifference.Segmentation),
            Touched(edit, cancellationToken),
            Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 1),
            [.. found.OrderByDescending(d => d.Respects.HasFlag(ReadingDifference.SentimentLabel)).ThenByDescending(d => d.Text.Id).Take(MostExamples).Select(d => Example(d, trial))]);
    }

    private int? Touched(VocabularyEdit edit, CancellationToken cancellationToken)
    {
        if (edit.Cuts.Count == 0)
        {
            return null;
        }
        using var session = index.Open();
        return session.Index.Find(TouchedTexts.Holding(edit.Cuts), cancellationToken).Total;
    }

    private List<PreviewText> Read(CancellationToken cancellationToken)
    {
        using var connection = store.Open();
        connection.Execute("BEGIN");
        var texts = new List<PreviewText>(MostTexts);
        using (var rows = connection.Query(LastTexts, ("$limit", MostTexts)))
        {
            while (rows.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                texts.Add(new PreviewText(rows.GetInt64(0), (Channel)rows.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)), rows.GetString(3), null));
            }
        }
        if (texts.Count == 0)
        {
            return texts;
        }
        var corrections = CorrectedReading.Read(connection, texts[^1].Id, texts[0].Id);
        return corrections.Count == 0 ? texts : [.. texts.Select(t => t with { Corrected = corrections.GetValueOrDefault(t.Id) })];
    }

    private static PreviewExample Example(Difference difference, Trial trial)
    {
        var (text, place) = (difference.Text, difference.Place);
        return new PreviewExample(
            text.Id, text.Channel.Name(), text.OccurredAt, text.Text, place.Start, place.Length, difference.Respects.Names(),
            Side(text.Text, difference.Before, trial.Before, place),
            Side(text.Text, difference.After, trial.After, place));
    }

    private static PreviewReading Side(string text, AnalyzedText read, ComposedReading by, TextSpan place) => new(
        new SentimentSummary(read.Sentiment.Label.Name(), read.Sentiment.Score),
        [.. read.Topics.Select(t => TopicNames.Summary(by.Analyzer.Taxonomy, t.Label))],
        [.. read.Intents.Select(i => i.Label)],
        read.Opinions,
        Tokens(text, by.Tokenizer, place));

    private static List<PreviewToken> Tokens(string text, Tokenizer tokenizer, TextSpan place)
    {
        var normalized = NormalizedText.From(text);
        var tokens = tokenizer.Tokenize(normalized.Text).Where(t => !t.IsSpace)
            .Select(t => (Span: normalized.ToOriginal(t.Start, t.Length), t.Word.FullPartOfSpeech)).ToList();
        var first = Math.Max(0, tokens.FindIndex(t => t.Span.End > place.Start) - TokensAround);
        var last = tokens.FindLastIndex(t => t.Span.Start < Math.Max(place.End, place.Start + 1)) + TokensAround;
        return [.. tokens.Skip(first).Take(Math.Max(0, last - first + 1)).Select(t => new PreviewToken(t.Span.Start, t.Span.Length, text.Substring(t.Span.Start, t.Span.Length), t.FullPartOfSpeech))];
    }

    private sealed record PreviewText(long Id, Channel Channel, DateTimeOffset OccurredAt, string Text, Labels? Corrected);

    private sealed record Difference(PreviewText Text, TextSpan Place, ReadingDifference Respects, AnalyzedText Before, AnalyzedText After);

    /// <summary>Two readings and what tells them apart.</summary>
    private sealed class Trial(ComposedReading before, ComposedReading after, VocabularyEdit edit)
    {
        private readonly Func<string, TextSpan?>? _touches = edit.Touches?.Invoke(before.Tokenizer);

        public ComposedReading Before => before;

        public ComposedReading After => after;

        public Difference? Compare(PreviewText text)
        {
            TextSpan? place = null;
            if (_touches is not null && (place = _touches(text.Text)) is null)
            {
                return null;
            }
            var (old, now) = (before.Analyzer.Analyze(text.Text).With(text.Corrected), after.Analyzer.Analyze(text.Text).With(text.Corrected));
            var respects = ReadingDifferences.Between(old, now);
            if (before.Tokenizer != after.Tokenizer && !Segments(before.Tokenizer, text.Text).SequenceEqual(Segments(after.Tokenizer, text.Text)))
            {
                respects |= ReadingDifference.Segmentation;
            }
            return respects == ReadingDifference.None ? null : new Difference(text, place ?? PlaceOf(old, now), respects, old, now);
        }

        private static IEnumerable<(int, int, Word)> Segments(Tokenizer tokenizer, string text) =>
            tokenizer.Tokenize(NormalizedText.From(text).Text).Select(t => (t.Start, t.Length, t.Word));

        /// <summary>Where the first opinion stands that only one of them has; the beginning of the text where there is none.</summary>
        private static TextSpan PlaceOf(AnalyzedText old, AnalyzedText now) =>
            old.Opinions.Except(now.Opinions).Concat(now.Opinions.Except(old.Opinions)).OrderBy(o => o.Start).FirstOrDefault() is { } opinion
                ? new(opinion.Start, opinion.Length)
                : new(0, 0);
    }
}
