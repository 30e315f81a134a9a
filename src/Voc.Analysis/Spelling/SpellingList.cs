namespace Voc.Analysis.Spelling;

/// <summary>Words listed with all their spellings.</summary>
internal sealed class SpellingList
{
    private readonly Dictionary<string, string[]> _groups = new(StringComparer.Ordinal);

    /// <summary>Reads a file with one word a line, its spellings with spaces between.</summary>
    /// <exception cref="DataFileException">A line holds less than two spellings, or one that another line has.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SpellingList Load(string path)
    {
        var list = new SpellingList();
        foreach (var (line, number) in File.ReadLines(path).Select((l, i) => (l, i + 1)).Where(l => l.l.Length > 0 && l.l[0] != '#'))
        {
            var spellings = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (spellings.Length < 2 || !Array.TrueForAll(spellings, s => list._groups.TryAdd(s, spellings)))
            {
                throw new DataFileException($"{Path.GetFileName(path)}:{number}", new(
                    "同じ語の表記を空白で区切って2つ以上書いてください。1つの表記は1行にだけ書けます。", "Write two or more spellings of one word with spaces between; a spelling may be on one line only."));
            }
        }
        return list;
    }

    /// <summary>The spellings of the word that is spelt like this, or none.</summary>
    public IReadOnlyList<string> Of(string spelling) => _groups.GetValueOrDefault(spelling) ?? [];
}
