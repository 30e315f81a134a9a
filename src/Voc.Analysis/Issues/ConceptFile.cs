namespace Voc.Analysis.Issues;

/// <summary>Reads files of concepts in the form data/concepts/README.md describes.</summary>
internal static class ConceptFile
{
    private const string Header = "#voc-concepts 1";

    /// <summary>Reads files, each with its name for messages.</summary>
    /// <exception cref="DataFileException">A line is malformed, or an id is there twice.</exception>
    public static ConceptLexicon Read(IEnumerable<(string Name, string Content)> files)
    {
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var harmless = new List<string>();
        foreach (var (name, content) in files)
        {
            var lines = content.ReplaceLineEndings("\n").Split('\n');
            Check(lines[0] == Header, name, 1, $"最初の行は「{Header}」にしてください。", $"the first line must be '{Header}'.");
            for (var i = 1; i < lines.Length; i++)
            {
                if (lines[i].Length > 0 && lines[i][0] != '#')
                {
                    Add(lines[i].Split('\t'), name, i + 1, concepts, harmless);
                }
            }
        }
        return new ConceptLexicon(concepts.Values, harmless);
    }

    private static void Add(string[] cells, string file, int line, Dictionary<string, Concept> concepts, List<string> harmless)
    {
        Check(cells.Length == 4 && cells.All(c => c.Trim().Length > 0), file, line,
            "ID、日本語名、英語名、語の4列をタブで区切ってください。", "write four columns with tabs between them: id, Japanese name, English name, words.");
        var words = cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cells[0] == "-")
        {
            harmless.AddRange(words);
            return;
        }
        Check(concepts.TryAdd(cells[0], new Concept(cells[0], new LocalizedText(cells[1], cells[2]), words)), file, line,
            $"ID「{cells[0]}」が重複しています。別のIDにしてください。", $"the id '{cells[0]}' is there twice; choose another.");
    }

    private static void Check(bool right, string file, int line, string ja, string en)
    {
        if (!right)
        {
            throw new DataFileException($"{file}:{line}", new LocalizedText(ja, en));
        }
    }
}
