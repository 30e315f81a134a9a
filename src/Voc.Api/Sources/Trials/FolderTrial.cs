using System.Text.Json;
using Voc.Api.Imports.Folders;

namespace Voc.Api.Sources.Trials;

/// <summary>Checks that a watched folder can be read and files in it moved, and looks what waits there. Leaves nothing behind but the folder.</summary>
internal sealed class FolderTrial(VocOptions options)
{
    private const int Named = 5;

    /// <summary>What was found, or null with what is wrong added to the problems.</summary>
    public LocalizedText? Look(JsonElement settings, List<LocalizedText> problems)
    {
        if (FolderSettings.Of(settings)?.Folder is not { } name)
        {
            return null; // Said as wrong settings.
        }
        var folder = new DirectoryInfo(Path.Combine(options.WatchRoot, name));
        try
        {
            folder.Create();
            var probe = Path.Combine(folder.FullName, $".voc-test-{Guid.NewGuid():N}.tmp");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            var waiting = folder.EnumerateFiles().Where(WatchedFolders.IsWhole).Select(file => file.Name).Order(StringComparer.Ordinal).ToList();
            return Found(folder.FullName, waiting);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(
                $"フォルダー {folder.FullName} を読み書きできません。Voc を動かす利用者に、読み取りと書き込みの権限を与えてください。",
                $"The folder {folder.FullName} cannot be read and written. Give the user that runs Voc leave to do both."));
            return null;
        }
    }

    private static LocalizedText Found(string path, List<string> waiting)
    {
        var (names, more) = (string.Join("、", waiting.Take(Named)), waiting.Count > Named);
        return waiting.Count == 0
            ? new($"フォルダー {path} を読み書きできます。待っているファイルはありません。下の例は次のように取り込まれます。", $"The folder {path} can be read and written. No file waits there. The example below would be taken in like this.")
            : new(
                $"フォルダー {path} を読み書きできます。{waiting.Count} 個のファイルが待っています（{names}{(more ? "、…" : "")}）。",
                $"The folder {path} can be read and written. {waiting.Count} file(s) wait there ({string.Join(", ", waiting.Take(Named))}{(more ? ", …" : "")}).");
    }
}
