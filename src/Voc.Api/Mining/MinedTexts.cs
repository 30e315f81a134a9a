using System.Diagnostics;
using System.Globalization;
using Voc.Analysis.Classification;
using Voc.Analysis.Mining;
using Voc.Analysis.Retrieval;
using Voc.Api.Feedbacks;

namespace Voc.Api.Mining;

/// <summary>The texts a view is made of, and what it comes to say of them on the way.</summary>
/// <param name="Texts">The result.</param>
/// <param name="Taxonomy">The topics in use.</param>
/// <param name="Words">What is known of words.</param>
/// <param name="CountedByParts">Texts of the archive whose words are still counted by their parts, because an earlier version stored them.</param>
internal sealed record MinedTexts(MatchedTexts Texts, Taxonomy Taxonomy, MiningWords Words, long CountedByParts)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public List<MiningNote> Notes { get; } = [];

    public IndexSnapshot Snapshot => Texts.Snapshot;

    public Analysis.Retrieval.Vocabulary Vocabulary => Texts.Snapshot.Vocabulary;

    public double Elapsed => Math.Round(Stopwatch.GetElapsedTime(_started).TotalMilliseconds, 2);

    public TextSorter Sorter(Dimension dimension) => new(dimension, topic => Taxonomy.Find(topic)?.Parent);

    /// <summary>The name of a value for the reader.</summary>
    public string Label(Dimension dimension, string value)
    {
        if (dimension.Kind != DimensionKind.Topic)
        {
            return value;
        }
        var topic = TopicNames.Summary(Taxonomy, value);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? topic.Name : topic.NameEn;
    }

    /// <summary>Counts the words of the result.</summary>
    public TermCounts Counts(TextWords words)
    {
        if (CountedByParts > 0)
        {
            Notes.Add(MiningNotes.CountedByParts(CountedByParts));
        }
        var counts = new TermCounts(Vocabulary.Count);
        foreach (var text in Texts)
        {
            counts.Add(words.Of(text), text.Sentiment);
        }
        return counts;
    }

    /// <summary>Says of a table what it leaves out.</summary>
    public void NoteLimits(Dimension dimension, ChosenValues shown)
    {
        if (shown.Values.Count < shown.All)
        {
            Notes.Add(MiningNotes.Cut(dimension.Said(), shown.Values.Count, shown.All));
        }
    }
}
