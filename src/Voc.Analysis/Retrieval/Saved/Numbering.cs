namespace Voc.Analysis.Retrieval.Saved;

/// <summary>
/// New ordinals for those that are used, so that what is saved holds nothing of texts that are gone. The most frequent come first,
/// whose numbers then take the fewest bytes.
/// </summary>
internal sealed class Numbering
{
    private readonly int[] _numbers;

    private Numbering(int[] ordinals, int count)
    {
        (Ordinals, _numbers) = (ordinals, new int[count]);
        for (var number = 0; number < ordinals.Length; number++)
        {
            _numbers[ordinals[number]] = number;
        }
    }

    /// <summary>The old ordinals in the order of the new.</summary>
    public int[] Ordinals { get; }

    /// <summary>The new ordinal of an old one that is used.</summary>
    public int this[int ordinal] => _numbers[ordinal];

    /// <summary>Numbers what is used.</summary>
    /// <param name="uses">How often each ordinal is used.</param>
    /// <param name="first">How many of the first keep their numbers, used or not.</param>
    public static Numbering Of(int[] uses, int first = 0) => new(
        [.. Enumerable.Range(0, uses.Length).Where(o => o < first || uses[o] > 0).OrderBy(o => o < first ? 0 : 1).ThenByDescending(o => o < first ? -o : uses[o]).ThenBy(o => o)],
        uses.Length);
}
