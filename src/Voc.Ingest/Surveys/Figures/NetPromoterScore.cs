namespace Voc.Ingest.Surveys.Figures;

/// <summary>
/// The Net Promoter Score (Reichheld 2003): the share of answers 9 and 10 less the share of 0 to 6, from −100 to 100. Its interval takes
/// the variance of a difference of multinomial shares, p₊ + p₋ − (p₊ − p₋)², of counts to which ¾ promoter, ¾ detractor and 1½ passives
/// were added, so that few or like answers do not look certain (adjusted Wald; Rocks 2016, “Interval Estimation for the ‘Net Promoter Score’”, The American Statistician 70(4)).
/// </summary>
public static class NetPromoterScore
{
    private const double Z = 1.959964;
    private const double Added = 0.75;
    private const double AddedInAll = 3;

    /// <summary>The score with its 95 % interval, each from −100 to 100.</summary>
    /// <param name="promoters">Answers 9 and 10.</param>
    /// <param name="detractors">Answers 0 to 6.</param>
    /// <param name="answers">All answers; none is no score.</param>
    public static Estimate? Of(long promoters, long detractors, long answers)
    {
        if (answers == 0)
        {
            return null;
        }

        var size = answers + AddedInAll;
        var (up, down) = ((promoters + Added) / size, (detractors + Added) / size);
        var reach = Z * Math.Sqrt((up + down - ((up - down) * (up - down))) / size);
        var score = (double)(promoters - detractors) / answers;
        return new(score * 100, Math.Clamp(Math.Min(up - down - reach, score), -1, 1) * 100, Math.Clamp(Math.Max(up - down + reach, score), -1, 1) * 100);
    }
}
