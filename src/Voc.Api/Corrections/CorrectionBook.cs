using Microsoft.EntityFrameworkCore;
using Voc.Api.Feedbacks;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Corrections;

/// <summary>
/// Labels that people put right. One transaction changes the reading, its entry in the index and what is counted, keeps who did it, and
/// announces it; reading texts anew never undoes it.
/// </summary>
internal sealed class CorrectionBook(Store store, GroupCommitWriter writer, CurrentReading reading, TimeProvider time)
{
    private const int MostTopics = 5;
    private static readonly LocalizedText What = new("フィードバック", "feedback");

    /// <summary>Puts labels right on top of earlier corrections; answers why not, or null.</summary>
    public async Task<Refusal?> CorrectAsync(long id, LabelInput input, string by, CancellationToken cancellationToken)
    {
        var labels = new Labels(input.Sentiment, input.Intents, input.Topics);
        return Check(labels) ?? await writer.WriteAsync(connection => Correct(connection, id, labels, by), cancellationToken);
    }

    /// <summary>Takes a correction back: the text has the labels the analysis reads now. Answers why not, or null.</summary>
    public async Task<Refusal?> WithdrawAsync(long id, string by, CancellationToken cancellationToken)
    {
        var now = reading.Now;
        AnalyzedText text;
        await using (var context = store.Context())
        {
            if (await context.Feedback.Where(f => f.Id == id).Select(f => f.Text).SingleOrDefaultAsync(cancellationToken) is not { } verbatim)
            {
                return Refusal.Missing(What, id);
            }
            // Not in the transaction: a long text would hold up all who write.
            text = now.Analyzer.Analyze(verbatim);
        }
        return await writer.WriteAsync(connection => Withdraw(connection, id, text, now.Version, by), cancellationToken);
    }

    private Refusal? Check(Labels labels)
    {
        if (labels is { Sentiment: null, Intents: null, Topics: null })
        {
            return Refusal.Of("sentiment", new("sentiment、intents、topics のどれかを指定してください。", "Give sentiment, intents or topics."));
        }
        if (labels.Sentiment is { } sentiment && !LabelNames.Sentiments.Contains(sentiment))
        {
            return Refusal.Of("sentiment", new($"感情は {string.Join("、", LabelNames.Sentiments)} から選んでください。", $"Choose the sentiment from {string.Join(", ", LabelNames.Sentiments)}."));
        }
        if (labels.Intents is { } intents && (intents.Distinct().Count() != intents.Count || !intents.All(LabelNames.Intents.Contains)))
        {
            return Refusal.Of("intents", new($"意図は {string.Join("、", LabelNames.Intents)} から 1 度ずつ選んでください。", $"Choose intents from {string.Join(", ", LabelNames.Intents)}, each once."));
        }
        if (labels.Topics is not { } topics)
        {
            return null;
        }
        if (topics.Distinct().Count() != topics.Count || topics.Count > MostTopics)
        {
            return Refusal.Of("topics", new($"話題は重複なしで {MostTopics} つまでにしてください。", $"Give at most {MostTopics} topics, each once."));
        }
        var taxonomy = reading.Analyzer.Taxonomy;
        return topics.Where(t => t is null || taxonomy.Find(t) is null).Select(unknown => Refusal.Of("topics", new(
            $"話題「{unknown}」はありません。GET /api/v1/topics の一覧から選んでください。", $"There is no topic '{unknown}': choose from GET /api/v1/topics."))).FirstOrDefault();
    }

    private Refusal? Correct(StoreConnection connection, long id, Labels labels, string by)
    {
        using var context = connection.Context();
        if (context.Feedback.AsNoTracking().SingleOrDefault(f => f.Id == id) is not { } row)
        {
            return Refusal.Missing(What, id);
        }
        var correction = context.Set<CorrectionRow>().Find(id);
        var earlier = correction is null ? null : Labels.Read(correction.Labels);
        var (before, stored) = (Had(row), Stored(row));
        if (earlier?.Sentiment is not null && LabelsRead.Read(correction!.Was).Sentiment is var was && LabelNames.TrySentiment(was.Label, out var label))
        {
            stored = stored with { Sentiment = new Voc.Sentiment(label, was.Score, was.Confidence) };
        }
        var both = labels.Over(earlier);
        StoredFeedback.Rewrite(connection, id, row.Text, stored.With(both), row.ReadingVersion);
        var now = time.GetUtcNow();
        if (correction is null)
        {
            context.Add(new CorrectionRow { FeedbackId = id, Labels = both.Write(), Was = before.Write(), By = by, At = now });
        }
        else
        {
            (correction.Labels, correction.By, correction.At) = (both.Write(), by, now);
        }
        Finish(connection, context, id, "corrected", labels, before, by, now);
        return null;
    }

    private Refusal? Withdraw(StoreConnection connection, long id, AnalyzedText text, int version, string by)
    {
        using var context = connection.Context();
        if (context.Feedback.AsNoTracking().SingleOrDefault(f => f.Id == id) is not { } row)
        {
            return Refusal.Missing(What, id);
        }
        if (context.Set<CorrectionRow>().Find(id) is not { } correction)
        {
            return Refusal.Conflict(new("このフィードバックは訂正されていません。", "This feedback has no correction."), new("画面を読み直してください。", "Read it again."), "not-corrected");
        }
        StoredFeedback.Rewrite(connection, id, row.Text, text, version);
        context.Remove(correction);
        Finish(connection, context, id, "withdrawn", Labels.Read(correction.Labels), Had(row), by, time.GetUtcNow());
        return null;
    }

    private static void Finish(StoreConnection connection, VocDbContext context, long id, string action, Labels labels, LabelsRead before, string by, DateTimeOffset now)
    {
        context.Add(new CorrectionLogRow { FeedbackId = id, Action = action, Labels = labels.Write(), Was = before.Write(), By = by, At = now });
        context.SaveChanges();
        connection.AppendEvent(EventKind.FeedbackChanged, id, now);
    }

    private static LabelsRead Had(FeedbackRow row)
    {
        var stored = StoredReading.Read(row.Reading, row.Text);
        return new(new SentimentDetail(row.Sentiment.Name(), row.Score, row.Confidence), stored.Intents, stored.Topics);
    }

    private AnalyzedText Stored(FeedbackRow row)
    {
        var stored = StoredReading.Read(row.Reading, row.Text);
        var terms = reading.Analyzer.Terms.Read(row.Text);
        return new AnalyzedText
        {
            Language = row.Language,
            Sentiment = new Voc.Sentiment(row.Sentiment, row.Score, row.Confidence),
            Sentences = stored.Sentences,
            Intents = stored.Intents,
            Topics = stored.Topics,
            Opinions = stored.Opinions,
            Pairs = reading.Analyzer.Terms.Opinions.Of(stored.Opinions),
            Keyphrases = stored.Keyphrases,
            Terms = terms.Terms,
            Compounds = terms.Compounds,
            Wording = reading.Analyzer.Wording(row.Text),
        };
    }
}
