using System.Globalization;
using System.Text;

namespace Voc.Api.Exports;

/// <summary>Comma-separated values (RFC 4180) that Excel opens: byte order mark or CP932, CRLF, no cell that is a formula.</summary>
internal sealed class CsvExportWriter : ExportWriter
{
    private readonly IReadOnlyList<ExportColumn> _columns;
    private readonly CultureInfo _reader;
    private readonly StreamWriter _file;
    private readonly CountingFallback? _fallback;

    public CsvExportWriter(Stream output, ExportEncoding encoding, IReadOnlyList<ExportColumn> columns, CultureInfo reader)
    {
        (_columns, _reader) = (columns, reader);
        _fallback = encoding == ExportEncoding.Cp932 ? new CountingFallback() : null;
        var used = _fallback is null
            ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
            : CodePagesEncodingProvider.Instance.GetEncoding(932, _fallback, DecoderFallback.ReplacementFallback)!;
        _file = new StreamWriter(output, used, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
    }

    public override ExportLosses Losses => new(_fallback?.Count ?? 0, 0);

    public override void Begin(ExportCover? cover)
    {
        if (cover is not null)
        {
            _file.WriteLine(CsvCell.Quoted(cover.Line(_reader)));
        }
        _file.WriteLine(string.Join(',', _columns.Select(c => CsvCell.Quoted(c.Heading.In(_reader)))));
    }

    public override void Write(ExportedText text)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (i > 0)
            {
                _file.Write(',');
            }
            _file.Write(Cell(_columns[i].Value(text)));
        }
        _file.WriteLine();
    }

    public override void End() => _file.Flush();

    public override void Dispose() => _file.Dispose();

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => CsvCell.Quoted(text),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<string> list => CsvCell.Quoted(string.Join("; ", list)),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of a column.", nameof(value)),
    };

    /// <summary>Writes 〓 for what the encoding does not have, as Japanese type does, and counts.</summary>
    private sealed class CountingFallback : EncoderFallback
    {
        public long Count { get; private set; }

        public override int MaxCharCount => 1;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(CountingFallback owner) : EncoderFallbackBuffer
        {
            private bool _waits;

            public override int Remaining => _waits ? 1 : 0;

            public override bool Fallback(char charUnknown, int index) => Replace();

            public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Replace();

            public override char GetNextChar()
            {
                var next = _waits ? '〓' : '\0';
                _waits = false;
                return next;
            }

            public override bool MovePrevious() => false;

            private bool Replace()
            {
                owner.Count++;
                return _waits = true;
            }
        }
    }
}
