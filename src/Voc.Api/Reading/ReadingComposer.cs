using System.Diagnostics.CodeAnalysis;
using Voc.Analysis;
using Voc.Analysis.Classification;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;
using Voc.Api.Vocabulary;

namespace Voc.Api.Reading;

/// <summary>An analyzer put together, with what of the company's own data could not be used and why.</summary>
internal sealed record ComposedReading(Analyzer Analyzer, IReadOnlyList<LocalizedText> Problems)
{
    public Tokenizer Tokenizer => Analyzer.Tokenizer;

    public PolarityLexicon Lexicon => Analyzer.Lexicon;
}

/// <summary>A version of the learned part of the reading.</summary>
/// <param name="Number">0 is the one that is shipped.</param>
/// <param name="Model">Null for the one that is shipped.</param>
/// <param name="Problem">Why the one that is active cannot be used, or null.</param>
internal sealed record LearnedPart(int Number, ReadingModel? Model, LocalizedText? Problem = null)
{
    public static readonly LearnedPart Shipped = new(0, null);
}

/// <summary>
/// Puts what a company teaches on top of what is shipped. Whatever of it cannot be used is left out and named: bad data, or data that
/// another version wrote, never keeps texts from being read.
/// </summary>
internal sealed class ReadingComposer(ShippedReading shipped)
{
    public ComposedReading Compose(OwnVocabulary own, LearnedPart learned)
    {
        var problems = new List<LocalizedText>();
        var words = Words(own.Words, problems);
        var tokenizer = words.Count == 0 ? shipped.Tokenizer : shipped.Tokenizer.With(new UserDictionary(words));
        var lexicon = Lexicon(own.Expressions, problems);
        var taxonomy = Topics(shipped.Taxonomy, own.Topics, problems);
        if (learned.Problem is { } problem)
        {
            problems.Add(problem);
        }
        return new(shipped.Analyzer.With(tokenizer, lexicon, taxonomy, learned.Model), problems);
    }

    /// <summary>The word as the tokenizer meets it: in normalised text.</summary>
    public static UserWord Normalized(DictionaryWordRow row) => new(
        NormalizedText.From(row.Surface).Text,
        [.. VocabularyJson.Strings(row.Segments).Select(s => NormalizedText.From(s).Text)],
        VocabularyJson.Strings(row.Readings),
        row.PartOfSpeech);

    /// <summary>The words of a company as the tokenizer takes them; what cannot be used is left out and named.</summary>
    public static List<UserWord> Words(IReadOnlyList<DictionaryWordRow> rows, List<LocalizedText> problems)
    {
        var words = new Dictionary<string, UserWord>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Try(row.Surface, problems, () =>
            {
                var word = Normalized(row);
                _ = new UserDictionary([word]);
                words[word.Surface] = word;
            });
        }
        return [.. words.Values];
    }

    private PolarityLexicon Lexicon(IReadOnlyList<LexiconExpressionRow> rows, List<LocalizedText> problems)
    {
        var changes = new List<LexiconChange>();
        foreach (var row in rows.OrderBy(r => r.Kind != LexiconKinds.Silent))
        {
            Try(row.Expression, problems, () =>
            {
                var change = LexiconKinds.ToChange(row);
                shipped.Lexicon.Check(change);
                changes.Add(change);
            });
        }
        return changes.Count == 0 ? shipped.Lexicon : shipped.Lexicon.With(changes);
    }

    /// <summary>The topics of a company; what cannot be used is left out and named.</summary>
    public static Taxonomy Topics(Taxonomy shipped, IReadOnlyList<TopicRow> rows, List<LocalizedText> problems)
    {
        var changes = new List<TopicChange>();
        var taxonomy = shipped;
        Try("topics", [], () => taxonomy = rows.Count == 0 ? shipped : shipped.With(rows.Select(r => r.ToChange())));
        if (rows.Count == 0 || taxonomy != shipped)
        {
            return taxonomy;
        }
        // One by one, to leave out only what is wrong. What is at the top comes first: others may stand below it.
        foreach (var row in rows.OrderBy(r => !string.IsNullOrEmpty(r.Parent)).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            Try(row.Id, problems, () =>
            {
                List<TopicChange> more = [.. changes, row.ToChange()];
                taxonomy = shipped.With(more);
                changes = more;
            });
        }
        return taxonomy;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with one piece of stored data, the rest is used and the service runs.")]
    private static void Try(string what, List<LocalizedText> problems, Action use)
    {
        try
        {
            use();
        }
        catch (Exception failure)
        {
            var reason = failure switch
            {
                DictionaryException e => e.Text,
                DataFileException e => e.Problem,
                _ => new LocalizedText(failure.Message, failure.Message),
            };
            problems.Add(new($"「{what}」は使えないため無視しています: {reason.Ja}", $"\"{what}\" cannot be used and is left out: {reason.En}"));
        }
    }
}
