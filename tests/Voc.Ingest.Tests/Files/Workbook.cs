using System.IO.Compression;
using System.Security;
using System.Text;

namespace Voc.Ingest.Tests.Files;

/// <summary>Writes the parts of a workbook that matter for reading: texts, shared texts, numbers and dates.</summary>
internal static class Workbook
{
    /// <summary>A workbook of one worksheet; a cell is a string, a number, or a date that is stored as a serial number with a date format.</summary>
    public static byte[] Of(params object?[][] rows)
    {
        var shared = new List<string>();
        var sheet = string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((cell, c) => Cell(cell, r, c, shared)))}</row>"));
        return Zip(new()
        {
            ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""",
            ["_rels/.rels"] = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/_rels/workbook.xml.rels"] = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""",
            ["xl/workbook.xml"] = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="回答" sheetId="1" r:id="r1"/></sheets></workbook>""",
            ["xl/styles.xml"] = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>""",
            ["xl/worksheets/sheet1.xml"] = $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>""",
            ["xl/sharedStrings.xml"] = $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{string.Concat(shared.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>""",
        });
    }

    /// <summary>A workbook of which one part was changed.</summary>
    public static byte[] With(string part, Func<string, string> change, params object?[][] rows)
    {
        using var archive = new ZipArchive(new MemoryStream(Of(rows)));
        var parts = archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
        parts[part] = change(parts[part]);
        return Zip(parts);
    }

    /// <summary>A workbook whose worksheet unpacks to more than a gibibyte.</summary>
    public static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 24];
            for (var i = 0; i < 65; i++)
            {
                entry.Write(zeros);
            }
        }

        return file.ToArray();
    }

    private static string Cell(object? cell, int row, int column, List<string> shared)
    {
        var place = $"{(char)('A' + column)}{row + 1}";
        switch (cell)
        {
            case null:
                return "";
            case DateTime date:
                return FormattableString.Invariant($"<c r=\"{place}\" s=\"1\"><v>{date.ToOADate()}</v></c>");
            case string text:
                shared.Add(text);
                return $"<c r=\"{place}\" t=\"s\"><v>{shared.Count - 1}</v></c>";
            default:
                return FormattableString.Invariant($"<c r=\"{place}\"><v>{cell}</v></c>");
        }
    }

    private static byte[] Zip(Dictionary<string, string> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
