using System.Globalization;
using System.Text;

namespace Voc.Api.Imports.Folders;

/// <summary>What is written beside a file that was taken from a folder.</summary>
internal static class FolderReport
{
    /// <summary>Whether nothing of the file went in that was not there before.</summary>
    public static bool IsFailed(ImportRow import) =>
        import.State is ImportState.Failed or ImportState.Cancelled || (import.Accepted + import.Duplicates == 0 && import.Rejected > 0);

    /// <summary>Writes the report, and the list of bad rows where there is one.</summary>
    /// <param name="import">The import, which has ended.</param>
    /// <param name="moved">Where the file is moved to; the reports have its name with an ending.</param>
    /// <param name="badRows">The list of bad rows, which may not exist.</param>
    public static void Write(ImportRow import, string moved, string badRows)
    {
        if (File.Exists(badRows))
        {
            File.Copy(badRows, moved + ".bad-rows.csv", overwrite: true);
        }
        // With a byte order mark, or an editor of Windows may take it for CP932.
        File.WriteAllText(PathOf(moved), Text(import).In(CultureInfo.GetCultureInfo(import.Culture)).ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }

    /// <summary>Where the report on a file is that was moved.</summary>
    public static string PathOf(string moved) => moved + ".report.txt";

    /// <summary>What the people who look after the source should know of files that could not be taken in.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="last">The last import of the source that failed, or null.</param>
    public static LocalizedText Unread(int count, ImportRow? last)
    {
        var reason = last is null ? "" : $"{last.FileName}: {last.Error} ";
        return new(
            $"{reason}取り込めなかったファイルが failed フォルダーに {count:N0} 件あります。理由は .report.txt にあります。直して入れ直し、要らなくなったら failed から消してください。",
            $"{reason}{count:N0} files that could not be taken in are in the folder failed; .report.txt says why. Mend them, put them in again, and delete them from failed.");
    }

    private static LocalizedText Text(ImportRow import)
    {
        var (ja, en) = import.State switch
        {
            ImportState.Failed => ($"取り込めませんでした。{import.Error}\n直したら、もう一度フォルダーに入れてください。", $"It could not be taken in. {import.Error}\nMend it and put it into the folder again."),
            ImportState.Cancelled => ("取り込みは途中で中止されました。残りを取り込むには、もう一度フォルダーに入れてください。", "The import was cancelled. Put the file into the folder again for the rest."),
            ImportState.Undone => ("取り込みは取り消されました。", "The import was undone."),
            _ when IsFailed(import) => ("1 行も取り込めませんでした。", "Not one row could be taken in."),
            _ => ("取り込みました。", "Taken in."),
        };
        var badJa = import.Rejected > 0 ? "不備のある行と直し方は、同じ名前の .bad-rows.csv にあります。直した行だけでも、ファイル全体でも、もう一度入れれば二重には数えません。\n" : "";
        var badEn = import.Rejected > 0 ? "The bad rows and how to mend them are in the .bad-rows.csv of the same name. Put in the mended rows or the whole file again; nothing is counted twice.\n" : "";
        return new(
            $"{import.FileName}\n{ja}\n\n登録 {import.Accepted:N0} 件、重複 {import.Duplicates:N0} 件、不備 {import.Rejected:N0} 行（全 {import.RowsRead:N0} 行）\n{badJa}",
            $"{import.FileName}\n{en}\n\n{import.Accepted:N0} added, {import.Duplicates:N0} known already, {import.Rejected:N0} bad, of {import.RowsRead:N0} rows\n{badEn}");
    }
}
