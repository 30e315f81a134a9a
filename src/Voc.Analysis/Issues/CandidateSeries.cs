using System.Runtime.InteropServices;

namespace Voc.Analysis.Issues;

/// <summary>One feedback as a candidate remembers it while it is recent.</summary>
/// <param name="Id">Identifier of the feedback.</param>
/// <param name="Day">Company day it was said.</param>
/// <param name="At">When it was said, milliseconds since 1970.</param>
/// <param name="Customer">Hash of the customer; 0 where unknown.</param>
/// <param name="Product">Hash of the product; 0 where unknown.</param>
/// <param name="Counted">False for a copy, or a customer who said the same a few days ago.</param>
/// <param name="Repeated">Whether an unknown customer said what was said several times on other days: no voice of its own, for all one knows.</param>
/// <param name="Marks">What makes it grave.</param>
/// <param name="Negativity">0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Member(long Id, int Day, long At, int Customer, int Product, bool Counted, bool Repeated, GraveMarks Marks, float Negativity);

/// <summary>The daily counts of one candidate, and its recent feedback.</summary>
internal sealed partial class CandidateSeries(CandidateKey key)
{
    public const int RecentDays = 35;

    /// <summary>A customer who repeats within so many days counts once.</summary>
    public const int SameVoiceDays = 7;

    private const int MaxMembers = 400;
    private const int FirstTrim = 8;
    private const int KeptDays = 365 + RecentDays;
    private const int MaxPhrases = 8;

    private readonly List<(int Day, byte Channel, int Count)> _days = [];
    private readonly List<Member> _members = [];
    private int _trimAt = FirstTrim;
    private List<(string Phrase, int Count)>? _phrases;

    public CandidateKey Key { get; } = key;

    public int LastDay { get; private set; } = int.MinValue;

    public IReadOnlyList<Member> Members => _members;

    public IEnumerable<(string Phrase, int Count)> Phrases => _phrases ?? [];

    public int Total => _days.Sum(d => d.Count);

    /// <summary>Counts one feedback; returns whether it counted.</summary>
    public bool Add(Member member, Channel channel, int today, string? phrase)
    {
        var counts = member.Counted && !SpokeAlready(member);
        if (counts)
        {
            Count(member.Day, (byte)channel);
            Note(phrase);
        }
        LastDay = Math.Max(LastDay, member.Day);
        if (member.Day > today - RecentDays && (counts || _members.Count < MaxMembers / 2))
        {
            Remember(member with { Counted = counts }, today);
        }
        return counts;
    }

    /// <summary>Counted feedback from one day to another, both included.</summary>
    public int Sum(int from, int to)
    {
        var sum = 0;
        for (var i = _days.Count - 1; i >= 0 && _days[i].Day >= from; i--)
        {
            sum += _days[i].Day <= to ? _days[i].Count : 0;
        }
        return sum;
    }

    /// <summary>Recent counted feedback from one day to another, both included.</summary>
    public IReadOnlyList<Member> Since(int from, int to) => _members.FindAll(m => m.Counted && m.Day >= from && m.Day <= to);

    /// <summary>Forgets recent feedback.</summary>
    public void Forget(long feedback) => _members.RemoveAll(m => m.Id == feedback);

    private bool SpokeAlready(Member member)
    {
        for (var i = _members.Count - 1; i >= 0 && member.Customer != 0; i--)
        {
            if (_members[i].Customer == member.Customer && Math.Abs(_members[i].Day - member.Day) < SameVoiceDays)
            {
                return true;
            }
        }
        return false;
    }

    private void Count(int day, byte channel)
    {
        var i = _days.Count;
        while (i > 0 && (_days[i - 1].Day > day || (_days[i - 1].Day == day && _days[i - 1].Channel > channel)))
        {
            i--;
        }
        if (i > 0 && _days[i - 1].Day == day && _days[i - 1].Channel == channel)
        {
            _days[i - 1] = (day, channel, _days[i - 1].Count + 1);
            return;
        }
        _days.Insert(i, (day, channel, 1));
        if (_days[0].Day <= day - KeptDays - 60)
        {
            _days.RemoveAll(d => d.Day <= day - KeptDays);
        }
    }

    private void Remember(Member member, int today)
    {
        if (_members.Count >= _trimAt)
        {
            _members.RemoveAll(m => m.Day <= today - RecentDays);
            if (_members.Count >= MaxMembers)
            {
                _members.RemoveRange(0, MaxMembers / 4);
            }
            _trimAt = Math.Clamp(2 * _members.Count, FirstTrim, MaxMembers);
            _members.Capacity = _trimAt;
        }
        _members.Add(member);
    }

    private void Note(string? phrase)
    {
        if (phrase is null)
        {
            return;
        }
        _phrases ??= new(2);
        var at = _phrases.FindIndex(p => p.Phrase == phrase);
        if (at >= 0)
        {
            _phrases[at] = (phrase, _phrases[at].Count + 1);
            return;
        }
        if (_phrases.Count == MaxPhrases)
        {
            // The newest words replace the oldest that were said once: a title speaks of what is said now.
            var once = _phrases.FindIndex(p => p.Count == 1);
            _phrases.RemoveAt(Math.Max(0, once));
        }
        _phrases.Add((phrase, 1));
    }
}
