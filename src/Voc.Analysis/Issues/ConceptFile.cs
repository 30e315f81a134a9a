using System.Text.RegularExpressions;

namespace Voc.Analysis.Issues;

/// <summary>Reads files of concepts in the form data/concepts/README.md describes.</summary>
internal static partial class ConceptFile
{
    private const string Header = "#voc-concepts 2";

    /// <summary>Reads files, each with its name for messages.</summary>
    /// <exception cref="DataFileException">A line is malformed, an id is there twice, or a group has the id of a concept.</exception>
    public static ConceptLexicon Read(IEnumerable<(string Name, string Content)> files)
    {
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var harmless = new List<string>();
        var groups = new List<(string Group, string File, int Line)>();
        foreach (var (name, content) in files)
        {
            var lines = content.ReplaceLineEndings("\n").Split('\n');
            Check(lines[0] == Header, name, 1, $"最初の行は「{Header}」にしてください。各行の2列目はグループです。",
                $"the first line must be '{Header}', and every line has its group in the second column.");
            for (var i = 1; i < lines.Length; i++)
            {
                if (lines[i].Length > 0 && lines[i][0] != '#')
                {
                    var cells = lines[i].Split('\t');
                    Add(cells, name, i + 1, concepts, harmless);
                    groups.Add((cells[1], name, i + 1));
                }
            }
        }
        // A concept may stand below a group that took its id, or in a later file.
        foreach (var (group, file, line) in groups)
        {
            Check(!concepts.ContainsKey(group), file, line,
                $"グループ「{group}」は概念のIDです。別の名前にしてください。", $"the group '{group}' is the id of a concept; choose another name.");
        }
        return new ConceptLexicon(concepts.Values, harmless);
    }

    private static void Add(string[] cells, string file, int line, Dictionary<string, Concept> concepts, List<string> harmless)
    {
        Check(cells.Length == 5 && cells.All(c => c.Trim().Length > 0), file, line,
            "ID、グループ、日本語名、英語名、語の5列をタブで区切ってください。",
            "write five columns with tabs between them: id, group, Japanese name, English name, words.");
        var words = cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cells[0] == "-")
        {
            Check(cells[1] == "-", file, line, "何にも触れない語のグループは「-」にしてください。", "words that touch nothing have the group '-'.");
            harmless.AddRange(words);
            return;
        }
        Check(cells[1] == "-" || GroupId().IsMatch(cells[1]), file, line,
            $"グループ「{cells[1]}」は「vehicles.g-brakes」のように業種と名前で書くか、なければ「-」にしてください。",
            $"write the group '{cells[1]}' as trade and name, such as 'vehicles.g-brakes', or '-' for none.");
        var concept = new Concept(cells[0], new LocalizedText(cells[2], cells[3]), words, cells[1] == "-" ? null : cells[1]);
        Check(concepts.TryAdd(cells[0], concept), file, line,
            $"ID「{cells[0]}」が重複しています。別のIDにしてください。", $"the id '{cells[0]}' is there twice; choose another.");
    }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupId();

    private static void Check(bool right, string file, int line, string ja, string en)
    {
        if (!right)
        {
            throw new DataFileException($"{file}:{line}", new LocalizedText(ja, en));
        }
    }
}
