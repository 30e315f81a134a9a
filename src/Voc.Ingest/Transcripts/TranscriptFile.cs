using System.Text;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;
using Voc.Ingest.Mapping;

namespace Voc.Ingest.Transcripts;

/// <summary>Opens the transcript of one call: one feedback, of what the customer said and nobody else.</summary>
internal static class TranscriptFile
{
    private const long MaxBytes = 16 << 20;
    private const int MaxSpeakers = 20;

    /// <summary>Reads the call.</summary>
    /// <exception cref="UnreadableFileException">It is too large, names no speaker, or is mapped otherwise than by its speakers.</exception>
    public static FileReading Open(Stream stream, FileRequest request, IngestContext context)
    {
        if (stream.Length > MaxBytes)
        {
            throw new UnreadableFileException(new("会話の記録が大きすぎます（上限 16 MB）。1 通話を 1 ファイルにしてください。", "The transcript is too large (at most 16 MB). Write one call a file."));
        }

        var detected = DetectedText.Of(stream);
        using var reader = OpenedTable.Reader(stream, detected);
        List<(long Number, string? Line)> lines = [.. CappedLines.Read(reader)];
        var isCued = lines.Exists(line => line.Line?.Contains("-->", StringComparison.Ordinal) == true && line.Line.AsSpan().Trim() is [>= '0' and <= '9', ..]);
        List<Turn> turns = [.. isCued ? CueTurns.WithoutRepeats(CueTurns.Read(lines)) : PlainTurns.Read(lines)];
        var labels = Labels(turns, context);
        var given = request.Mapping;
        if (given is not null && given.Columns().Count() != given.Text.Count)
        {
            throw new UnreadableFileException(new(
                "会話の記録には列がありません。マッピングには text（お客様の話者）と channel だけを書いてください。",
                "A transcript has no columns. Give only text (the speaker that is the customer) and channel in its mapping."));
        }

        var channel = given?.Channel is not { } name ? request.Channel ?? Channel.CallNote : Channels.TryParse(name, out var named) ? named : throw MappingProblems.NoChannel(name);
        var mapping = new FieldMapping { Text = Customers(given, turns, labels), Channel = channel.Name() };
        return new([mapping.Text.Count > 0 ? Call(turns, labels, mapping.Text, channel, request, context) : NoCustomer(labels)], null)
        {
            Kind = FileKind.Transcript,
            Channel = channel,
            Encoding = TextEncodings.Name(detected.Encoding),
            Columns = [.. labels.Values.Distinct()],
            Mapping = mapping,
            RowsTotal = 1,
            Notes = CallTime.Of(request.FileName, context.TimeZone) is null ? [NoTime] : [],
        };
    }

    /// <summary>What each speaker is called here: the name of a role stays, that of a person becomes a number.</summary>
    private static Dictionary<string, string> Labels(List<Turn> turns, IngestContext context)
    {
        var labels = new Dictionary<string, string>();
        foreach (var speaker in turns.Select(turn => turn.Speaker).OfType<string>())
        {
            if (!labels.ContainsKey(speaker))
            {
                var plain = Roles.Of(speaker) is not Role.Unknown && context.Masking.Now.Mask(speaker).Text == speaker;
                labels[speaker] = plain ? speaker : $"#{labels.Count + 1}";
            }
        }

        return labels;
    }

    private static IReadOnlyList<string> Customers(FieldMapping? given, List<Turn> turns, Dictionary<string, string> labels)
    {
        if (labels.Count == 0)
        {
            throw new UnreadableFileException(new(
                "話者が書かれていません。WebVTT なら <v お客様>、SRT とテキストなら「お客様：」のように、話者の名前を発言の前に書いてください。",
                "No speaker is named. Write them before what they say: <v Customer> in WebVTT, “Customer:” in SRT and plain text."));
        }

        if (given is null)
        {
            return [.. Roles.Customer([.. labels.Keys], turns).Select(name => labels[name]).Distinct()];
        }

        IReadOnlyList<string> customers = [.. given.Text.Where(name => labels.ContainsKey(name) || labels.ContainsValue(name)).Select(name => labels.GetValueOrDefault(name, name)).Distinct()];
        return customers.Count > 0 ? customers : throw new UnreadableFileException(new(
            $"マッピングの text に指定された話者はこのファイルにいません。ファイルにある話者：{Seen(labels)}（# は出てきた順です）。",
            $"The speaker that text of the mapping names is not in this file. It has: {Seen(labels)} (# counts them as they appear)."));
    }

    private static string Seen(Dictionary<string, string> labels) => string.Join(", ", labels.Values.Distinct().Take(MaxSpeakers).Select(Values.ValueProblems.Short));

    private static RejectedRow NoCustomer(Dictionary<string, string> labels) => new(1, "text", new(
        $"どの話者がお客様か分かりません。マッピングの text に話者を指定してください（{{\"text\": \"#2\"}} など）。ファイルにある話者：{Seen(labels)}（# は出てきた順です）。",
        $"Which speaker is the customer cannot be told. Name them in text of a mapping (such as {{\"text\": \"#2\"}}). The file has: {Seen(labels)} (# counts them as they appear)."));

    private static IngestedRow Call(
        List<Turn> turns, Dictionary<string, string> labels, IReadOnlyList<string> customers, Channel channel, FileRequest request, IngestContext context)
    {
        var said = turns.Where(turn => turn is { Speaker: not null, Text.Length: > 0 } && customers.Contains(labels[turn.Speaker])).ToList();
        var whole = string.Join('\n', turns.Select(turn => $"{turn.Speaker}\u001F{turn.Text}"));
        var time = CallTime.Of(request.FileName, context.TimeZone);
        return new FeedbackIntake(context).Take(said.Count > 0 ? said[0].Line : 1, new FeedbackDraft
        {
            Source = request.Source,
            ExternalId = "call-" + Convert.ToHexStringLower(context.Pseudonyms.Digest($"{time?.UtcTicks}\u001F{whole}".Normalize(NormalizationForm.FormC))),
            Channel = channel,
            Text = string.Join('\n', said.Select(turn => turn.Text)),
            OccurredAt = time,
        });
    }

    private static LocalizedText NoTime { get; } = new(
        "ファイル名に日時（20250601_1030 など）がないため、取り込んだ時刻を日時とします。",
        "The name of the file tells no time (such as 20250601_1030), so the time of the import is taken.");
}
