namespace Voc.Analysis.Retrieval.Segments;

/// <summary>What the segments of an index share. It only grows. Safe for any number of threads.</summary>
internal sealed class IndexTables
{
    public Vocabulary Terms { get; } = new();

    public OpinionTable Opinions { get; } = new();

    public FieldValues Fields { get; } = new();

    /// <summary>Set once every segment has its texts.</summary>
    public ManualResetEventSlim HasTexts { get; } = new(true);
}
