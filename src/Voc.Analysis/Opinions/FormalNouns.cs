namespace Voc.Analysis.Opinions;

/// <summary>Reads the nouns behind a predicate that stand for no thing: の, ん, そう, よう, みたい.</summary>
internal static class FormalNouns
{
    /// <summary>How many tokens a formal noun takes.</summary>
    public static int Read(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i, "の") || p.Is(i, "ん"))
        {
            return p.Class(i + 1) is WordClass.Auxiliary or WordClass.FinalParticle or WordClass.Stop ? 1 : 0;
        }

        if (p.Is(i, "そう"))
        {
            // Behind a finished predicate it reports what was heard; behind a stem it says how something looks.
            var finished = p.Tokens[i].Word.Detail1 == "特殊";
            tail.Hearsay |= finished;
            tail.Seems |= !finished;
            return 1;
        }

        return p.Is(i, "よう") || p.Is(i, "みたい") ? Likeness(p, i, ref tail) : 0;
    }

    /// <summary>How many tokens a suffix of likeness takes.</summary>
    public static int Suffix(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i, "そう"))
        {
            tail.Seems = true;
            return 1;
        }

        var excess = p.Is(i, "すぎ") || p.Is(i, "過ぎ");
        tail.Excess |= excess;
        return excess || p.Is(i, "みたい") ? 1 : 0;
    }

    private static int Likeness(Passage p, int i, ref Tail tail)
    {
        if (p.Is(i + 1, "に") && (p.IsBase(i + 2, "する") || p.IsBase(i + 2, "なる") || p.IsBase(i + 2, "お願い")))
        {
            tail.Wish |= p.IsBase(i + 2, "お願い");
            return 2;
        }

        tail.Conjecture = true;
        return 1;
    }
}
