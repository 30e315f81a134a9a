using System.Globalization;
using System.Text;
using Voc.Api.Exports;
using Voc.Ingest;

namespace Voc.Api.Imports;

/// <summary>A row that was refused, as reports show it.</summary>
internal sealed record BadRow(long Line, string? Column, string Message);

/// <summary>Writes refused rows to a CSV that Excel opens: line, column and message. The file is made with the first of them.</summary>
internal sealed class BadRows(string path, CultureInfo reader) : IDisposable
{
    public const string Header = "line,column,message";
    private const int Kept = 20;

    private readonly List<BadRow> _first = [];
    private StreamWriter? _file;

    /// <summary>Where the report is.</summary>
    public string Path { get; } = path;

    /// <summary>Whether there is a report.</summary>
    public bool Any => _file is not null;

    /// <summary>The first twenty.</summary>
    public IReadOnlyList<BadRow> First
    {
        get
        {
            lock (_first)
            {
                return [.. _first];
            }
        }
    }

    public void Add(RejectedRow row)
    {
        if (_file is null)
        {
            // With a byte order mark, or Excel would not show Japanese.
            _file = new StreamWriter(Path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
            _file.WriteLine(Header);
        }
        var bad = new BadRow(row.Line, row.Field, row.Message.In(reader));
        _file.WriteLine($"{bad.Line.ToString(CultureInfo.InvariantCulture)},{CsvCell.Quoted(bad.Column ?? "")},{CsvCell.Quoted(bad.Message)}");
        lock (_first)
        {
            if (_first.Count < Kept)
            {
                _first.Add(bad);
            }
        }
    }

    public void Dispose() => _file?.Dispose();
}
