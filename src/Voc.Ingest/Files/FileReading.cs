using Voc.Ingest.Mapping;

namespace Voc.Ingest.Files;

/// <summary>A file that is being read: what was found out about it, and its rows.</summary>
public sealed record FileReading : IDisposable
{
    private readonly IEnumerable<IngestedRow> _rows;
    private readonly IDisposable? _opened;

    internal FileReading(IEnumerable<IngestedRow> rows, IDisposable? opened) => (_rows, _opened) = (rows, opened);

    /// <summary>Its kind.</summary>
    public FileKind Kind { get; init; }

    /// <summary>The channel of its rows where no column says another.</summary>
    public Channel Channel { get; init; }

    /// <summary>Name of its encoding, such as <c>CP932</c>; null for Excel, HTML and mails.</summary>
    public string? Encoding { get; init; }

    /// <summary>Its delimiter; null where it has none.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Names of its columns; empty where it has none.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The mapping in use: the one given, of the preset, or guessed; null where none is needed.</summary>
    public FieldMapping? Mapping { get; init; }

    /// <summary>The preset that was named or recognised, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>Rows it holds, about: blank rows and stray quotation marks may put it off. Null where it is not known.</summary>
    public long? RowsTotal { get; init; }

    /// <summary>What the user should know before importing.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; init; } = [];

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Progress => Position() is (var done, > 0 and var total) ? Math.Clamp((double)done / total, 0, 1) : 1;

    internal Func<(long Done, long Total)> Position { get; init; } = static () => (1, 1);

    /// <summary>
    /// The rows in file order, good and bad. Can be read once. Throws <see cref="UnreadableFileException"/> where the file is found to be
    /// damaged further on; the rows before that are good.
    /// </summary>
    public IEnumerable<IngestedRow> Rows() => _rows;

    /// <summary>What the file is read from, where that was made for the reading.</summary>
    internal IDisposable? Beneath { get; init; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _opened?.Dispose();
        Beneath?.Dispose();
    }
}

/// <summary>The beginning of a file as it would be taken in.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Encoding">Name of its encoding, or null.</param>
/// <param name="Delimiter">Its delimiter, or null.</param>
/// <param name="Columns">Names of its columns.</param>
/// <param name="Mapping">The mapping given, of the preset, or guessed; null where none is needed.</param>
/// <param name="Preset">The preset that was named or recognised, or null.</param>
/// <param name="Rows">The first 50 rows, good and bad.</param>
/// <param name="Notes">What the user should know before importing.</param>
public sealed record FilePreview(
    FileKind Kind,
    string? Encoding,
    char? Delimiter,
    IReadOnlyList<string> Columns,
    FieldMapping? Mapping,
    string? Preset,
    IReadOnlyList<IngestedRow> Rows,
    IReadOnlyList<LocalizedText> Notes);
