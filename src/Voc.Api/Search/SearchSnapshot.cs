namespace Voc.Api.Search;

/// <summary>What facets and ranking need of one text. Product, source and topics are ordinals of <see cref="SearchNames"/>.</summary>
internal readonly record struct SearchRow(int Product, int Topics, ushort Source, ushort Month, ushort TermCount, byte Channel, sbyte Sentiment);

/// <summary>
/// The rows of the archive at one moment: sorted arrays and what came since. A text that was deleted may still be in it; only
/// identifiers the index gives are asked for.
/// </summary>
/// <param name="Ids">Ascending.</param>
/// <param name="Rows">At the same places.</param>
/// <param name="Recent">Added or changed after the arrays were made; wins over them.</param>
/// <param name="Names">The names behind the ordinals in the rows.</param>
/// <param name="MeanTermCount">Over all rows of the arrays.</param>
internal sealed record SearchSnapshot(long[] Ids, SearchRow[] Rows, IReadOnlyDictionary<long, SearchRow> Recent, SearchNames Names, double MeanTermCount)
{
    /// <summary>Finds the row of an identifier; <paramref name="place"/> goes from one call to the next, which ask for ascending ones.</summary>
    public bool TryFind(long id, ref int place, out SearchRow row)
    {
        if (Recent.Count > 0 && Recent.TryGetValue(id, out row))
        {
            return true;
        }
        // Galloping: the next match is usually near the last one.
        var (low, step) = (place, 1);
        while (low + step < Ids.Length && Ids[low + step] < id)
        {
            low += step;
            step *= 2;
        }
        var found = Array.BinarySearch(Ids, low, Math.Min(step + 1, Ids.Length - low), id);
        place = found >= 0 ? found : ~found;
        row = found >= 0 ? Rows[found] : default;
        return found >= 0;
    }
}
