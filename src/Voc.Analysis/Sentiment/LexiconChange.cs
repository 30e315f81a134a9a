namespace Voc.Analysis.Sentiment;

/// <summary>A change of a lexicon: an expression with a meaning that is added or takes the place of one, or that falls silent.</summary>
/// <param name="Expression">In base form.</param>
/// <param name="Sense">Takes the place of a meaning for the same target that does the same; null lets the expression say nothing.</param>
public sealed record LexiconChange(string Expression, LexiconSense? Sense)
{
    /// <summary>The <see cref="LexiconEntry.Group"/> of entries that were added.</summary>
    public const string Group = "own";

    internal void Apply(List<LexiconSense> senses)
    {
        if (Sense is not { } sense)
        {
            var kind = senses.Exists(s => s.Kind == LexiconKind.Surface) ? LexiconKind.Surface : LexiconKind.Word;
            senses.Clear();
            senses.Add(new(0, 0, null, kind));
            return;
        }

        // A sign is found as written and has one meaning; a word is found by its tokens. An expression is one or the other.
        senses.RemoveAll(s => (s.Kind == LexiconKind.Surface) != (sense.Kind == LexiconKind.Surface) || (s.Target == sense.Target && Effect(s.Kind) == Effect(sense.Kind)));
        senses.Add(sense);
    }

    private static int Effect(LexiconKind kind) => kind switch
    {
        LexiconKind.Degree => 1,
        LexiconKind.Raise or LexiconKind.Lower => 2,
        _ => 0,
    };
}
