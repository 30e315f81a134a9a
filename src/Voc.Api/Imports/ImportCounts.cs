namespace Voc.Api.Imports;

/// <summary>How far an import is. One thread counts, any may look.</summary>
internal sealed class ImportCounts
{
    private long _rows;
    private long _accepted;
    private long _duplicates;
    private long _rejected;
    private long _empty;

    public long Rows => Interlocked.Read(ref _rows);

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Duplicates => Interlocked.Read(ref _duplicates);

    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>Of the rejected ones, those without text.</summary>
    public long Empty => Interlocked.Read(ref _empty);

    public void Read() => Interlocked.Increment(ref _rows);

    public void Reject(bool isEmpty)
    {
        Interlocked.Increment(ref _rejected);
        Interlocked.Add(ref _empty, isEmpty ? 1 : 0);
    }

    public void Store(int accepted, int duplicates)
    {
        Interlocked.Add(ref _accepted, accepted);
        Interlocked.Add(ref _duplicates, duplicates);
    }
}
