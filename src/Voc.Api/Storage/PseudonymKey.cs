using System.Security.Cryptography;

namespace Voc.Api.Storage;

/// <summary>
/// The secret behind customers' pseudonyms. It is made once for an installation; with another key the same customer would become
/// somebody else, so it is part of a backup.
/// </summary>
internal static class PseudonymKey
{
    public const string FileName = "pseudonym.key";
    private const int Length = 32;

    /// <summary>The installation's key, made now where there is none yet. Safe against other processes that do the same.</summary>
    public static byte[] Of(VocOptions options)
    {
        var path = options.PathOf(FileName);
        if (!File.Exists(path))
        {
            Create(path);
        }
        var key = File.ReadAllBytes(path);
        return key.Length == Length
            ? key
            : throw new InvalidDataException($"{path}: {key.Length} bytes instead of {Length}. Put the file back from a backup; a new key would give every customer a new pseudonym.");
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        var own = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            own.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var file = new FileStream(unfinished, own))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished); // Another process was first.
        }
    }
}
