namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// The distinct values of fields, shared by all segments. The first product and the first customer segment are those of texts
/// without one.
/// </summary>
internal sealed class FieldValues
{
    public FieldValues()
    {
        Topics = new(Labelled);
        Intents = new(Labelled);
        Attributes = new(json => AttributeSet.Read(json, this));
        Products.Of("");
        CustomerSegments.Of("");
    }

    public Interned<FieldValue> Products { get; } = new(FieldValue.Of);

    public Interned<FieldValue> Sources { get; } = new(FieldValue.Of);

    public Interned<FieldValue> Languages { get; } = new(FieldValue.Of);

    public Interned<FieldValue> CustomerSegments { get; } = new(FieldValue.Of);

    /// <summary>Topics and intents one by one.</summary>
    public Interned<FieldValue> Labels { get; } = new(FieldValue.Of);

    public Interned<LabelSet> Topics { get; }

    public Interned<LabelSet> Intents { get; }

    public Interned<ScoreSet> Scores { get; } = new(ScoreSet.Read);

    public Interned<FieldValue> AttributeNames { get; } = new(FieldValue.Of);

    public Interned<FieldValue> AttributeValues { get; } = new(FieldValue.Of);

    public Interned<AttributeSet> Attributes { get; }

    private LabelSet Labelled(string labels)
    {
        string[] names = [.. labels.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return new LabelSet(names, [.. names.Select(Labels.Of)]);
    }
}
