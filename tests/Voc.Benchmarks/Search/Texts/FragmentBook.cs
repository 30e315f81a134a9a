namespace Voc.Benchmarks.Search.Texts;

/// <summary>The authored fragments by slot, read from <c>Fragments.txt</c>.</summary>
internal sealed class FragmentBook
{
    private const string Nothing = "∅";

    private readonly Dictionary<string, Slot> _slots;

    private FragmentBook(Dictionary<string, Slot> slots) => _slots = slots;

    public int Count => _slots.Values.Sum(s => s.Fragments.Count);

    public static FragmentBook Load()
    {
        using var stream = typeof(FragmentBook).Assembly.GetManifestResourceStream("Fragments.txt")!;
        using var reader = new StreamReader(stream);
        return new(Read(reader).GroupBy(l => l.Slot, l => l.Fragment).ToDictionary(g => g.Key, g => new Slot([.. g])));
    }

    public Slot this[string slot] => _slots.TryGetValue(slot, out var found) ? found : throw new InvalidDataException($"Fragments.txt has no [{slot}].");

    public bool Has(string slot) => _slots.ContainsKey(slot);

    /// <summary>Fragments of the form <c>a = b, c</c>.</summary>
    public IReadOnlyList<(string Left, IReadOnlyList<string> Right)> Pairs(string slot) =>
        [.. this[slot].Fragments.Select(f => f.Split(" = ")).Select(p => (p[0], (IReadOnlyList<string>)p[1].Split(", ")))];

    private static IEnumerable<(string Slot, string Fragment)> Read(TextReader reader)
    {
        var slot = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                slot = line.Trim('[', ']');
            }
            else if (line.Length > 0 && (slot.Length > 0 || !line.StartsWith('#')))
            {
                yield return (slot, line == Nothing ? "" : line);
            }
        }
    }
}
