namespace Voc.Ingest.Transcripts;

/// <summary>What one speaker said without a break.</summary>
/// <param name="Line">Physical line it starts on, from 1.</param>
/// <param name="Speaker">The speaker as the file names them, or null where nobody is named.</param>
/// <param name="Text">What was said.</param>
internal sealed record Turn(long Line, string? Speaker, string Text);
