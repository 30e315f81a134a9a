namespace Voc.Analysis;

/// <summary>Where the data that comes with the product lies: <c>data</c> beside the program.</summary>
public static class ShippedData
{
    /// <summary>The path of a folder or file in it.</summary>
    public static string Folder(params ReadOnlySpan<string> parts) => Path.Combine([AppContext.BaseDirectory, "data", .. parts]);
}
