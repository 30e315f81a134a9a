namespace Voc.Analysis.Retrieval.Segments;

/// <summary>Topics or intents of a text.</summary>
/// <param name="Names">The labels, each once.</param>
/// <param name="Ordinals">The same by their ordinals in <see cref="FieldValues.Labels"/>.</param>
internal sealed record LabelSet(string[] Names, int[] Ordinals);
