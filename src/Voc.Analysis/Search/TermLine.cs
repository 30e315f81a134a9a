using System.Text;

namespace Voc.Analysis.Search;

/// <summary>A word that the index has as several terms: a compound by its parts, a code by itself and its parts.</summary>
/// <param name="Word">The word, in the form of terms.</param>
/// <param name="First">Place of its first term among those of the text.</param>
/// <param name="Count">How many terms it is, 1 to <see cref="TermLine.MostTerms"/>.</param>
public readonly record struct CompoundWord(string Word, int First, int Count);

/// <summary>
/// The terms of a text as they are kept: in UTF-8, in text order, with spaces between. A word that is several terms stands in front of
/// them with <see cref="Joint"/> between, so that they are still known to be one word. Lines of earlier versions have no joints.
/// </summary>
public static class TermLine
{
    /// <summary>Stands between a word and its terms, and between those.</summary>
    public const byte Joint = 0x1F;

    /// <summary>A word of more terms than this is kept as its terms only.</summary>
    public const int MostTerms = byte.MaxValue;

    /// <summary>The line of a text.</summary>
    /// <param name="terms">Its terms in text order.</param>
    /// <param name="compounds">The words that are several of them, in text order and apart from each other.</param>
    public static byte[] Write(IReadOnlyList<string> terms, IReadOnlyList<CompoundWord> compounds)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(compounds);
        var line = new StringBuilder(terms.Count * 4);
        for (int at = 0, next = 0; at < terms.Count;)
        {
            line.Append(line.Length > 0 ? " " : "");
            if (next < compounds.Count && compounds[next].First == at)
            {
                var (word, first, count) = compounds[next++];
                line.AppendJoin((char)Joint, terms.Skip(first).Take(count).Prepend(word));
                at += count;
            }
            else
            {
                line.Append(terms[at++]);
            }
        }
        return Encoding.UTF8.GetBytes(line.ToString());
    }

    /// <summary>The terms of a line, without the words that some of them are together.</summary>
    public static IReadOnlyList<string> Terms(ReadOnlySpan<byte> line)
    {
        var terms = new List<string>();
        foreach (var word in Encoding.UTF8.GetString(line).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var joined = word.Split((char)Joint);
            terms.AddRange(joined.Length == 1 ? joined : joined.Skip(1).Where(t => t.Length > 0));
        }
        return terms;
    }
}
