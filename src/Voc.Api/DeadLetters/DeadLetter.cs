using System.Text;
using System.Text.Json;
using Voc.Api.Storage;
using Voc.Ingest.Masking;

namespace Voc.Api.DeadLetters;

/// <summary>Feedback whose analysis kept failing. <see cref="Error"/> says why in plain words, <see cref="Detail"/> what the program said.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="SourceId">The source it came through.</param>
/// <param name="Source">The name of that.</param>
/// <param name="ExternalId">The sender's own number.</param>
/// <param name="Channel">Its channel; that of the source where it cannot be told.</param>
/// <param name="Text">What was said, or what is stored as it is where it cannot be read; masked by the rules of today.</param>
/// <param name="Product">What it is about, or null.</param>
/// <param name="Attributes">Further fields.</param>
/// <param name="IsReadable">Whether its fields can be told.</param>
/// <param name="Error">Why it failed and what to do.</param>
/// <param name="Detail">What the program said.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="FailedAt">When it was given up.</param>
internal sealed record DeadLetter(
    long Id, int SourceId, string Source, string ExternalId, string Channel, string Text, string? Product, IReadOnlyDictionary<string, string> Attributes,
    bool IsReadable, string Error, string Detail, int Attempts, DateTimeOffset FailedAt)
{
    public static DeadLetter Of(InboxRow row, PersonalDataMasker masker)
    {
        var content = Content(row.Payload);
        var reason = FailureReason.Read(row.Error);
        return new DeadLetter(
            row.Id, row.SourceId, row.Source!.Name, row.ExternalId, (content?.Channel ?? row.Source.Channel).Name(), masker.Mask(content?.Text ?? Encoding.UTF8.GetString(row.Payload)).Text,
            content?.Product, content?.Attributes ?? new Dictionary<string, string>(),
            content is not null, (content is null ? FailureReason.Unreadable : reason).Say(), masker.Mask(reason.Detail).Text, row.Attempts, row.FailedAt!.Value);
    }

    /// <summary>The feedback that is stored, or null where it is damaged, which is then why it failed.</summary>
    public static Feedback? Content(byte[] payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, StoredJson.Default.Feedback);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
