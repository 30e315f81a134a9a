namespace Voc.Ingest;

/// <summary>
/// What became of one row, line, element or review of an input: an <see cref="AcceptedRow"/> goes to the inbox,
/// a <see cref="RejectedRow"/> goes back to the sender in a report. One bad row never stops the others.
/// </summary>
/// <param name="Line">Where it stood: the physical line of a file counted from 1, the row number of a worksheet or the number of a mail in a mailbox counted from 1, or the index of an array counted from 0.</param>
public abstract record IngestedRow(long Line);

/// <summary>A row that became feedback: checked, masked and ready for the inbox.</summary>
/// <param name="Line">Where it stood, as in <see cref="IngestedRow"/>.</param>
/// <param name="Feedback">What the customer said.</param>
public sealed record AcceptedRow(long Line, Feedback Feedback) : IngestedRow(Line);

/// <summary>A row that cannot become feedback, with the reason and the remedy.</summary>
/// <param name="Line">Where it stood, as in <see cref="IngestedRow"/>.</param>
/// <param name="Field">The column of the file or the field of the JSON the reason is about, or null where it is about the whole row.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
public sealed record RejectedRow(long Line, string? Field, LocalizedText Message) : IngestedRow(Line)
{
    /// <summary>The source it names, or null where it names none or came through the one it belongs to.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the reason is that there was no text.</summary>
    public bool IsEmpty { get; init; }
}
