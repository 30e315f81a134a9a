namespace Voc.Analysis.Opinions;

/// <summary>What an expression says once its parts are taken apart: 速度が遅い is 遅い of 速度, 話にならない is 話になる, negated.</summary>
/// <param name="Expression">In base form, without negation.</param>
/// <param name="Target">What it is said of where the expression itself holds that; else empty.</param>
/// <param name="Negated">Whether the expression itself holds a negation.</param>
internal readonly record struct Statement(string Expression, TokenRange Target, bool Negated)
{
    // Idioms stay whole: the eyes of 目が覚める are not what it is about.
    private const string Idioms = "idioms";

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Inseparable = TailReader.Set(
        "頭", "腹", "胸", "目", "手", "気", "口", "耳", "足", "肩", "息", "よう", "打ち所", "どころ", "笑い", "涙", "価値", "甲斐", "責任", "可", "申し分", "しょ", "鼻", "血", "心", "背筋", "寒気", "虫酸");

    /// <summary>Takes apart an expression of the lexicon found in a passage.</summary>
    public static Statement Of(Passage p, TokenRange words, string expression, string group, TokenRange sentence)
    {
        var predicate = words.End - 1;
        var negated = false;
        if (TailReader.IsNegative(p, predicate))
        {
            var verb = predicate - 1;
            verb -= p.IsBase(verb, "ます") ? 1 : 0;
            if (verb >= words.Start && p.Class(verb) is WordClass.Verb or WordClass.DependentVerb && !p.IsBase(verb, "ある") && !p.IsBase(verb, "ござる"))
            {
                (predicate, negated) = (verb, true);
                expression = p.BaseOf(words.Start, verb + 1);
            }
        }

        for (var i = words.Start + 1; i < predicate && group != Idioms; i++)
        {
            if (p.Class(i) is WordClass.CaseParticle or WordClass.TopicParticle && (p.Is(i, "が") || p.Is(i, "は") || p.Is(i, "も")))
            {
                var target = p.IsAny(i - 1, Inseparable) ? TokenRange.None : NounPhrase.EndingAt(p, i - 1, sentence.Start);
                return target.IsEmpty ? new(expression, target, negated) : new(negated ? p.BaseOf(i + 1, predicate + 1) : After(expression, p.Span(words.Start, i + 1)), target, negated);
            }
        }

        return new(expression, TokenRange.None, negated);
    }

    private static string After(string expression, ReadOnlySpan<char> subject) =>
        expression.AsSpan().StartsWith(subject) && expression.Length > subject.Length ? expression[subject.Length..] : expression;
}
