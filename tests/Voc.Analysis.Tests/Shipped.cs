namespace Voc.Analysis.Tests;

/// <summary>The analyzer over the data that ships, loaded once for all tests.</summary>
internal static class Shipped
{
    public static Analyzer Analyzer { get; } = Analyzer.LoadDefault();
}
