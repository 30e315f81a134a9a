namespace Voc.Analysis.Opinions;

/// <summary>What follows a predicate and turns it: negation, ability, favour, wish, mood.</summary>
internal struct Tail
{
    /// <summary>First token that does not belong to the predicate any more.</summary>
    public int End;

    public int Negations;
    public bool Ability;
    public bool Passive;
    public bool Favour;
    public bool Regret;
    public bool Excess;
    public bool Hard;
    public bool Easy;
    public bool Desire;
    public bool Became;
    public bool Past;
    public bool Seems;
    public bool Wish;
    public bool Question;
    public bool Hypothetical;
    public bool Hearsay;
    public bool Conjecture;

    public readonly bool Negated => (Negations & 1) == 1;

    public readonly bool NegatedTwice => Negations > 0 && !Negated;

    public readonly string Modality =>
        Wish ? "wish" : Question ? "question" : Hypothetical ? "hypothetical" : Hearsay ? "hearsay" : "fact";
}
