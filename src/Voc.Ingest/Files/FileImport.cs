using Voc.Ingest.Decoding;
using Voc.Ingest.Mail;
using Voc.Ingest.Mapping;
using Voc.Ingest.Submissions;
using Voc.Ingest.Surveys;
using Voc.Ingest.Transcripts;

namespace Voc.Ingest.Files;

/// <summary>What to import and how.</summary>
/// <param name="FileName">Name of the file; its extension helps to tell its kind.</param>
/// <param name="Source">Source that the feedback belongs to.</param>
public sealed record FileRequest(string FileName, string Source)
{
    /// <summary>Which column holds which field, or null to go by the preset or to guess.</summary>
    public FieldMapping? Mapping { get; init; }

    /// <summary>Name of a preset of <see cref="SurveyPresets"/>, or null to recognise one.</summary>
    public string? Preset { get; init; }

    /// <summary>Channel of rows where nothing else says it; null for the usual one of the kind of file.</summary>
    public Channel? Channel { get; init; }
}

/// <summary>
/// Opens files for import: CSV, TSV, Excel, JSON Lines, saved review pages, mails and transcripts of calls, also compressed with gzip. Rows are read one by one; memory grows by about forty
/// bytes a row, for telling identical rows apart.
/// </summary>
public sealed class FileImport(IngestContext context)
{
    private const int PreviewRows = 50;
    private const Channel Usual = Channel.Survey;

    /// <summary>Opens a file; reads its beginning and, where it is text, checks the encoding of all of it.</summary>
    /// <param name="stream">A seekable stream; stays open and belongs to the reading until that is disposed.</param>
    /// <param name="request">What to do with it.</param>
    /// <exception cref="UnreadableFileException">Nothing of it can be read as asked.</exception>
    public FileReading Open(Stream stream, FileRequest request)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(request);
        if (FeedbackValidation.CheckSource(request.Source) is { } violation)
        {
            throw new UnreadableFileException(violation.Message);
        }

        if (request.FileName.EndsWith(".msg", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException(MailProblems.OutlookMessage);
        }

        return InflatedStream.IsGzip(stream) ? OpenGzip(stream, request) : OpenPlain(stream, request);
    }

    /// <summary>Reads the first 50 rows as they would be taken in, with all that was found out about the file.</summary>
    /// <param name="stream">A seekable stream; stays open.</param>
    /// <param name="request">What would be done with it.</param>
    /// <exception cref="UnreadableFileException">Nothing of it can be read as asked.</exception>
    public FilePreview Preview(Stream stream, FileRequest request)
    {
        using var reading = Open(stream, request);
        return new(reading.Kind, reading.Encoding, reading.Delimiter, reading.Columns, reading.Mapping, reading.Preset, [.. reading.Rows().Take(PreviewRows)], reading.Notes);
    }

    private FileReading OpenGzip(Stream stream, FileRequest request)
    {
        var inflated = GzipFile.Inflate(stream);
        try
        {
            return OpenPlain(inflated, request with { FileName = GzipFile.NameInside(request.FileName) }) with { Beneath = inflated };
        }
        catch
        {
            inflated.Dispose();
            throw;
        }
    }

    private FileReading OpenPlain(Stream stream, FileRequest request) => FileKinds.Of(stream, request.FileName) switch
    {
        FileKind.JsonLines => OpenJsonLines(stream, request),
        FileKind.Html => SavedPage.Open(stream, request, context),
        FileKind.Mail => MailFile.Open(stream, request, context),
        FileKind.Transcript => TranscriptFile.Open(stream, request, context),
        FileKind.Delimited when HasSpeakers(stream, request.FileName) => TranscriptFile.Open(stream, request, context),
        var kind => OpenTable(OpenedTable.Of(stream, kind, [.. (request.Mapping?.Columns() ?? []).Select(pair => pair.Column)]), request),
    };

    private FileReading OpenJsonLines(Stream stream, FileRequest request)
    {
        var text = DetectedText.Of(stream);
        if (request is { Mapping: not null } or { Preset: not null } || !LooksNative(OpenedTable.ReadBeginning(stream, text)))
        {
            return OpenTable(OpenedTable.JsonLines(stream, text), request);
        }

        return Native(OpenedTable.Reader(stream, text), request) with
        {
            Kind = FileKind.JsonLines,
            Channel = request.Channel ?? Usual,
            Encoding = TextEncodings.Name(text.Encoding),
            RowsTotal = text.Lines,
            Position = () => (stream.Position, stream.Length),
        };
    }

    /// <summary>Lines in the JSON of the HTTP contract need no mapping.</summary>
    private FileReading Native(StreamReader reader, FileRequest request)
    {
        var identity = new RowIdentity(context.Pseudonyms);
        var json = new FeedbackJson(context, new(request.Source, request.Channel ?? Usual) { IsOnlySource = true, Identify = draft => identity.Next(draft, null) });
        var rows = JsonLineRows.Read(reader).Select(line => line.Problem is { } problem ? new RejectedRow(line.Line, null, problem) : json.ReadOne(line.Line, line.Element));
        return new(rows, reader);
    }

    private FileReading OpenTable(OpenedTable opened, FileRequest request)
    {
        try
        {
            var table = opened.Table;
            var (mapping, preset) = Choose(table, request);
            var resolved = ResolvedMapping.Of(mapping, table.Columns, request.Channel ?? Usual);
            var mapper = new RowMapper(resolved, request.Source, context);
            return new(table.Rows.SelectMany(mapper.Map), opened)
            {
                Kind = opened.Kind,
                Channel = Channels.TryParse(mapping.Channel, out var mapped) ? mapped : request.Channel ?? Usual,
                Encoding = opened.Encoding,
                Delimiter = opened.Delimiter,
                RowsTotal = opened.RowsTotal,
                Position = opened.Position,
                Columns = table.Columns,
                Mapping = mapping,
                Preset = preset,
                Notes = mapping.OccurredAt is null ? [NoTime] : [],
            };
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private static (FieldMapping Mapping, string? Preset) Choose(Table table, FileRequest request)
    {
        if (request.Mapping is { } given)
        {
            return (given, null);
        }

        var named = request.Preset is null ? null : SurveyPresets.Find(request.Preset) ?? throw MappingProblems.NoPreset(request.Preset, SurveyPresets.All.Select(known => known.Id));
        if (named?.Missing(table.Columns) is { Count: > 0 } missing)
        {
            throw MappingProblems.PresetDoesNotFit(named.Name, missing, table.Columns);
        }

        var preset = named ?? SurveyPresets.Recognise(table.Columns);
        var columns = ColumnSample.Of(table.Columns, [.. table.Sample.Select(row => row.Cells)]);
        var mapping = preset?.Map(columns) ?? MappingGuess.Of(columns, new());
        return mapping.Text.Count > 0 ? (mapping, preset?.Id) : throw MappingProblems.NoText(table.Columns);
    }

    /// <summary>Plain text is a table unless its lines name speakers.</summary>
    private static bool HasSpeakers(Stream stream, string fileName)
    {
        if (!fileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var start = stream.Position;
        var names = SpeakerLine.Begins(OpenedTable.ReadBeginning(stream, DetectedText.Of(stream)));
        stream.Position = start;
        return names;
    }

    private static bool LooksNative(string beginning) =>
        !OpenedTable.IsArray(beginning) && JsonLineRows.Read(new StringReader(beginning)).Where(line => line.Problem is null).Select(line => HasText(line.Element)).FirstOrDefault();

    private static bool HasText(System.Text.Json.JsonElement element)
    {
        try
        {
            return element.TryGetProperty("text", out _);
        }
        catch (InvalidOperationException)
        {
            return true; // Half a surrogate pair in a name: reading the line says so.
        }
    }

    private static LocalizedText NoTime { get; } = new(
        "日時の列がないため、取り込んだ時刻を日時とします。",
        "There is no column for the time, so the time of the import is taken.");
}
