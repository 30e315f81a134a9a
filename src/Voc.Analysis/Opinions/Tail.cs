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

    /// <summary>Needs not be done, or is avoided: 並ばずに済む, 待たなくていい.</summary>
    public bool Relief;

    /// <summary>Happens no more: 固まることがなくなった.</summary>
    public bool Ceased;

    /// <summary>Wished for and not given: 電話してほしかった.</summary>
    public bool Missed;

    public readonly bool Negated => (Negations & 1) == 1;

    public readonly bool NegatedTwice => Negations > 0 && !Negated;

    public readonly string Modality =>
        Wish ? "wish" : Question ? "question" : Hypothetical ? "hypothetical" : Hearsay ? "hearsay" : "fact";
}
