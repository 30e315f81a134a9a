using System.Numerics;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Goes through the texts of a result by identifier, over all segments at once.</summary>
internal static class TimeOrder
{
    /// <summary>The texts, newest or oldest first.</summary>
    /// <param name="parts">The result.</param>
    /// <param name="newestFirst">Which way.</param>
    /// <param name="skip">How many of the first to leave out.</param>
    public static IEnumerable<Hit> Of(IReadOnlyList<MatchedPart> parts, bool newestFirst, int skip = 0)
    {
        var next = new PriorityQueue<Cursor, long>(parts.Count);
        foreach (var part in parts)
        {
            Enqueue(next, new Cursor(part, newestFirst));
        }
        while (next.TryDequeue(out var cursor, out _))
        {
            // Segments seldom overlap in time, so the same one mostly goes on.
            var until = next.TryPeek(out _, out var other) ? other : long.MaxValue;
            do
            {
                if (skip == 0)
                {
                    yield return new Hit(0, cursor.Part.Segment, cursor.Text);
                }
                else
                {
                    skip -= 1 + cursor.SkipWord(skip - 1, until);
                }
            }
            while (cursor.MoveNext() && cursor.Priority < until);
            Requeue(next, cursor);
        }
    }

    private static void Enqueue(PriorityQueue<Cursor, long> next, Cursor cursor)
    {
        if (cursor.MoveNext())
        {
            next.Enqueue(cursor, cursor.Priority);
        }
    }

    private static void Requeue(PriorityQueue<Cursor, long> next, Cursor cursor)
    {
        if (cursor.Text >= 0)
        {
            next.Enqueue(cursor, cursor.Priority);
        }
    }

    private sealed class Cursor(MatchedPart part, bool newestFirst)
    {
        private int _word = newestFirst ? part.Texts.Length : -1;
        private ulong _left;

        public MatchedPart Part => part;

        /// <summary>The current text; -1 behind the last.</summary>
        public int Text { get; private set; } = -1;

        public long Priority => newestFirst ? -part.Segment.Ids[Text] : part.Segment.Ids[Text];

        /// <summary>Goes on to the last text of the current word of the set where that is not too far, and tells how many texts that is.</summary>
        /// <param name="most">The most texts to go on by.</param>
        /// <param name="until">The priority of what comes after those that may be gone on to.</param>
        public int SkipWord(int most, long until)
        {
            var count = BitOperations.PopCount(_left);
            if (count == 0 || count > most)
            {
                return 0;
            }
            var bit = newestFirst ? BitOperations.TrailingZeroCount(_left) : 63 - BitOperations.LeadingZeroCount(_left);
            var id = part.Segment.Ids[(_word << 6) + bit];
            if ((newestFirst ? -id : id) >= until)
            {
                return 0;
            }
            (Text, _left) = ((_word << 6) + bit, 0);
            return count;
        }

        public bool MoveNext()
        {
            while (_left == 0)
            {
                _word += newestFirst ? -1 : 1;
                if ((uint)_word >= (uint)part.Texts.Length)
                {
                    Text = -1;
                    return false;
                }
                _left = part.Texts[_word];
            }
            var bit = newestFirst ? 63 - BitOperations.LeadingZeroCount(_left) : BitOperations.TrailingZeroCount(_left);
            _left ^= 1UL << bit;
            Text = (_word << 6) + bit;
            return true;
        }
    }
}
