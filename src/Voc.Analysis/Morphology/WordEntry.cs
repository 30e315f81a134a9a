namespace Voc.Analysis.Morphology;

/// <summary>What the path search knows of a dictionary entry.</summary>
/// <param name="LeftContext">Row of the connection costs when the word follows another.</param>
/// <param name="RightContext">Column of the connection costs when another follows it.</param>
/// <param name="Cost">Cost of the word itself.</param>
internal readonly record struct WordEntry(ushort LeftContext, ushort RightContext, short Cost);
