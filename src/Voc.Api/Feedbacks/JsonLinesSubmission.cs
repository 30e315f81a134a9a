using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Ingest;
using Voc.Ingest.Files;
using Voc.Ingest.Submissions;

namespace Voc.Api.Feedbacks;

/// <summary>A line that was refused, from 1.</summary>
internal sealed record RejectedLine(long Line, string? Field, string Message);

/// <summary>What became of JSON Lines; of the refused ones the first are listed.</summary>
internal sealed record LinesResult(long Lines, long Accepted, long Duplicates, long Rejected, IReadOnlyList<RejectedLine> Problems);

/// <summary>
/// JSON Lines of any length, read as they come: a part is durable before the next one is read, so the sender is held back by what the
/// store takes. When the inbox is full it waits. A stream that breaks keeps what was whole; the same again adds nothing.
/// </summary>
internal sealed class JsonLinesSubmission(FeedbackJson json, Intake intake, Inbox inbox, VocOptions options, TimeProvider time)
{
    public const string ContentType = "application/x-ndjson";
    public const int MaxProblems = 1000;
    public const int MaxLine = 1 << 20;
    private const int BatchLines = 500;
    private const int BatchBytes = 4 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly FeedbackJson _json = json;
    private readonly Intake _intake = intake;
    private readonly Inbox _inbox = inbox;
    private readonly TimeProvider _time = time;
    private readonly int _capacity = options.InboxCapacity;

    public static bool IsMeant(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim().ToUpperInvariant() is "APPLICATION/X-NDJSON" or "APPLICATION/NDJSON" or "APPLICATION/JSONL" or "APPLICATION/X-JSONLINES";

    public async Task<IResult> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }
        var run = new Run(this, RequestBody.Reader(request, long.MaxValue));
        try
        {
            await run.ReadAsync(cancellationToken);
            return TypedResults.Accepted((string?)null, run.Result);
        }
        catch (UnreadableFileException gzip)
        {
            var kept = run.Result;
            return Problem.Of(400, Problem.InvalidRequest, new(
                $"{gzip.Problem.Ja}{kept.Lines:N0} 行目までは受け付けました（新規 {kept.Accepted:N0} 件）。同じ内容をもう一度送っても二重にはなりません。",
                $"{gzip.Problem.En} Up to line {kept.Lines:N0} it was taken in ({kept.Accepted:N0} new); sending the same again adds nothing twice."), "gzip");
        }
    }

    private sealed class Run(JsonLinesSubmission door, PipeReader body)
    {
        private readonly List<RejectedLine> _problems = [];
        private readonly List<IngestedRow> _batch = [];
        private readonly int _batchLines = Math.Clamp(door._capacity, 1, BatchLines);
        private long _batchBytes;
        private long _lines;
        private long _taken;
        private long _accepted;
        private long _duplicates;
        private long _rejected;
        private bool _skipping;

        public LinesResult Result => new(_taken, _accepted, _duplicates, _rejected, _problems);

        public async Task ReadAsync(CancellationToken cancellationToken)
        {
            try
            {
                while (true)
                {
                    // A sender who left is seen at the end of what arrived, and not before.
                    var read = await body.ReadAsync(CancellationToken.None);
                    var rest = await TakeLinesAsync(read.Buffer, cancellationToken);
                    if (read.IsCompleted)
                    {
                        if (rest.Length > 0 || _skipping)
                        {
                            Take(rest);
                        }
                        body.AdvanceTo(read.Buffer.End);
                        break;
                    }
                    body.AdvanceTo(rest.Start, read.Buffer.End);
                }
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException or UnreadableFileException)
            {
                // What is whole of a broken stream is kept, while the inbox has room: nobody waits for an answer any more.
                await StoreAsync(TimeSpan.Zero, CancellationToken.None);
                throw;
            }
            await StoreAsync(Patience, cancellationToken);
        }

        /// <summary>Takes the whole lines and returns what is left.</summary>
        private async Task<ReadOnlySequence<byte>> TakeLinesAsync(ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                Take(buffer.Slice(0, end));
                buffer = buffer.Slice(buffer.GetPosition(1, end));
                if (_batch.Count >= _batchLines || _batchBytes >= BatchBytes)
                {
                    await StoreAsync(Patience, cancellationToken);
                }
            }
            if (buffer.Length <= MaxLine)
            {
                return buffer;
            }
            _skipping = true;
            return buffer.Slice(buffer.End);
        }

        private void Take(ReadOnlySequence<byte> line)
        {
            _lines++;
            if (_skipping || line.Length > MaxLine)
            {
                _skipping = false;
                _batch.Add(new RejectedRow(_lines, null, new(
                    $"行が長すぎます（上限 {MaxLine >> 20} MB）。1 行に 1 件ずつ書いてください。",
                    $"The line is too long (at most {MaxLine >> 20} MB). Write one object a line.")));
                return;
            }
            var utf8 = line.ToArray();
            if (utf8.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            {
                return;
            }
            _batchBytes += utf8.Length;
            try
            {
                using var document = SubmittedJson.Parse(utf8, _lines - 1);
                _batch.Add(door._json.ReadOne(_lines, document.RootElement));
            }
            catch (MalformedJsonException malformed)
            {
                _batch.Add(new RejectedRow(_lines, null, malformed.Text));
            }
        }

        private async Task StoreAsync(TimeSpan patience, CancellationToken cancellationToken)
        {
            while (_batch.Count > 0)
            {
                try
                {
                    Count(await door._intake.AcceptAsync(_batch, CancellationToken.None));
                    _batch.Clear();
                    _batchBytes = 0;
                }
                catch (InboxFullException) when (patience > TimeSpan.Zero)
                {
                    await Task.Delay(patience, door._time, cancellationToken);
                    door._inbox.Recount();
                }
            }
            _taken = _lines;
        }

        private void Count(SubmissionResult part)
        {
            var duplicates = part.Accepted.Count(accepted => accepted.Duplicate);
            _accepted += part.Accepted.Count - duplicates;
            _duplicates += duplicates;
            _rejected += part.Rejected.Count;
            _problems.AddRange(part.Rejected.Take(MaxProblems - _problems.Count).Select(bad => new RejectedLine(bad.Index, bad.Field, bad.Message)));
        }
    }
}
