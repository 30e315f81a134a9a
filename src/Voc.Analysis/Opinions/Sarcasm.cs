namespace Voc.Analysis.Opinions;

/// <summary>Turns praise round that is not meant: marked with (棒) or (怒), quoted beside a failure, さすが before one.</summary>
internal static class Sarcasm
{
    private const double Turned = -0.8;
    private const int LongestQuote = 10;

    /// <summary>Looks for cues in a sentence and turns its praise.</summary>
    public static void Turn(Passage p, TokenRange sentence, List<Finding> findings)
    {
        if (!findings.Exists(IsPraise))
        {
            return;
        }

        var mocks = false;
        for (var i = sentence.Start + 1; i < sentence.End && !mocks; i++)
        {
            mocks = IsMark(p, i);
        }

        var fails = findings.Exists(f => f is { IsCue: false, IsMention: false, Strength: <= -0.3, Modality: "fact" });
        foreach (var finding in findings)
        {
            finding.IsMention |= mocks && IsMark(p, finding.Words.Start);
            if (IsPraise(finding) && (mocks || fails && (IsHollow(p, finding) || IsQuoted(p, finding, sentence)) || IsLaughedAt(p, finding)))
            {
                finding.Strength *= Turned;
            }
        }
    }

    private static bool IsPraise(Finding finding) => finding is { IsCue: false, Strength: > 0, Modality: "fact" or "resolved" };

    // (棒), (棒読み), (怒), (皮肉)
    private static bool IsMark(Passage p, int i) =>
        p.Is(i - 1, "(") && (p.Is(i, "棒") || p.Is(i, "怒") || p.Is(i, "皮肉") || p.Is(i, "呆"));

    // 「さすが一流ホテルですね、一時間も待たせるとは」, ご立派
    private static bool IsHollow(Passage p, Finding finding)
    {
        var start = finding.Words.Start;
        return p.Is(start - 1, "ご") && p.Is(start, "立派")
            || Enumerable.Range(0, 4).Any(back => p.Is(start - back, "さすが") || p.Is(start - back, "流石"));
    }

    // 「丁寧な対応」が聞いて呆れる: quoted as somebody else's word for it, and not as what somebody said.
    private static bool IsQuoted(Passage p, Finding finding, TokenRange sentence)
    {
        var (open, close) = Quotes.Around(p, finding, sentence);
        return open >= 0 && close - open <= LongestQuote && !p.Is(close + 1, "と") && !p.Is(close + 1, "って");
    }

    // 神対応(笑): laughter right behind the noun, with nothing that states it.
    private static bool IsLaughedAt(Passage p, Finding finding) =>
        finding.Strength >= 0.5 && p.Class(finding.Words.End - 1).IsNominal() && p.Is(finding.End, "(") && p.Is(finding.End + 1, "笑") && finding.End == finding.Words.End;
}
