namespace Voc.Analysis.Search;

/// <summary>Edits between two names (Levenshtein, 1966).</summary>
internal static class EditDistance
{
    /// <summary>The distance, or any number above the limit where it is above.</summary>
    public static int Of(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return int.MaxValue;
        }
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                (diagonal, row[j]) = (row[j], Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1));
            }
        }
        return row[b.Length];
    }
}
