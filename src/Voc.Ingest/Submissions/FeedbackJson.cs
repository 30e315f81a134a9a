using System.Text.Json;
using Voc.Ingest.Values;

namespace Voc.Ingest.Submissions;

/// <summary>What an element takes where it leaves a field out.</summary>
/// <param name="Source">The source, or null where each element must name its own.</param>
/// <param name="Channel">The channel, or null where each element must name its own.</param>
public sealed record JsonDefaults(string? Source = null, Channel? Channel = null)
{
    /// <summary>Names the feedback of elements without an identifier, or null where they are rejected.</summary>
    internal Func<FeedbackDraft, string>? Identify { get; init; }

    /// <summary>Whether all elements belong to <see cref="Source"/>, whatever they say.</summary>
    internal bool IsOnlySource { get; init; }
}

/// <summary>
/// Reads feedback in the JSON of the HTTP contract,
/// <c>{"source","externalId","channel","text","occurredAt","customer","product","scores","attributes"}</c>:
/// element by element, so that a malformed one does not keep the others out. Unknown fields are ignored. Safe for any number of threads.
/// </summary>
public sealed class FeedbackJson(IngestContext context, JsonDefaults defaults)
{
    private readonly FeedbackIntake _intake = new(context);

    /// <summary>Reads one object or an array of objects; lines count the elements from 0.</summary>
    public IEnumerable<IngestedRow> ReadAll(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            yield return ReadOne(0, root);
            yield break;
        }

        var index = 0;
        foreach (var element in root.EnumerateArray())
        {
            yield return ReadOne(index++, element);
        }
    }

    /// <summary>Reads one object.</summary>
    /// <param name="line">Where it stands, as in <see cref="IngestedRow"/>.</param>
    /// <param name="element">The object.</param>
    public IngestedRow ReadOne(long line, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new RejectedRow(line, null, new(
                "JSON のオブジェクトではありません。{\"text\": …} の形にしてください。",
                "This is not a JSON object. Write {\"text\": …}."));
        }

        try
        {
            return Read(line, new JsonFields(element));
        }
        catch (InvalidOperationException)
        {
            // The framework decodes strings when they are asked for and refuses half a surrogate pair only then.
            return new RejectedRow(line, null, new(
                "JSON の文字列に壊れた文字（サロゲートの片方）があります。送信元の文字の切り方を確かめてください。",
                "A JSON string holds half a surrogate pair. Check how the sender cuts texts."));
        }
    }

    private IngestedRow Read(long line, JsonFields fields)
    {
        var draft = new FeedbackDraft
        {
            Source = defaults.IsOnlySource ? defaults.Source : fields.Text("source") ?? defaults.Source,
            ExternalId = fields.Text("externalId"),
            Channel = ReadChannel(fields),
            Text = fields.Text("text"),
            OccurredAt = ReadTime(fields),
            Customer = fields.Text("customer"),
            Product = fields.Text("product"),
            Scores = fields.Scores("scores"),
            Attributes = fields.Attributes("attributes"),
        };
        if (draft.ExternalId is null && defaults.Identify is { } identify)
        {
            draft = draft with { ExternalId = identify(draft) };
        }

        return fields.Violation is { } violation ? new RejectedRow(line, violation.Field, violation.Message) { Source = draft.Source } : _intake.Take(line, draft);
    }

    private Channel ReadChannel(JsonFields fields)
    {
        var name = fields.Text("channel");
        if (Channels.TryParse(name, out var channel))
        {
            return channel;
        }

        if (name is not null || defaults.Channel is null)
        {
            var names = string.Join(", ", Channels.Names);
            fields.Complain("channel", new(
                name is null ? $"チャネルがありません。{names} のいずれかを channel に指定してください。" : $"「{JsonFields.Short(name)}」というチャネルはありません。{names} のいずれかにしてください。",
                name is null ? $"The channel is missing. Give one of {names} in channel." : $"There is no channel “{JsonFields.Short(name)}”. Use one of {names}."));
        }

        return defaults.Channel ?? default;
    }

    private DateTimeOffset? ReadTime(JsonFields fields)
    {
        if (fields.Text("occurredAt") is not { } value)
        {
            return null;
        }

        if (!DateReader.TryRead(value, context.TimeZone, out var time))
        {
            fields.Complain("occurredAt", ValueProblems.NoDate(value));
        }

        return time;
    }
}
