using System.Text;

namespace Voc.Benchmarks.Search.Texts;

/// <summary>Writes a text of a wanted length: sentences of one style and mostly one mood between an opening and a closing, with a slip now and then.</summary>
internal sealed class Verbatims(FragmentBook book, MadeUpWords words)
{
    public const int Longest = 400;

    private const int WithFrame = 45;
    private const int MostMisses = 4;
    private const double SlipShare = 0.04;
    private static readonly string[] Joints = ["。", " ", "！", "\n", "、", "…"];

    private readonly IReadOnlyList<(string Slip, IReadOnlyList<string> Meant)> _slips = book.Pairs("typo");

    public string Write(Channel channel, string mood, string spoken, int length, ref SeededRandom random)
    {
        var style = Register.DrawStyle(channel, ref random);
        var text = new StringBuilder();
        var framed = length >= WithFrame;
        if (framed && random.Chance(0.5))
        {
            text.Append(Fill(book[$"opening.{channel.Name()}"].Draw(ref random), spoken, ref random));
        }
        var closing = framed && random.Chance(0.6) ? Fill(book[$"closing.{channel.Name()}"].Draw(ref random), spoken, ref random) : "";
        AddSentences(text, style, mood, spoken, length - closing.Length, ref random);
        text.Append(closing);
        return Slipped(text.ToString(), ref random);
    }

    private void AddSentences(StringBuilder text, string style, string mood, string spoken, int length, ref SeededRandom random)
    {
        var (used, misses) = (new HashSet<string>(), 0);
        while (text.Length < length * 0.88 && misses < MostMisses)
        {
            var about = used.Count == 0 ? mood : Register.DrawFurtherMood(mood, ref random);
            var fragment = book[$"{style}.{about}"].Draw(ref random);
            var sentence = Fill(fragment, spoken, ref random);
            var joint = style is "casual" && char.IsLetterOrDigit(sentence[^1]) ? random.Of(Joints) : "";
            var over = text.Length + sentence.Length + joint.Length - length;
            if (used.Contains(fragment) || text.Length + sentence.Length + joint.Length > Longest - 20 || (over > 12 && misses < MostMisses - 1))
            {
                misses++;
                continue;
            }
            text.Append(sentence).Append(joint);
            used.Add(fragment);
        }
    }

    /// <summary>A fragment with its slots filled, and theirs.</summary>
    private string Fill(string fragment, string spoken, ref SeededRandom random)
    {
        var open = fragment.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return fragment;
        }
        var filled = new StringBuilder();
        var from = 0;
        for (; open >= 0; open = fragment.IndexOf('{', from))
        {
            var close = fragment.IndexOf('}', open);
            filled.Append(fragment, from, open - from).Append(Slot(fragment[(open + 1)..close], spoken, ref random));
            from = close + 1;
        }
        return filled.Append(fragment, from, fragment.Length - from).ToString();
    }

    private string Slot(string name, string spoken, ref SeededRandom random) =>
        name == "product" ? spoken : words.Draw(name, ref random) ?? Fill(book[name].Draw(ref random), spoken, ref random);

    private string Slipped(string text, ref SeededRandom random)
    {
        if (!random.Chance(SlipShare))
        {
            return text;
        }
        var first = random.Next(_slips.Count);
        for (var i = 0; i < _slips.Count; i++)
        {
            var (slip, meant) = _slips[(first + i) % _slips.Count];
            if (text.Contains(meant[0], StringComparison.Ordinal))
            {
                return text.Replace(meant[0], slip, StringComparison.Ordinal);
            }
        }
        return text;
    }
}
