using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Weighs the findings of a sentence against each other: contrast, a question at its end, a trouble that is over.</summary>
internal static class SentenceStructure
{
    private const double BeforeContrast = 0.6;
    private const double AfterContrast = 1.25;
    private const double Over = 0.3;
    private const double Vain = -0.3;
    private const double Repeated = -0.25;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Contrasts = TailReader.Set("が", "けど", "けれど", "けれども", "けども", "ものの", "のに", "くせに", "やけど", "ばってん", "けんど");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Turning = TailReader.Set("しかし", "でも", "ただ", "ただし", "だが", "ですが", "けど", "けれど", "けれども", "だけど", "しかしながら", "とはいえ", "ところが", "一方", "それでも", "なのに");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Reproaches = TailReader.Set("なぜ", "何故", "なんで", "何で", "どうして", "いつまで", "いったい", "一体");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Conditions = TailReader.Set("場合", "ば");

    public static void Weigh(Passage p, TokenRange sentence, List<Finding> findings)
    {
        Contrast(p, sentence, findings);
        Resolve(findings);
        Ask(p, sentence, findings);
        Repeat(p, sentence, findings);
        Mentions.Mark(p, sentence, findings);
        Comparison.Turn(p, sentence, findings);
        Sarcasm.Turn(p, sentence, findings);
        Coordination.Spread(p, sentence, findings);
    }

    /// <summary>Whether the sentence asks: it ends in か or a question mark.</summary>
    public static bool IsQuestion(Passage p, TokenRange sentence)
    {
        for (var i = sentence.End - 1; i >= Math.Max(sentence.Start, sentence.End - 3); i--)
        {
            if (p.Surface(i)[0] is '?' or '？')
            {
                return true;
            }

            if (p.Class(i) is not (WordClass.Stop or WordClass.Symbol or WordClass.Space))
            {
                return p.Class(i) == WordClass.FinalParticle && Questions.Asks(p, i);
            }
        }

        return false;
    }

    /// <summary>Whether the sentence turns against the one before it.</summary>
    public static bool Turns(Passage p, TokenRange sentence) => !sentence.IsEmpty && p.IsAny(sentence.Start, Turning);

    /// <summary>Whether a token sets what follows against what precedes: が, けど, ものの, 反面, 一方で, 割に.</summary>
    public static bool IsContrast(Passage p, int i) =>
        p.Class(i) == WordClass.ClauseParticle && p.IsAny(i, Contrasts)
        || p.Is(i, "もの") && p.Is(i + 1, "の") && p.Class(i) == WordClass.DependentNoun && p.Class(i - 1) is WordClass.Auxiliary or WordClass.Adjective or WordClass.Verb
        || p.Is(i, "反面") || p.Is(i, "半面") || p.Is(i, "一方") && p.Is(i + 1, "で") || (p.Is(i, "割") || p.Is(i, "わり")) && p.Is(i + 1, "に");

    private static void Contrast(Passage p, TokenRange sentence, List<Finding> findings)
    {
        var boundary = -1;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            boundary = IsContrast(p, i) ? i : boundary;
        }

        if (boundary < 0)
        {
            return;
        }

        var before = findings.Exists(f => f.Words.Start < boundary && !f.IsCue);
        var after = findings.Exists(f => f.Words.Start > boundary);
        if (before && after)
        {
            foreach (var finding in findings)
            {
                finding.Weight *= finding.Words.Start < boundary ? BeforeContrast : AfterContrast;
            }
        }
        else if (p.Is(boundary, "のに") && !findings.Exists(f => f.Strength < 0 || f.Modality == "wish"))
        {
            findings.Add(new() { Words = new(boundary, boundary + 1), Expression = "", Target = TokenRange.None, Tail = default, Strength = Vain, IsCue = true, End = boundary + 1 });
        }
    }

    // 「起動しませんでしたが、再インストールで直りました」
    private static void Resolve(List<Finding> findings)
    {
        var last = findings.FindLastIndex(f => f is { IsCue: false, Modality: "fact" or "resolved", Strength: > 0, Entry.Shift.Kind: LexiconKind.Lower } || f.Modality == "resolved");
        for (var i = 0; i < last; i++)
        {
            if (findings[i] is { IsCue: false, Strength: < 0, Modality: "fact" })
            {
                findings[i].Modality = "resolved";
                findings[i].Weight *= Over;
            }
        }
    }

    private static void Ask(Passage p, TokenRange sentence, List<Finding> findings)
    {
        if (findings.Count > 0 && findings[^1] is { IsCue: false, Modality: "fact", Tail.Conjecture: false } last && IsQuestion(p, sentence) && sentence.End - last.End <= 4)
        {
            last.Modality = "question";
        }

        var reproaches = findings.Exists(f => f is { Modality: "question", Strength: < 0 }) && IsReproach(p, sentence);
        foreach (var finding in findings)
        {
            finding.Modality = reproaches && finding is { Modality: "question", Strength: < 0 } ? "fact" : finding.Modality;
            if (finding is { IsCue: false, Modality: "fact" } && p.IsAny(finding.End, Conditions))
            {
                finding.Modality = "hypothetical";
            }
        }
    }

    // なぜ連絡をくれないのですか asks nothing.
    private static bool IsReproach(Passage p, TokenRange sentence)
    {
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (p.IsAny(i, Reproaches))
            {
                return true;
            }
        }

        return false;
    }

    // 三回も, 何度も: said only where it is too often.
    private static void Repeat(Passage p, TokenRange sentence, List<Finding> findings)
    {
        for (var i = sentence.Start; i + 2 < sentence.End; i++)
        {
            if (p.Class(i) == WordClass.Number && p.Class(i + 1) == WordClass.Counter && p.Is(i + 2, "も"))
            {
                findings.Add(new() { Words = new(i, i + 3), Expression = "", Target = TokenRange.None, Tail = default, Strength = Repeated, IsCue = true, End = i + 3 });
                return;
            }
        }
    }
}
