using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Voc.Ingest.Social;

/// <summary>
/// Reads a feed of posts in JSON Lines (UTF-8, one post a line; blank lines are passed over) as it comes in, without holding more
/// than one line of it. A line that is no post does not keep the others out.
/// </summary>
public static class SocialFeed
{
    /// <summary>Longest line in bytes.</summary>
    public const int MaximumLine = 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads the posts of a feed; lines are counted from 1.</summary>
    /// <param name="feed">The feed; it is left open.</param>
    /// <param name="posts">Reads one post.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<IngestedRow> ReadAsync(Stream feed, SocialPosts posts, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var pipe = PipeReader.Create(feed, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
        var number = 0L;
        var skipping = false;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (NextLine(ref buffer, read.IsCompleted, out var line))
            {
                number++;
                if (!skipping && ReadLine(number, line, posts) is { } row)
                {
                    yield return row;
                }

                skipping = false;
            }

            if (buffer.Length > MaximumLine)
            {
                if (!skipping)
                {
                    yield return new RejectedRow(number + 1, null, SocialProblems.LineTooLong(MaximumLine));
                }

                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        await pipe.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Reads one line; null where it is blank.</summary>
    internal static IngestedRow? ReadLine(long number, ReadOnlySequence<byte> line, SocialPosts posts)
    {
        var bytes = Trimmed(line.IsSingleSegment ? line.First : line.ToArray());
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (bytes.Length > MaximumLine)
        {
            return new RejectedRow(number, null, SocialProblems.LineTooLong(MaximumLine));
        }

        try
        {
            using var json = JsonDocument.Parse(bytes, Options);
            return posts.Read(number, json.RootElement);
        }
        catch (JsonException)
        {
            return new RejectedRow(number, null, SocialProblems.BrokenLine);
        }
    }

    /// <summary>Without white space around it and without a byte order mark.</summary>
    internal static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return (bytes.Span.StartsWith(mark) ? bytes[mark.Length..] : bytes).Trim(" \t\r\n"u8);
    }

    private static bool NextLine(ref ReadOnlySequence<byte> buffer, bool last, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return true;
        }

        line = buffer;
        if (!last || buffer.IsEmpty)
        {
            return false;
        }

        buffer = buffer.Slice(buffer.End);
        return true;
    }
}
