namespace Voc.Analysis.Issues;

/// <summary>How much came each day, summed over any days in logarithmic time. Memory goes with the days on which anything came, of the last <see cref="KeptDays"/>.</summary>
internal sealed partial class DayCounts
{
    private const int KeptDays = 800;

    private readonly List<(int Day, int Through)> _days = [];
    private int _before;

    /// <summary>The day by which the first hundredth of what is kept had come: one stray old date begins no history.</summary>
    public int Start
    {
        get
        {
            if (_days.Count == 0)
            {
                return int.MaxValue;
            }
            var early = _before + ((_days[^1].Through - _before) / 100);
            return _days[_days.FindIndex(d => d.Through > early)].Day;
        }
    }

    public int Total => _days.Count == 0 ? 0 : _days[^1].Through - _before;

    public void Add(int day)
    {
        if (_days.Count > 0 && _days[^1].Day - day >= KeptDays)
        {
            return;
        }
        var at = After(day);
        if (at == 0 || _days[at - 1].Day != day)
        {
            _days.Insert(at, (day, at == 0 ? _before : _days[at - 1].Through));
            at++;
        }
        for (var i = at - 1; i < _days.Count; i++)
        {
            _days[i] = (_days[i].Day, _days[i].Through + 1);
        }
        if (_days[0].Day < day - (KeptDays * 5 / 4))
        {
            var old = After(day - KeptDays);
            _before = _days[old - 1].Through;
            _days.RemoveRange(0, old);
        }
    }

    public DayCounts Copy()
    {
        var copy = new DayCounts { _before = _before };
        copy._days.AddRange(_days);
        return copy;
    }

    /// <summary>What came from one day to another, both included.</summary>
    public int Sum(int from, int to) => to < from ? 0 : Through(to) - Through(from - 1);

    /// <summary>What came on each day from one to another, both included.</summary>
    public int[] Each(int from, int to)
    {
        var each = new int[Math.Max(0, to - from + 1)];
        for (var i = After(from - 1); i < _days.Count && _days[i].Day <= to; i++)
        {
            each[_days[i].Day - from] = _days[i].Through - (i == 0 ? _before : _days[i - 1].Through);
        }
        return each;
    }

    private int Through(int day) => After(day) is > 0 and var at ? _days[at - 1].Through : _before;

    /// <summary>The place after the last entry that is not after this day.</summary>
    private int After(int day)
    {
        var (low, high) = (0, _days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _days[middle].Day <= day ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
