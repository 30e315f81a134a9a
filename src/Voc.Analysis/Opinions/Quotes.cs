namespace Voc.Analysis.Opinions;

/// <summary>Finds the quotation marks around something.</summary>
internal static class Quotes
{
    private const int Longest = 24;

    /// <summary>The tokens of 「 and 」 around a finding, both −1 where there are none.</summary>
    public static (int Open, int Close) Around(Passage p, Finding finding, TokenRange sentence)
    {
        var open = finding.Words.Start - 1;
        while (open >= sentence.Start && finding.Words.Start - open < Longest && !p.Is(open, "「") && !p.Is(open, "」"))
        {
            open--;
        }

        var close = finding.End;
        while (close < sentence.End && close - finding.End < Longest && !p.Is(close, "」") && !p.Is(close, "「"))
        {
            close++;
        }

        return open >= sentence.Start && p.Is(open, "「") && p.Is(close, "」") ? (open, close) : (-1, -1);
    }
}
