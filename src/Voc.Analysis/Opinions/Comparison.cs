namespace Voc.Analysis.Opinions;

/// <summary>Reads praise of what one does not have: 「他社のほうが安い」, 「前のほうが良かった」.</summary>
internal static class Comparison
{
    private const double Against = -0.7;
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Past = TailReader.Set("前", "以前", "昔", "旧", "前回", "元", "従来", "前作");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Rivals = TailReader.Set("他社", "他店", "競合", "よそ", "他所", "余所", "別", "他", "ほか");

    /// <summary>Turns praise of the past or of a rival against what the text is about.</summary>
    public static void Turn(Passage p, TokenRange sentence, List<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding is not { IsCue: false, Strength: > 0, Modality: "fact" } || Preferred(p, finding, sentence) is not { } noun)
            {
                continue;
            }

            if (finding.Target.IsEmpty)
            {
                // 前のほうが良かった is said of what there is now.
                finding.Strength *= Against;
            }
            else if (p.IsAny(noun, Rivals))
            {
                finding.Weight *= Against;
            }
        }
    }

    /// <summary>The noun before のほうが in front of a finding that names the past or a rival.</summary>
    private static int? Preferred(Passage p, Finding finding, TokenRange sentence)
    {
        for (var i = finding.Words.Start - 1; i > Math.Max(sentence.Start + 1, finding.Words.Start - 5); i--)
        {
            if (p.Is(i, "が") && (p.Is(i - 1, "ほう") || p.Is(i - 1, "方")) && p.Is(i - 2, "の"))
            {
                return i >= sentence.Start + 3 && (p.IsAny(i - 3, Past) || p.IsAny(i - 3, Rivals)) ? i - 3 : null;
            }
        }

        return null;
    }
}
