using System.Text.Json;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;
using Voc.Api.Problems;

namespace Voc.Api.Commands;

/// <summary>The work of <c>classify predict</c>: a line for each row that has a text, in order, on every core.</summary>
internal sealed class ClassifierPredictionRun(FileInfo model, FileInfo file, string textColumn)
{
    private const int Batch = 4_096;
    private readonly ClassifierInput _input = new([("--text", textColumn)]);
    private long _answered;

    public async Task<int> RunAsync(Tokenizer tokenizer, CancellationToken cancellationToken)
    {
        var classifier = Load(tokenizer);
        await using var output = Console.OpenStandardOutput();
        await ProgressLine.RunAsync(() => Task.Run(() => Answer(classifier, output, cancellationToken), cancellationToken), () => (Counts(), _input.Progress));
        await Console.Error.WriteLineAsync(Counts());
        return 0;
    }

    private TextClassifier Load(Tokenizer tokenizer)
    {
        using var stream = model.OpenRead();
        using var buffered = new BufferedStream(stream, 1 << 20);
        return TextClassifier.Load(buffered, model.Name, tokenizer);
    }

    private void Answer(TextClassifier classifier, Stream output, CancellationToken cancellationToken)
    {
        foreach (var batch in _input.Read(file).Chunk(Batch))
        {
            var answers = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(row => (Row: row.Number, Answer: classifier.Classify(row.Cells[0]))).ToList();
            using var lines = new MemoryStream();
            foreach (var (row, answer) in answers)
            {
                Write(lines, row, answer);
            }

            lines.WriteTo(output);
            _answered += answers.Count;
        }
    }

    private static void Write(Stream lines, long row, Classification answer)
    {
        using (var json = new Utf8JsonWriter(lines, AnalysisJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("row", row);
            json.WriteString("label", answer.Label);
            json.WriteNumber("confidence", Math.Round(answer.Confidence, 4));
            json.WriteEndObject();
        }

        lines.WriteByte((byte)'\n');
    }

    private string Counts() => new LocalizedText(
        $"{_answered:N0} 行にラベルを付け、{_input.Skipped:N0} 行を飛ばしました",
        $"{_answered:N0} rows labelled, {_input.Skipped:N0} passed over").Say();
}
