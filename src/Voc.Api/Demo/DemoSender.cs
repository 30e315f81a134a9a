using Voc.Api.Pipeline;
using Voc.Ingest;

namespace Voc.Api.Demo;

/// <summary>Sends demo texts the way every adapter does: masked, checked, into the inbox.</summary>
internal sealed class DemoSender(Inbox inbox, SourceDirectory sources, IngestContext context)
{
    private static readonly (Channel Channel, string Name, string Kind)[] Sources =
    [
        (Channel.Survey, "デモ・お客様アンケート", "import"),
        (Channel.ContactForm, "デモ・お問い合わせ", "api"),
        (Channel.CallNote, "デモ・コールセンター", "api"),
        (Channel.Review, "デモ・レビューサイト", "api"),
        (Channel.Social, "デモ・SNS", "api"),
    ];

    private readonly FeedbackIntake _intake = new(context);

    public async Task EnsureSourcesAsync(CancellationToken cancellationToken)
    {
        foreach (var (channel, name, kind) in Sources)
        {
            await sources.EnsureAsync(name, channel, kind, cancellationToken);
        }
    }

    public async Task SendAsync(IReadOnlyList<(DemoText Text, DateTimeOffset OccurredAt)> texts, CancellationToken cancellationToken)
    {
        foreach (var batch in texts.Chunk(500))
        {
            await inbox.AcceptAsync([.. batch.Select(t => Feedback(t.Text, t.OccurredAt, t.Text.Id))], cancellationToken);
        }
    }

    /// <summary>Sends one text as said now; <paramref name="round"/> tells repeated tellings apart.</summary>
    public Task SendNowAsync(DemoText text, int round, CancellationToken cancellationToken) =>
        inbox.AcceptAsync([Feedback(text, context.Clock.GetUtcNow(), $"{text.Id}-{round}")], cancellationToken);

    private Feedback Feedback(DemoText text, DateTimeOffset occurredAt, string externalId)
    {
        var scores = new Dictionary<string, double>();
        Add(scores, "rating", text.Rating);
        Add(scores, "nps", text.Nps);
        Add(scores, "csat", text.Csat);
        var attributes = new Dictionary<string, string> { ["demo"] = "true" };
        Add(attributes, "region", text.Region);
        Add(attributes, "segment", text.Segment);
        var row = _intake.Take(0, new FeedbackDraft
        {
            Source = Sources.Single(s => s.Channel == text.Kind).Name,
            ExternalId = externalId,
            Channel = text.Kind,
            Text = text.Text,
            OccurredAt = occurredAt,
            Customer = text.Customer,
            Product = text.Product,
            Scores = scores,
            Attributes = attributes,
        });
        return row is AcceptedRow accepted ? accepted.Feedback : throw new InvalidDataException($"{text.Id}: {((RejectedRow)row).Message.En}");
    }

    private static void Add<T>(Dictionary<string, T> values, string name, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            values[name] = given;
        }
    }

    private static void Add(Dictionary<string, string> values, string name, string? value)
    {
        if (value is not null)
        {
            values[name] = value;
        }
    }
}
