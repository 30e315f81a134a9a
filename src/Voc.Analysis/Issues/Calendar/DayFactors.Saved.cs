using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues.Calendar;

public sealed partial class DayFactors
{
    internal void Write(BlockWriter to)
    {
        to.Number(this == Even ? 0 : 1);
        if (this != Even)
        {
            to.Raw<double>(_factors);
            to.Number(_firstReady);
            to.Number(_cumulated.Length);
            to.Raw<double>(_cumulated);
        }
    }

    internal static DayFactors Read(ref BlockReader from) => from.Int() == 0
        ? Even
        : new DayFactors(from.Raw<double>(DayKinds.Count), from.Int(), from.Raw<double>(from.Int()));

    private DayFactors(double[] factors, int firstReady, double[] cumulated) =>
        (_factors, _firstReady, _cumulated, _holidays) = (factors, firstReady, cumulated, JapaneseHolidays.Shipped);
}
