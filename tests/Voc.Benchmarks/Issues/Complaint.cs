namespace Voc.Benchmarks.Issues;

/// <summary>One dated complaint of the stream the detector is measured on.</summary>
/// <param name="Row">Its place in the files, from 1; copies that are inserted keep the original's.</param>
/// <param name="Day">The day it was received.</param>
/// <param name="Product">Name of the product.</param>
/// <param name="Label">What it is about by the hidden label; no detector sees it.</param>
/// <param name="Text">The text.</param>
/// <param name="Reading">What the analysis reads in it.</param>
/// <param name="Nouns">Its nouns, each once, for the baseline.</param>
/// <param name="Event">The number of the event it was inserted for, or 0.</param>
internal sealed record Complaint(int Row, DateOnly Day, string Product, string Label, string Text, AnalyzedText Reading, IReadOnlyList<string> Nouns, int Event = 0);
