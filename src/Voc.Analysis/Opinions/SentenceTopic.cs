namespace Voc.Analysis.Opinions;

/// <summary>Finds what a whole sentence is about.</summary>
internal static class SentenceTopic
{
    private const int Reach = 24;

    /// <summary>The topic of a sentence before a predicate: named before a comma, or marked with は.</summary>
    public static TokenRange Before(Passage p, int start, int end)
    {
        var named = Named(p, start, end);
        if (!named.IsEmpty)
        {
            return named;
        }

        for (var i = start + 1; i < Math.Min(end, start + (2 * Reach)); i++)
        {
            if ((p.Is(i, "は") || p.Is(i, "って")) && p.Class(i) is WordClass.TopicParticle or WordClass.CaseParticle or WordClass.Particle)
            {
                var noun = NounPhrase.Before(p, i, start);
                if (!noun.IsEmpty)
                {
                    return noun;
                }
            }
        }

        return TokenRange.None;
    }

    /// <summary>The noun phrase before the first comma, which names what a sentence is about: 「予約アプリ、親の分もまとめて取れて便利」.</summary>
    public static TokenRange Named(Passage p, int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + Reach); i++)
        {
            if (p.Class(i) == WordClass.Comma || p.Is(i, ":"))
            {
                return i > start && p.Class(i - 1) != WordClass.AdjectivalNoun ? NounPhrase.EndingAt(p, i - 1, start) : TokenRange.None;
            }

            if (p.Class(i) is WordClass.TopicParticle or WordClass.ClauseParticle or WordClass.Stop or WordClass.Symbol && !p.Is(i, "-") || p.Is(i, "が") || p.Is(i, "を") || p.Is(i, "て"))
            {
                break;
            }
        }

        return TokenRange.None;
    }

    /// <summary>
    /// The subject of an earlier clause of the same sentence, where the clauses are only cause, condition and result:
    /// 「カメラが夜になると真っ暗で」, 「残高がすぐ出るから見やすい」.
    /// </summary>
    public static TokenRange EarlierSubject(Passage p, int start, int end)
    {
        for (var i = end - 1; i > Math.Max(start, end - Reach); i--)
        {
            if (p.Class(i) == WordClass.Stop || SentenceStructure.IsContrast(p, i))
            {
                break;
            }

            if (p.Is(i, "が") && p.Class(i) == WordClass.CaseParticle)
            {
                return NounPhrase.Before(p, i, start);
            }
        }

        return TokenRange.None;
    }
}
