namespace Voc.Analysis.Morphology;

/// <summary>
/// Words beside the system dictionary: those of a user dictionary, and the few that are younger than IPADIC. Immutable.
/// </summary>
internal sealed class AddedWords
{
    // A user word is cheaper by unit covered than any path of other words; the fixed part makes fewer, longer ones win.
    private const int UserCostPerUnit = -20_000;
    private const int UserCostPerWord = 5_000;

    private readonly SurfaceTrie _surfaces = new();
    private readonly List<AddedWord> _words = [];

    /// <summary>Puts a user dictionary and the young words together; where both have a surface, the user's wins.</summary>
    public AddedWords(UserDictionary user, UnknownWords unknown)
    {
        User = user;
        foreach (var entry in user.Entries)
        {
            // User words follow and precede what the most similar unknown words do.
            var like = unknown.EntryLike(entry.PartOfSpeech.Split('-', 4));
            var cost = UserCostPerWord + (UserCostPerUnit * entry.Surface.Length);
            Add(entry.Surface, new AddedWord(like with { Cost = 0 }, cost, WordOrigin.User, entry.Words()));
        }

        foreach (var (surface, entry, word) in YoungWords.All)
        {
            Add(surface, new AddedWord(entry, 0, WordOrigin.Known, [(surface.Length, word)]));
        }
    }

    /// <summary>The user dictionary.</summary>
    public UserDictionary User { get; }

    /// <summary>A word by its number.</summary>
    public AddedWord this[int word] => _words[word];

    /// <summary>The node reached from another by a UTF-16 unit, or 0; the root is 0.</summary>
    public int Child(int node, char unit) => _surfaces.Child(node, unit);

    /// <summary>The number of the word that ends at a node, or −1.</summary>
    public int WordAt(int node) => _surfaces.ValueAt(node);

    private void Add(string surface, AddedWord word)
    {
        if (_surfaces.TryAdd(surface, _words.Count))
        {
            _words.Add(word);
        }
    }
}

/// <summary>A word of <see cref="AddedWords"/>.</summary>
/// <param name="Entry">Its contexts and cost.</param>
/// <param name="Extra">Cost on top, which may exceed what an entry can hold.</param>
/// <param name="Origin">Where it is from.</param>
/// <param name="Segments">The words it becomes, with their lengths.</param>
internal sealed record AddedWord(WordEntry Entry, int Extra, WordOrigin Origin, (int Length, Word Word)[] Segments);
