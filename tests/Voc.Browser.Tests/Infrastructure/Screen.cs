namespace Voc.Browser.Tests.Infrastructure;

/// <summary>Size of what a reader looks at, in CSS pixels.</summary>
internal sealed record Screen(int Width, int Height, bool IsPhone)
{
    public static readonly Screen Desk = new(1440, 900, IsPhone: false);
    public static readonly Screen Phone = new(390, 844, IsPhone: true);
}
