using Voc.Analysis.Retrieval.Segments;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>A text of a result with what it is ordered by, the higher the better. What is equal comes newest first.</summary>
internal readonly record struct Hit(double Key, Segment Segment, int Text) : IComparable<Hit>
{
    public long Id => Segment.Ids[Text];

    /// <summary>The better comes first.</summary>
    public int CompareTo(Hit other) => Key == other.Key ? other.Id.CompareTo(Id) : other.Key.CompareTo(Key);
}
