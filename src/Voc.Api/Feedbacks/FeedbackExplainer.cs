using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Text;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Feedbacks;

/// <summary>Tells why a text is read as it is.</summary>
internal sealed class FeedbackExplainer(Store store, CurrentReading reading)
{
    /// <summary>The explanation, or null where there is no such feedback.</summary>
    public FeedbackExplanation? Explain(long id)
    {
        using var context = store.Context();
        if (context.Feedback.AsNoTracking().Where(f => f.Id == id).Select(f => new { f.Text, f.ReadingVersion }).SingleOrDefault() is not { } row)
        {
            return null;
        }
        var now = reading.Now;
        var read = now.Analyzer.Analyze(row.Text);
        var normalized = NormalizedText.From(row.Text);
        return new FeedbackExplanation(
            id, now.Version, row.ReadingVersion < now.Version, new SentimentDetail(read.Sentiment.Label.Name(), read.Sentiment.Score, read.Sentiment.Confidence),
            [.. now.Composed.Tokenizer.Tokenize(normalized.Text).Where(t => !t.IsSpace).Select(t => (Span: normalized.ToOriginal(t.Start, t.Length), t.Word))
                .Select(t => new TokenDetail(t.Span.Start, t.Span.Length, row.Text.Substring(t.Span.Start, t.Span.Length), t.Word.BaseForm, t.Word.PartOfSpeech, t.Word.Reading))],
            []);
    }
}
