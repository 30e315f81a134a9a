namespace Voc.Ingest.Tests.Forms;

/// <summary>A clock that a test moves.</summary>
internal sealed class MovingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Samples.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
