namespace Voc.Analysis.Opinions;

/// <summary>Gives each of several targets that share a predicate its own opinion: 料理も接客も最高, 味と量が良い.</summary>
internal static class Coordination
{
    private const int Most = 4;

    /// <summary>Adds a finding of no further weight for every target coordinated with that of another finding.</summary>
    public static void Spread(Passage p, TokenRange sentence, List<Finding> findings)
    {
        List<Finding>? spread = null;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            var first = spread?.Count ?? i;
            var target = finding.Target;
            for (var copies = 0; copies < Most && !finding.IsCue && !target.IsEmpty && target.End <= finding.Words.Start; copies++)
            {
                target = Before(p, target, sentence);
                if (!target.IsEmpty)
                {
                    spread ??= findings[..i];
                    spread.Insert(first, finding with { Target = target, Weight = 0 });
                }
            }

            spread?.Add(finding);
        }

        if (spread is not null)
        {
            findings.Clear();
            findings.AddRange(spread);
        }
    }

    private static TokenRange Before(Passage p, TokenRange target, TokenRange sentence)
    {
        var link = target.Start - 1;
        link -= p.Class(link) == WordClass.Comma ? 1 : 0;
        if (link <= sentence.Start)
        {
            return TokenRange.None;
        }

        var both = p.Is(link, "も") && p.Is(target.End, "も");
        var listed = p.Class(link) == WordClass.Particle && (p.Is(link, "と") || p.Is(link, "や"))
            && (p.Is(target.End, "が") || p.Is(target.End, "は") || p.Is(target.End, "も") || p.Is(target.End, "とも") || p.Is(target.End, "共に"));
        return both || listed ? NounPhrase.EndingAt(p, link - 1, sentence.Start) : TokenRange.None;
    }
}
