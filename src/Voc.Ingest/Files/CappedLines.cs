namespace Voc.Ingest.Files;

/// <summary>Reads lines up to a length; of a longer one only the fact that it is too long is kept.</summary>
internal static class CappedLines
{
    /// <summary>Longest line in UTF-16 units: 2 million, room for the longest text with every character escaped.</summary>
    public const int MaxLine = 2_000_000;

    private const int BufferSize = 1 << 14;

    /// <summary>The lines with their numbers from 1; null for one that is too long.</summary>
    public static IEnumerable<(long Number, string? Line)> Read(TextReader text)
    {
        var buffer = new char[BufferSize];
        var line = new System.Text.StringBuilder();
        long number = 1;
        var tooLong = false;
        for (int read; (read = text.ReadBlock(buffer, 0, BufferSize)) > 0;)
        {
            var start = 0;
            for (int end; (end = Array.IndexOf(buffer, '\n', start, read - start)) >= 0; start = end + 1)
            {
                Append(buffer.AsSpan(start, end - start));
                yield return (number++, tooLong ? null : line.ToString());
                line.Clear();
                tooLong = false;
            }

            Append(buffer.AsSpan(start, read - start));
        }

        if (tooLong || line.Length > 0)
        {
            yield return (number, tooLong ? null : line.ToString());
        }

        void Append(ReadOnlySpan<char> part)
        {
            tooLong |= line.Length + part.Length > MaxLine;
            if (!tooLong)
            {
                line.Append(part);
            }
        }
    }
}
