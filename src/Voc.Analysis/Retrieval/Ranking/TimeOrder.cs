using System.Numerics;

namespace Voc.Analysis.Retrieval.Ranking;

/// <summary>Goes through the texts of a result by identifier, over all segments at once.</summary>
internal static class TimeOrder
{
    /// <summary>The texts, newest or oldest first.</summary>
    public static IEnumerable<Hit> Of(IReadOnlyList<MatchedPart> parts, bool newestFirst)
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
                yield return new Hit(0, cursor.Part.Segment, cursor.Text);
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
