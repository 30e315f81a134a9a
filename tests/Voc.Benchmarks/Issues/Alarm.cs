using Voc.Analysis.Issues;

namespace Voc.Benchmarks.Issues;

/// <summary>An alarm of a detector that read a stream.</summary>
/// <param name="PValue">How surprising; 0 where the detector chose its own threshold.</param>
/// <param name="Position">Place in the stream of the complaint that tipped it.</param>
/// <param name="Product">The product it is about, or null.</param>
/// <param name="Reports">What it is about, as far as it had come by then.</param>
internal sealed record Alarm(double PValue, int Position, string? Product, IReadOnlyList<Complaint> Reports)
{
    /// <summary>What the detector calls it, if it gives it a name.</summary>
    public string Title { get; init; } = "";

    /// <summary>The source or region it is limited to, or null.</summary>
    public Slice? Slice { get; init; }

    /// <summary>What the issue kept that it was split off from; null where it was found by itself.</summary>
    public IReadOnlyList<Complaint>? Kept { get; init; }

    /// <summary>The count, if it tells it.</summary>
    public IssuePeak? Peak { get; init; }
}

/// <summary>Reads a stream in order and tells its alarms, in order.</summary>
internal delegate IReadOnlyList<Alarm> StreamDetector(IReadOnlyList<Complaint> stream);
