using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>The strength of a predicate from that of its words and what its tail does to them.</summary>
internal static class Composition
{
    private const double HardToDo = -0.5;
    private const double EasyToDo = 0.5;
    private const double TooMuch = -0.4;
    private const double LessThanDenied = 0.4;
    private const double Unable = -0.55;
    private const double Able = 0.2;
    private const double Spared = 0.45;
    private const double Regretted = -0.4;

    /// <summary>Strength of an expression of the lexicon in one of its meanings.</summary>
    public static double Of(LexiconSense sense, in Tail tail, bool negated)
    {
        var strength = sense.Strength;
        if (tail.Relief || tail.Ceased)
        {
            return strength < 0 ? Spared : tail.Ceased ? -strength : 0;
        }

        if (tail.Easy || tail.Hard)
        {
            // What breaks easily is bad and what hardly breaks is good; anything else one wants to be easy.
            var bears = strength < 0 ? -1 : 1;
            strength = bears * (tail.Easy ? EasyToDo : HardToDo);
            return negated ? -LessThanDenied * strength : strength;
        }

        if (tail.Excess)
        {
            strength = strength > 0.3 ? strength * 1.2 : Math.Min(TooMuch, strength * 1.2);
            return negated ? -LessThanDenied * strength : strength;
        }

        if (tail.Ability && (negated || strength < 0))
        {
            // Not to be able to is bad of anything, even of what one would rather not do: 返品できない.
            return negated ? Math.Min(Unable, sense.Negated) : Able;
        }

        if (tail.NegatedTwice)
        {
            return sense.Strength == 0 ? -0.5 * sense.Negated : LessThanDenied * sense.Strength;
        }

        strength = negated ? sense.Negated : strength;
        strength *= tail.Regret && strength < 0 ? 1.2 : 1;
        strength *= tail.Desire ? 0.5 : 1;
        return strength * (tail.Seems || tail.Conjecture ? 0.7 : 1);
    }

    /// <summary>Strength of a verb that no lexicon entry covers, from its construction alone; 0 where that says nothing.</summary>
    public static double OfConstruction(in Tail tail, bool subjectIsNear) => tail switch
    {
        { Relief: true } => Spared,
        { Ceased: true } => tail.Passive || tail.Negated ? Spared : 0,
        { Missed: true } => Regretted,
        { Easy: true } => tail.Negated ? -LessThanDenied : EasyToDo,
        { Hard: true } => tail.Negated ? 0.2 : HardToDo,
        { Excess: true } => tail.Negated ? 0.2 : TooMuch,
        { Negated: false } => tail.Regret ? -0.25 : 0,
        { Favour: true } => -0.6,
        { Ability: true } => -0.6,
        { Desire: true } => -0.5,
        { Passive: true } => -0.45,
        { Became: true } => -0.3,
        _ => subjectIsNear ? -0.35 : 0,
    };

    /// <summary>What a strength counts for in its sentence, given how it is said.</summary>
    public static double Value(double strength, string modality) => modality switch
    {
        "wish" => -0.25,
        "question" => strength < 0 ? 0.4 * strength : 0,
        "hypothetical" => 0.25 * strength,
        "hearsay" => 0.5 * strength,
        "resolved" => strength < 0 ? 0.25 * strength : strength,
        _ => strength,
    };
}
