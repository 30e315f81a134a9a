using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Corrections;
using Voc.Api.Issues;
using Voc.Api.Masking;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Feedbacks;

/// <summary>Reads stored feedback in the shapes that lists and pages show.</summary>
internal sealed class FeedbackReader(Store store, TopicNames topics)
{
    /// <summary>Summaries of these, in the order asked for; identifiers that no longer exist are left out.</summary>
    public IReadOnlyList<FeedbackSummary> Summaries(IReadOnlyList<long> ids)
    {
        using var context = store.Context();
        var rows = context.Feedback.AsNoTracking().Include(f => f.Source).Where(f => ids.Contains(f.Id)).ToDictionary(f => f.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => Summary(rows[id]))];
    }

    /// <summary>A summary of a row whose source is loaded.</summary>
    public FeedbackSummary Summary(FeedbackRow row)
    {
        var reading = StoredReading.Read(row.Reading, row.Text);
        return new FeedbackSummary(
            row.Id, row.Channel.Name(), row.Source!.Name, row.Product, row.OccurredAt, row.Text,
            new SentimentSummary(Name(row.Sentiment), row.Score),
            [.. reading.Topics.Select(t => topics.Summary(t.Label))],
            [.. reading.Intents.Select(i => i.Label)]);
    }

    public FeedbackDetail? Detail(long id)
    {
        using var context = store.Context();
        if (context.Feedback.AsNoTracking().Include(f => f.Source).SingleOrDefault(f => f.Id == id) is not { } row)
        {
            return null;
        }
        var reading = StoredReading.Read(row.Reading, row.Text);
        return new FeedbackDetail
        {
            Id = row.Id,
            Source = row.Source!.Name,
            ExternalId = row.ExternalId,
            Channel = row.Channel.Name(),
            Text = row.Text,
            OccurredAt = row.OccurredAt,
            ReceivedAt = row.ReceivedAt,
            Customer = row.Customer,
            Product = row.Product,
            Scores = row.Scores is null ? new() : JsonSerializer.Deserialize(row.Scores, StoredJson.Default.DictionaryStringDouble)!,
            Attributes = row.Attributes is null ? new() : JsonSerializer.Deserialize(row.Attributes, StoredJson.Default.DictionaryStringString)!,
            Language = row.Language,
            Sentiment = new SentimentDetail(Name(row.Sentiment), row.Score, row.Confidence),
            Sentences = [.. reading.Sentences.Select(s => new SentenceDetail(s.Start, s.Length, Name(s.Label), s.Score))],
            Intents = reading.Intents,
            Topics = [.. reading.Topics.Select(t => new TopicDetail(t.Label, topics.Summary(t.Label).Name, topics.Summary(t.Label).NameEn, t.Confidence))],
            Opinions = reading.Opinions,
            Keyphrases = reading.Keyphrases,
            Issues = IssueReader.LinksOf(context, id),
            HasOriginal = context.Set<OriginalRow>().Any(o => o.FeedbackId == id),
            Corrected = context.Set<CorrectionRow>().AsNoTracking().SingleOrDefault(c => c.FeedbackId == id) is { } correction ? CorrectionInfo.Of(correction) : null,
        };
    }

    private static string Name(SentimentLabel label) => label switch
    {
        SentimentLabel.Positive => "positive",
        SentimentLabel.Negative => "negative",
        _ => "neutral",
    };
}

internal sealed record SentimentDetail(string Label, double Score, double Confidence);

internal sealed record SentenceDetail(int Start, int Length, string Label, double Score);

internal sealed record TopicDetail(string Label, string Name, string NameEn, double Confidence);

/// <summary>Feedback with all that was read in it. Offsets count UTF-16 units of the text.</summary>
internal sealed record FeedbackDetail
{
    public required long Id { get; init; }
    public required string Source { get; init; }
    public required string ExternalId { get; init; }
    public required string Channel { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public string? Customer { get; init; }
    public string? Product { get; init; }
    public required Dictionary<string, double> Scores { get; init; }
    public required Dictionary<string, string> Attributes { get; init; }
    public required string Language { get; init; }
    public required SentimentDetail Sentiment { get; init; }
    public required IReadOnlyList<SentenceDetail> Sentences { get; init; }
    public required IReadOnlyList<ScoredLabel> Intents { get; init; }
    public required IReadOnlyList<TopicDetail> Topics { get; init; }
    public required IReadOnlyList<Opinion> Opinions { get; init; }
    public required IReadOnlyList<string> Keyphrases { get; init; }

    /// <summary>The issues it belongs to.</summary>
    public IReadOnlyList<IssueLink> Issues { get; init; } = [];

    /// <summary>Whether its text is kept as it came, for administrators with a reason.</summary>
    public bool HasOriginal { get; init; }

    /// <summary>Who put labels right, or null where they are as read.</summary>
    public CorrectionInfo? Corrected { get; init; }
}

internal sealed record IssueLink(long Id, string Title);
