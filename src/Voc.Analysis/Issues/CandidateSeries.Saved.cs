using System.Runtime.InteropServices;
using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

internal sealed partial class CandidateSeries
{
    public void Write(BlockWriter to, SavedNames names)
    {
        names.Write(to, Key);
        to.Signed(LastDay);
        to.Number(_trimAt);
        to.Number(_days.Count);
        var last = 0;
        foreach (var (day, channel, count) in _days)
        {
            to.Signed(day - last);
            to.Number(channel);
            to.Number(count);
            last = day;
        }
        to.Number(_members.Count);
        to.Raw<Member>(CollectionsMarshal.AsSpan(_members));
        to.Number(_phrases is null ? 0 : _phrases.Count + 1);
        foreach (var (phrase, count) in _phrases ?? [])
        {
            names.Write(to, phrase);
            to.Number(count);
        }
    }

    public static CandidateSeries Read(ref BlockReader from, SavedNames names)
    {
        var series = new CandidateSeries(names.ReadKey(ref from)) { LastDay = from.Signed(), _trimAt = from.Int() };
        var days = from.Int();
        series._days.Capacity = days;
        for (var last = 0; days > 0; days--)
        {
            last += from.Signed();
            series._days.Add((last, (byte)from.Int(), from.Int()));
        }
        var members = from.Int();
        if (members > 0)
        {
            CollectionsMarshal.SetCount(series._members, members);
            from.Raw(CollectionsMarshal.AsSpan(series._members));
        }
        var phrases = from.Int();
        series._phrases = phrases == 0 ? null : new(phrases);
        for (var left = phrases - 1; left > 0; left--)
        {
            series._phrases!.Add((names.Read(ref from)!, from.Int()));
        }
        return series;
    }
}
