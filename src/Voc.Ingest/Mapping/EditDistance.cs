namespace Voc.Ingest.Mapping;

/// <summary>The least number of insertions, deletions and replacements between two names (Levenshtein, 1966).</summary>
internal static class EditDistance
{
    private const int MaxLength = 64;

    /// <summary>The distance of the first 64 units of each.</summary>
    public static int Of(string a, string b)
    {
        var left = a.AsSpan(0, Math.Min(a.Length, MaxLength));
        var right = b.AsSpan(0, Math.Min(b.Length, MaxLength));
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
