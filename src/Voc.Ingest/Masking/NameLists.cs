namespace Voc.Ingest.Masking;

/// <summary>The lists of names that come with the product, by section.</summary>
internal static class NameLists
{
    public static string[] Surnames { get; } = Read("surnames.txt", null);

    public static string[] Given(string section) => Read("given-names.txt", section);

    private static string[] Read(string file, string? section)
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream("Voc.Ingest.Masking." + file)!;
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        string? current = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                current = line.Trim('[', ']');
            }
            else if (current == section && !line.StartsWith('#'))
            {
                words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
        }

        return [.. words.Distinct()];
    }
}
