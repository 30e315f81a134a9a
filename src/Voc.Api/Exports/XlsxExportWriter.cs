using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Voc.Api.Exports;

/// <summary>
/// A workbook (ECMA-376) with a sheet that says what it is and as many sheets of texts as they need. The parts are written straight
/// into the archive one after the other, so that a million rows need no memory; packages opened for editing hold them all.
/// </summary>
internal sealed class XlsxExportWriter : ExportWriter
{
    /// <summary>Rows of a sheet, the headings included.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>UTF-16 units of a cell.</summary>
    public const int MaxCell = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string HeadingStyle = "1";
    private const string TimeStyle = "2";
    private const string DayStyle = "3";
    private const string TextStyle = "4";

    private static readonly DateTime Epoch = new(1899, 12, 30);

    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly CultureInfo _reader;
    private readonly int _maxRows;
    private readonly ZipArchive _archive;
    private readonly List<string> _sheets = [];
    private XmlWriter? _sheet;
    private int _row;
    private long _cut;

    /// <param name="output">Is left open.</param>
    /// <param name="columns">One or more.</param>
    /// <param name="reader">Language of headings and cover.</param>
    /// <param name="maxRows">Rows after which another sheet begins.</param>
    public XlsxExportWriter(Stream output, IReadOnlyList<ExportColumn> columns, CultureInfo reader, int maxRows = MaxRows)
    {
        (_columns, _reader, _maxRows) = (columns, reader, maxRows);
        _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
    }

    public override ExportLosses Losses => new(0, _cut);

    public override void Begin(ExportCover? cover)
    {
        if (cover is not null)
        {
            BeginSheet(new LocalizedText("検索条件", "Search").In(_reader), [20, 100]);
            foreach (var (name, value) in cover.Lines)
            {
                BeginRow();
                Text(name.In(_reader), HeadingStyle);
                Text(value, TextStyle);
                _sheet!.WriteEndElement();
            }
            EndSheet();
        }
        BeginTexts();
    }

    public override void Write(ExportedText text)
    {
        if (_row == _maxRows)
        {
            EndSheet();
            BeginTexts();
        }
        BeginRow();
        foreach (var column in _columns)
        {
            Cell(column.Value(text));
        }
        _sheet!.WriteEndElement();
    }

    public override void End()
    {
        EndSheet();
        Part("xl/styles.xml", Styles());
        Part("xl/workbook.xml", Workbook());
        Part("xl/_rels/workbook.xml.rels", WorkbookRelations());
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("[Content_Types].xml", ContentTypes());
        _archive.Dispose();
    }

    public override void Dispose()
    {
        _sheet?.Dispose();
        _archive.Dispose();
    }

    private void BeginTexts()
    {
        var name = new LocalizedText("検索結果", "Texts").In(_reader);
        var number = _sheets.Count(s => s.StartsWith(name, StringComparison.Ordinal)) + 1;
        BeginSheet(number == 1 ? name : $"{name} {number.ToString(CultureInfo.InvariantCulture)}", [.. _columns.Select(Width)]);
        BeginRow();
        foreach (var column in _columns)
        {
            Text(column.Heading.In(_reader), HeadingStyle);
        }
        _sheet!.WriteEndElement();
    }

    private void BeginSheet(string name, IReadOnlyList<int> widths)
    {
        _sheets.Add(name);
        _row = 0;
        var part = _archive.CreateEntry($"xl/worksheets/sheet{_sheets.Count.ToString(CultureInfo.InvariantCulture)}.xml", CompressionLevel.Fastest);
        _sheet = XmlWriter.Create(part.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < widths.Count; i++)
        {
            _sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{widths[i]}\" customWidth=\"1\"/>"));
        }
        _sheet.WriteRaw("</cols>");
        _sheet.WriteStartElement("sheetData", Main);
    }

    private void EndSheet()
    {
        _sheet!.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _sheet = null;
    }

    private void BeginRow()
    {
        _row++;
        _sheet!.WriteStartElement("row", Main);
    }

    private void Cell(object? value)
    {
        switch (value)
        {
            case null:
                _sheet!.WriteStartElement("c", Main);
                _sheet.WriteEndElement();
                break;
            case string text:
                Text(text, TextStyle);
                break;
            case IEnumerable<string> list:
                Text(string.Join("; ", list), TextStyle);
                break;
            case double number:
                Number(number, null);
                break;
            case long number when Math.Abs(number) < 1_000_000_000_000_000:
                Number(number, null);
                break;
            case long number:
                // Excel keeps fifteen digits of a number.
                Text(number.ToString(CultureInfo.InvariantCulture), TextStyle);
                break;
            case DateTimeOffset time:
                Number((time.DateTime - Epoch).TotalDays, TimeStyle);
                break;
            case DateOnly day:
                Number((day.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays, DayStyle);
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is no value of a column.", nameof(value));
        }
    }

    private void Number(double value, string? style)
    {
        _sheet!.WriteStartElement("c", Main);
        if (style is not null)
        {
            _sheet.WriteAttributeString("s", style);
        }
        _sheet.WriteElementString("v", Main, value.ToString("R", CultureInfo.InvariantCulture));
        _sheet.WriteEndElement();
    }

    /// <summary>A string as itself: Excel never reads it as a formula.</summary>
    private void Text(string text, string style)
    {
        _sheet!.WriteStartElement("c", Main);
        _sheet.WriteAttributeString("s", style);
        _sheet.WriteAttributeString("t", "inlineStr");
        _sheet.WriteStartElement("is", Main);
        _sheet.WriteStartElement("t", Main);
        _sheet.WriteAttributeString("xml", "space", null, "preserve");
        _sheet.WriteString(Writable(text));
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
    }

    /// <summary>Without what XML cannot hold, and no longer than a cell may be.</summary>
    private string Writable(string text)
    {
        if (text.Length > MaxCell)
        {
            _cut++;
            var end = MaxCell - 1;
            text = text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
        }
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (pair || XmlConvert.IsXmlChar(text[i]))
            {
                clean?.Append(text, i, pair ? 2 : 1);
            }
            else
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                clean.Append('\uFFFD');
            }
            i += pair ? 1 : 0;
        }
        return clean?.ToString() ?? text;
    }

    private static int Width(ExportColumn column) => column.Id switch { "text" => 80, "id" or "occurredAt" or "receivedAt" => 20, "topics" or "topicNames" or "opinions" => 30, _ => 15 };

    private void Part(string name, string xml)
    {
        using var writer = new StreamWriter(_archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(xml);
    }

    /// <summary>Cell formats by their number: plain, heading, time, day, text.</summary>
    private static string Styles() =>
        $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>" +
        "<fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>" +
        "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>" +
        "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>" +
        "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/><xf numFmtId=\"165\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>" +
        "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

    private string Workbook() =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>" +
        string.Concat(_sheets.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"{name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))) +
        "</sheets></workbook>";

    private string WorkbookRelations() =>
        $"<Relationships xmlns=\"{Package}/relationships\">" +
        string.Concat(_sheets.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))) +
        string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{_sheets.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");

    private string ContentTypes()
    {
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
            $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>" +
            string.Concat(_sheets.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{Types}worksheet+xml\"/>"))) +
            "</Types>";
    }
}
