namespace Voc.Analysis.Retrieval;

/// <summary>Texts of the index with ascending identifiers, by columns. Nothing in it changes, but that texts come later.</summary>
internal sealed class Segment
{
    /// <summary>The most texts of a segment, so that a place in it takes 16 bits.</summary>
    public const int Capacity = 1 << 16;

    private SegmentTexts? _texts;

    public required FieldValues Values { get; init; }

    public required long[] Ids { get; init; }

    public required int[] Days { get; init; }

    public required byte[] Channels { get; init; }

    public required sbyte[] Sentiments { get; init; }

    public required short[] Scores { get; init; }

    public required int[] Sources { get; init; }

    public required int[] Products { get; init; }

    public required int[] Topics { get; init; }

    public required int[] Intents { get; init; }

    public required int[] Languages { get; init; }

    public required int[] Segments { get; init; }

    public required int[] ScoreSets { get; init; }

    public required int[] AttributeSets { get; init; }

    public required ulong[] Customers { get; init; }

    public required ulong[] Simhashes { get; init; }

    public required Rows Terms { get; init; }

    public required Rows Opinions { get; init; }

    /// <summary>Set once, when the texts are known.</summary>
    public SegmentTexts? Texts { get => Volatile.Read(ref _texts); set => Volatile.Write(ref _texts, value); }

    public int Count => Ids.Length;
}

/// <summary>A list of ordinals for each text, one behind the other.</summary>
/// <param name="Starts">Where the list of a text begins; one more at the end.</param>
/// <param name="Items">All lists.</param>
internal sealed record Rows(int[] Starts, int[] Items)
{
    public ReadOnlySpan<int> this[int text] => Items.AsSpan(Starts[text], Starts[text + 1] - Starts[text]);

    public int Length(int text) => Starts[text + 1] - Starts[text];
}
