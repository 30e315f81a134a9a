using Microsoft.EntityFrameworkCore;
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
        var explained = now.Analyzer.Explain(row.Text);
        return new FeedbackExplanation(
            id, now.Version, row.ReadingVersion < now.Version, new SentimentDetail(read.Sentiment.Label.Name(), read.Sentiment.Score, read.Sentiment.Confidence),
            [.. explained.Tokens.Select(t => new TokenDetail(t.Start, t.Length, row.Text.Substring(t.Start, t.Length), t.BaseForm, t.PartOfSpeech, t.Reading))],
            [.. explained.Contributions.Select(c => new ContributionDetail(c.Start, c.Length, c.Expression, c.Weight))]);
    }
}
