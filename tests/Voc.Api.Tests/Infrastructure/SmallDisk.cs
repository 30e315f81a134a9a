using System.Diagnostics;
using System.Globalization;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>A test that mounts a disk, which only root may do.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Skip = "Mounting a disk takes root.";
        }
    }
}

/// <summary>A real file system in memory that can be filled to the last byte, emptied again, and made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 4096;

    public SmallDisk(int megabytes)
    {
        Run("mount", "-t", "tmpfs", "-o", $"size={megabytes.ToString(CultureInfo.InvariantCulture)}m", "voc-test", Folder);
        Data = Path.Combine(Folder, "data");
    }

    /// <summary>Where the data folder goes.</summary>
    public string Data { get; }

    private string Folder { get; } = Directory.CreateTempSubdirectory("voc-disk").FullName;

    private string Ballast => Path.Combine(Folder, "ballast");

    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true)
            {
                file.Write(new byte[Block]);
            }
        }
        catch (IOException)
        {
            // Full, as it should be.
        }
    }

    public void Free() => File.Delete(Ballast);

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

    public void MakeWritable() => Run("mount", "-o", "remount,rw", Folder);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
