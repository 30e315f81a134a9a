namespace Voc.Analysis.Issues;

/// <summary>A place where a text touches a concept.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="End">The place behind the word that touches it, in the text's NFKC form.</param>
public readonly record struct ConceptMention(Concept Concept, int End);
