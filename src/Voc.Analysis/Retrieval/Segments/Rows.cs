namespace Voc.Analysis.Retrieval.Segments;

/// <summary>A list of ordinals for each text, one behind the other.</summary>
/// <param name="Starts">Where the list of a text begins; one more at the end.</param>
/// <param name="Items">All lists.</param>
internal sealed record Rows(int[] Starts, int[] Items)
{
    public int Count => Starts.Length - 1;

    public ReadOnlySpan<int> this[int text] => Items.AsSpan(Starts[text], Starts[text + 1] - Starts[text]);

    public int Length(int text) => Starts[text + 1] - Starts[text];
}
