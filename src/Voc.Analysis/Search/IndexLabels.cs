namespace Voc.Analysis.Search;

/// <summary>
/// Labels that the index holds beside the terms of a text, one for each value a query can ask for by <c>field:value</c>. They begin
/// with a sign no term begins with, so that a prefix never finds one by accident, and hold no space.
/// </summary>
public static class IndexLabels
{
    /// <summary>What a label begins with, and no term does.</summary>
    public const char Sign = '=';

    private const char SpaceInside = '␣';

    /// <summary>The label of a field's value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value as stored or typed.</param>
    public static string Label(QueryField field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var canonical = QueryFields.TryValue(field, value, out var known) ? known : value;
        return $"{Sign}{field.Name()}:{canonical.Replace(' ', SpaceInside)}";
    }

    /// <summary>The labels of a text: exactly one for its channel, sentiment and source, any number for the rest.</summary>
    public static IReadOnlyList<string> Of(AnalyzedFeedback analyzed)
    {
        ArgumentNullException.ThrowIfNull(analyzed);
        var (feedback, text) = (analyzed.Feedback, analyzed.Text);
        var labels = new List<string>(8)
        {
            Label(QueryField.Channel, feedback.Channel.Name()),
            Label(QueryField.Sentiment, text.Sentiment.Label.Name()),
            Label(QueryField.Source, feedback.Source),
        };
        if (!string.IsNullOrWhiteSpace(feedback.Product))
        {
            labels.Add(Label(QueryField.Product, feedback.Product));
        }
        labels.AddRange(text.Topics.Select(t => Label(QueryField.Topic, t.Label)));
        labels.AddRange(text.Intents.Select(i => Label(QueryField.Intent, i.Label)));
        return labels;
    }
}
