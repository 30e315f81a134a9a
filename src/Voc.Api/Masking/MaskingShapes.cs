using System.ComponentModel;

namespace Voc.Api.Masking;

/// <summary>What is masked and what is not.</summary>
internal sealed record MaskingStatus(IReadOnlyList<AllowedExpression> Allowed, MaskingRunInfo? Run, IReadOnlyList<MaskedSource> Sources);

/// <summary>A source, and how many texts it keeps as they came.</summary>
internal sealed record MaskedSource(int Id, string Name, bool KeepOriginals, int Originals);

/// <summary>An expression that is no personal data to the company.</summary>
internal sealed record AllowedExpression(int Id, string Text, string? Note, string By, DateTimeOffset At)
{
    public static AllowedExpression Of(AllowedRow row) => new(row.Id, row.Text, row.Note, row.By, row.At);
}

/// <summary>An expression to be allowed.</summary>
internal sealed record AllowedInput
{
    [Description("1 to 200 characters: a telephone number, a name, a mail address; width, case, spaces and dashes do not matter")]
    public string? Text { get; init; }

    [Description("Why it is allowed, up to 500 characters")]
    public string? Note { get; init; }
}

/// <summary>A run of masking what is stored anew.</summary>
internal sealed record MaskingRunInfo(
    [property: Description("running, done or cancelled")] string State, long Done, long Total, long Changed, string By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt)
{
    public static MaskingRunInfo Of(MaskingRunRow row) => new(
        row.FinishedAt is null ? "running" : row.Cancelled ? "cancelled" : "done", row.Done, Math.Max(row.Total, row.Done), row.Changed, row.By, row.StartedAt, row.FinishedAt);
}

/// <summary>A text to try the rules on.</summary>
internal sealed record MaskingTrial
{
    [Description("1 to 10,000 characters; not kept")]
    public string? Text { get; init; }
}

/// <summary>What the rules make of a text.</summary>
internal sealed record MaskingPreview(string Text, IReadOnlyList<MaskedPart> Found);

/// <summary>A part of the text as it was given, in UTF-16 units.</summary>
internal sealed record MaskedPart(string Kind, int Start, int Length);

/// <summary>Why somebody wants to read an original.</summary>
internal sealed record OriginalRequest
{
    [Description("5 to 500 characters; kept with the name of who asked")]
    public string? Reason { get; init; }
}

/// <summary>A text as it came.</summary>
internal sealed record OriginalText(string Text);

/// <summary>Somebody read an original.</summary>
internal sealed record OriginalAccess(long Id, long FeedbackId, string By, string Reason, DateTimeOffset At);

/// <summary>Whether a source keeps originals.</summary>
internal sealed record KeepOriginalsInput
{
    [Description("Turning it off deletes the originals that were kept")]
    public bool? Keep { get; init; }
}
