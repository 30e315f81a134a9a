namespace Voc.Api.Tests.Infrastructure;

/// <summary>A clock that runs like the real one but can be put forward.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public void Forward(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _shift));
}
