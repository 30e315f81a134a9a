using System.IO.Compression;
using Voc.Ingest.Files;

namespace Voc.Ingest.Decoding;

/// <summary>How much a gzip stream may hold.</summary>
/// <param name="Bytes">Most bytes it may inflate to.</param>
/// <param name="Ratio">Most bytes inflated for each byte read; texts of feedback stay far below 100.</param>
public sealed record InflationLimits(long Bytes, int Ratio = 200);

/// <summary>
/// Inflates gzip while it is read, forward only, and refuses what grows beyond its limits: a few kilobytes can be made to hold gigabytes.
/// What is damaged or refused throws <see cref="UnreadableFileException"/>; what was read before that is good.
/// </summary>
public sealed class InflatedStream : Stream
{
    /// <summary>Short inputs may repeat themselves as they like.</summary>
    private const long RatioCountsFrom = 4 << 20;

    private readonly Counted _deflated;
    private readonly GZipStream _gzip;
    private readonly InflationLimits _limits;
    private long _inflated;

    /// <summary>Begins to inflate.</summary>
    /// <param name="deflated">The gzip stream; stays open.</param>
    /// <param name="limits">How much it may hold.</param>
    public InflatedStream(Stream deflated, InflationLimits limits)
    {
        _deflated = new Counted(deflated);
        _gzip = new GZipStream(_deflated, CompressionMode.Decompress);
        _limits = limits;
    }

    /// <summary>Whether a stream holds gzip, by its first bytes; it is back where it was afterwards.</summary>
    public static bool IsGzip(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var start = stream.Position;
        Span<byte> head = stackalloc byte[2];
        var length = stream.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        stream.Position = start;
        return length == 2 && head[0] == 0x1F && head[1] == 0x8B;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => _inflated; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Checked(_gzip.Read(buffer), buffer.Length);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Checked(await _gzip.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Checked(int read, int wanted)
    {
        _inflated += read;
        if (read == 0 && wanted > 0 && _deflated.Count > 0 && _deflated.LastFour != (uint)_inflated)
        {
            // The framework takes a stream that is cut off for one that ends; the length at its end tells (RFC 1952).
            throw Damaged();
        }

        if (_inflated > _limits.Bytes)
        {
            throw new UnreadableFileException(new(
                $"gzip を展開すると {Size(_limits.Bytes)} を超えます。分けて送ってください。",
                $"The gzip inflates to more than {Size(_limits.Bytes)}. Send it in parts."));
        }

        return _inflated <= RatioCountsFrom || _inflated <= _deflated.Count * _limits.Ratio ? read : throw new UnreadableFileException(new(
            $"gzip の圧縮率が高すぎます（{_limits.Ratio} 倍を超えて膨らみます）。圧縮せずに送ってください。",
            $"The gzip inflates more than {_limits.Ratio} times, which no text does. Send it uncompressed."));
    }

    private static string Size(long bytes) => bytes >= 1L << 30 ? $"{bytes >> 30} GB" : $"{bytes >> 20} MB";

    private static UnreadableFileException Damaged() => new(new(
        "gzip として読めません。壊れているか、途中で切れているか、いくつかをつないだものです。1 つに圧縮し直してください。",
        "This is no whole gzip: it is damaged or cut off, or several are joined. Compress it again as one."));

    /// <summary>Counts what is read; stays open when disposed.</summary>
    private sealed class Counted(Stream inner) : Stream
    {
        public long Count { get; private set; }

        /// <summary>The last four bytes read, little-endian: at the end, the length of what is inside.</summary>
        public uint LastFour { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            return Note(buffer[..inner.Read(buffer)]);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            return Note(buffer.Span[..read]);
        }

        private int Note(ReadOnlySpan<byte> read)
        {
            Count += read.Length;
            foreach (var value in read[Math.Max(0, read.Length - 4)..])
            {
                LastFour = (LastFour >> 8) | ((uint)value << 24);
            }

            return read.Length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
