namespace Voc.Analysis.Issues;

/// <summary>How much feedback came each day through each channel: what the counts of candidates are measured against. Keeps 511 days.</summary>
internal sealed class DailyVolume
{
    private const int Days = 512;
    public static readonly int ChannelCount = Enum.GetValues<Channel>().Length;

    private readonly int[] _counts = new int[Days * ChannelCount];
    private int _last = int.MinValue;

    /// <summary>The first day that was ever counted.</summary>
    public int FirstDay { get; private set; } = int.MaxValue;

    public void Add(int day, Channel channel)
    {
        if (_last == int.MinValue)
        {
            _last = day;
        }
        for (; _last < day; _last++)
        {
            Array.Clear(_counts, Slot(_last + 1), ChannelCount);
            if (day - _last > Days)
            {
                _last = day - Days;
            }
        }
        if (day > _last - Days + 1)
        {
            _counts[Slot(day) + (int)channel]++;
            FirstDay = Math.Min(FirstDay, day);
        }
    }

    /// <summary>Adds to <paramref name="sums"/>, by channel, what came from one day to another, both included.</summary>
    public void Sum(int from, int to, Span<double> sums)
    {
        for (var day = Math.Max(from, Math.Max(FirstDay, _last - Days + 2)); day <= Math.Min(to, _last); day++)
        {
            for (var channel = 0; channel < ChannelCount; channel++)
            {
                sums[channel] += _counts[Slot(day) + channel];
            }
        }
    }

    private static int Slot(int day) => (day & (Days - 1)) * ChannelCount;
}
