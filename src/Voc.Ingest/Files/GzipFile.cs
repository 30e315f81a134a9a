using Voc.Ingest.Decoding;

namespace Voc.Ingest.Files;

/// <summary>Files that came compressed: readers go back and forth in a file, so it is inflated beside it first.</summary>
internal static class GzipFile
{
    private static readonly InflationLimits Limits = new(4L << 30);

    /// <summary>Inflates to a file that only this user can read and that goes with its stream.</summary>
    /// <exception cref="UnreadableFileException">It is damaged, or holds too much.</exception>
    public static Stream Inflate(Stream stream)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var inflated = new FileStream(Path.Combine(Path.GetTempPath(), "voc-" + Path.GetRandomFileName()), options);
        try
        {
            using var gzip = new InflatedStream(stream, Limits);
            gzip.CopyTo(inflated);
            inflated.Position = 0;
            return inflated;
        }
        catch
        {
            inflated.Dispose();
            throw;
        }
    }

    /// <summary>The name of what is inside: <c>voice.csv</c> of <c>voice.csv.gz</c>.</summary>
    public static string NameInside(string fileName) => Path.GetExtension(fileName).Equals(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(fileName) : fileName;
}
