using System.Text;
using Voc.Analysis.Text;

namespace Voc.Analysis.Spelling;

/// <summary>Brings old and variant forms of kanji to the usual one, and writes out 々.</summary>
internal sealed class KanjiFolding
{
    private readonly Dictionary<Rune, char> _usual = [];
    private readonly Dictionary<char, string[]> _variants = [];

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataFileException">A line does not hold a kanji and its variants.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static KanjiFolding Load(string path)
    {
        var folding = new KanjiFolding();
        foreach (var (line, number) in File.ReadLines(path).Select((l, i) => (l, i + 1)).Where(l => l.l.Length > 0 && l.l[0] != '#'))
        {
            var kanji = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (kanji.Length < 2 || kanji[0].Length != 1 || !kanji.Skip(1).All(k => k.EnumerateRunes().Count() == 1))
            {
                throw new DataFileException($"{Path.GetFileName(path)}:{number}", new(
                    "漢字1字と、その異体字を空白で区切って書いてください。", "Write one kanji and its variants with spaces between."));
            }
            folding._variants[kanji[0][0]] = kanji[1..];
            foreach (var variant in kanji.Skip(1))
            {
                folding._usual[variant.EnumerateRunes().Single()] = kanji[0][0];
            }
        }
        return folding;
    }

    /// <summary>The word in usual kanji.</summary>
    public string Fold(string word)
    {
        if (!NeedsFolding(word))
        {
            return word;
        }
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            if (rune.Value == '々' && folded.Length > 0 && Scripts.IsKanji(folded[^1]))
            {
                folded.Append(folded[^1]);
            }
            else if (_usual.TryGetValue(rune, out var usual))
            {
                folded.Append(usual);
            }
            else
            {
                folded.Append(rune.ToString());
            }
        }
        return folded.ToString();
    }

    /// <summary>A word in usual kanji with one of them in an old or variant form.</summary>
    public IEnumerable<string> Variants(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            foreach (var variant in _variants.GetValueOrDefault(word[at]) ?? [])
            {
                yield return word[..at] + variant + word[(at + 1)..];
            }
        }
    }

    private bool NeedsFolding(string word)
    {
        foreach (var c in word)
        {
            if (c == '々' || char.IsSurrogate(c) || (Scripts.IsKanji(c) && _usual.ContainsKey(new Rune(c))))
            {
                return true;
            }
        }
        return false;
    }
}
