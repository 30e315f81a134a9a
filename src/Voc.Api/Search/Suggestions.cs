using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;

namespace Voc.Api.Search;

/// <summary>
/// A way to go on with a query: text is the whole query after it is chosen; kind is <c>word</c>, <c>field</c>, <c>value</c> or <c>saved</c>. Of
/// a saved search the label is its name and path is where it opens with all it holds beside the query.
/// </summary>
internal sealed record Suggestion(string Text, string Label, string Kind, int? Count, string? Path = null);

/// <summary>
/// Completes what is being typed from the words and values of the archive. They are those of a moment ago, so that answering takes
/// milliseconds whatever is being added meanwhile.
/// </summary>
internal sealed class Suggestions(CurrentIndex index, WordKnowledge words, TopicNames topics, SavedNames saved, TimeProvider time, ILogger<Suggestions> log)
{
    private const int Most = 10;

    /// <summary>Up to here the words of the archive are taken in anew for each question, which is then always answered with the newest.</summary>
    private const int FewTerms = 20_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock _making = new();
    private volatile SuggestionIndex? _index;
    private Task _remaking = Task.CompletedTask;

    /// <summary>At most ten ways to go on.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="caret">Where, in UTF-16 units.</param>
    /// <param name="userName">Who types; their saved searches are offered too, and those that are shared.</param>
    public IReadOnlyList<Suggestion> Of(string query, int caret, string? userName)
    {
        if (QueryCaret.At(query, caret) is not { } at)
        {
            return [];
        }
        var known = Known();
        var found = at.Field is { } field
            ? Values(query, at, field, known)
            : [.. Fields(query, at), .. userName is null ? [] : saved.Named(query, userName), .. Words(query, at, known)];
        return [.. found.Where(s => s.Text != query || s.Path is not null).DistinctBy(s => (s.Text, s.Path)).Take(Most)];
    }

    /// <summary>Takes in what is there now, so that the first question need not.</summary>
    public void Follow(IndexSnapshot snapshot)
    {
        if (_index is not { } known || !known.Fits(snapshot))
        {
            Make(snapshot);
        }
    }

    private SuggestionIndex Known()
    {
        using var session = index.Open();
        var snapshot = session.Index;
        if (_index is not { } known || !known.Fits(snapshot) || (!known.IsOf(snapshot) && snapshot.Vocabulary.Count <= FewTerms))
        {
            return Make(snapshot);
        }
        lock (_making)
        {
            if (!known.IsOf(snapshot) && time.GetElapsedTime(known.MadeAt) > Fresh && _remaking.IsCompleted)
            {
                _remaking = Task.Run(() => Make(snapshot)).ContinueWith(t => log.LogError(t.Exception, "The words to complete from could not be brought up to date"), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }
        }
        return known;
    }

    private SuggestionIndex Make(IndexSnapshot snapshot) =>
        _index = SuggestionIndex.Of(snapshot, words.Spellings.Dictionary, time.GetTimestamp(), _index);

    private static IEnumerable<Suggestion> Fields(string query, QueryCaret at)
    {
        var typed = QueryNames.Plain(at.Typed);
        if (at.Quoted || typed.Length == 0)
        {
            return [];
        }
        return QueryNames.Fields
            .Where(f => f.Names.Any(n => QueryNames.Plain(n).StartsWith(typed, StringComparison.Ordinal)))
            .Select(f => (f.Field, Name: f.Names.First(n => QueryNames.Plain(n).StartsWith(typed, StringComparison.Ordinal))))
            .Select(f => new Suggestion(Replaced(query, at, f.Name + ':'), QueryNames.Label(f.Field, f.Name), "field", null))
            .Take(3);
    }

    private static IEnumerable<Suggestion> Words(string query, QueryCaret at, SuggestionIndex known) =>
        known.Words.Find(at.Typed, Most).Select(w => new Suggestion(Replaced(query, at, at.Quoted ? w.Term : QueryNames.Word(w.Term)), w.Term, "word", w.Count));

    private IEnumerable<Suggestion> Values(string query, QueryCaret at, QueryField field, SuggestionIndex known)
    {
        var typed = QueryNames.Plain(at.Typed);
        var values = field == QueryField.Attribute ? Attributes(at.Typed, known) : known.Values.GetValueOrDefault(field) ?? [];
        var named = values.Select(v => (v.Value, v.Count, Names: NamesOf(field, v.Value))).ToList();
        var begins = named.Where(v => v.Names.Any(n => QueryNames.Plain(n).StartsWith(typed, StringComparison.Ordinal)));
        var holds = named.Where(v => v.Names.Any(n => QueryNames.Plain(n).Contains(typed, StringComparison.Ordinal)));
        return begins.Concat(holds).DistinctBy(v => v.Value).Select(v => new Suggestion(Replaced(query, at, QueryNames.Value(v.Value, at.Quoted)), v.Names[0], "value", v.Count));
    }

    /// <summary>The names of attributes until one is there with its sign, then its values.</summary>
    private IReadOnlyList<FacetCount> Attributes(string typed, SuggestionIndex known)
    {
        var sign = typed.IndexOfAny(['=', '＝']);
        var name = sign < 0 ? null : known.Attributes.Select(a => a.Value).FirstOrDefault(a => QueryNames.Plain(a) == QueryNames.Plain(typed[..sign]));
        if (name is null)
        {
            return [.. known.Attributes.Where(a => a.Value.Length > 0).Select(a => a with { Value = a.Value + '=' })];
        }
        using var session = index.Open();
        return [.. session.Index.Find(Match.Everything).Count(name).Where(v => v.Value.Length > 0).Select(v => v with { Value = $"{name}={v.Value}" })];
    }

    /// <summary>What a value may be found by; the first is shown.</summary>
    private string[] NamesOf(QueryField field, string value)
    {
        if (field != QueryField.Topic)
        {
            List<string> aliases = [.. QueryNames.Aliases(field, value)];
            return [QueryNames.Label(value, aliases), value, .. aliases];
        }
        var topic = topics.Summary(value);
        return [new LocalizedText(topic.Name, topic.NameEn).Say(), topic.Name, topic.NameEn, value];
    }

    private static string Replaced(string query, QueryCaret at, string text) => string.Concat(query.AsSpan(0, at.Start), text, query.AsSpan(at.End));
}
