using System.Globalization;

namespace Voc.Api.Exports;

/// <summary>Writes texts to a file as they come, holding none of them.</summary>
internal abstract class ExportWriter : IDisposable
{
    /// <summary>What could not be written as it is so far.</summary>
    public virtual ExportLosses Losses => ExportLosses.None;

    /// <summary>A writer of the format that was asked for.</summary>
    /// <param name="output">Where to; is left open.</param>
    /// <param name="request">How.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="reader">Whose language the headings are in.</param>
    public static ExportWriter Create(Stream output, ExportRequest request, IReadOnlyList<ExportColumn> columns, CultureInfo reader) => request.Format switch
    {
        ExportFormat.Csv => new CsvExportWriter(output, request.Encoding, columns, reader),
        ExportFormat.Xlsx => new XlsxExportWriter(output, columns, reader),
        _ => new JsonLinesExportWriter(output, columns, reader),
    };

    /// <summary>Writes the cover, if there is to be one, and the headings. Once, before any text.</summary>
    public abstract void Begin(ExportCover? cover);

    public abstract void Write(ExportedText text);

    /// <summary>Completes the file. Once, after the last text.</summary>
    public abstract void End();

    public abstract void Dispose();
}
