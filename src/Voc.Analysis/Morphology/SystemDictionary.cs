namespace Voc.Analysis.Morphology;

/// <summary>
/// IPADIC as the npm package kuromoji compiles it: surfaces (<c>base</c>, <c>check</c>), entries (<c>tid*</c>), connection
/// costs (<c>cc</c>) and unknown words (<c>unk*</c>). Immutable.
/// </summary>
internal sealed class SystemDictionary
{
    private SystemDictionary(DoubleArray surfaces, Lexicon lexicon, ConnectionCosts connections, CharacterCategories categories, UnknownWords unknown)
    {
        (Surfaces, Lexicon, Connections, Categories, Unknown) = (surfaces, lexicon, connections, categories, unknown);
    }

    /// <summary>Surfaces; their values are groups of <see cref="Lexicon"/>.</summary>
    public DoubleArray Surfaces { get; }

    /// <summary>Entries of the known words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Connection costs.</summary>
    public ConnectionCosts Connections { get; }

    /// <summary>Categories of characters.</summary>
    public CharacterCategories Categories { get; }

    /// <summary>Unknown words.</summary>
    public UnknownWords Unknown { get; }

    /// <summary>Loads a dictionary.</summary>
    /// <exception cref="DictionaryException">A file is missing, damaged or of another format.</exception>
    public static SystemDictionary Load(string directory)
    {
        var files = new DictionaryFiles(directory);
        var (bases, checks) = (Task.Run(() => files.Values<int>("base")), Task.Run(() => files.Values<int>("check")));
        var connections = ConnectionCosts.Load(files);
        var reader = new WordReader();
        var lexicon = Lexicon.Load(files, "tid", reader, out var groupOfKey);
        var categories = CharacterCategories.Load(files);
        var unknown = Lexicon.Load(files, "unk", reader, out var groupOfCategory);
        CheckContexts(files, "tid", lexicon, connections);
        CheckContexts(files, "unk", unknown, connections);
        return new SystemDictionary(
            ReadSurfaces(files, bases.GetAwaiter().GetResult(), checks.GetAwaiter().GetResult(), groupOfKey),
            lexicon,
            connections,
            categories,
            new UnknownWords(categories, unknown, groupOfCategory));
    }

    private static DoubleArray ReadSurfaces(DictionaryFiles files, int[] bases, int[] checks, int[] groupOfKey)
    {
        try
        {
            return new DoubleArray(bases, checks, groupOfKey);
        }
        catch (InvalidDataException caught)
        {
            throw files.Unusable("base", caught);
        }
    }

    private static void CheckContexts(DictionaryFiles files, string name, Lexicon lexicon, ConnectionCosts connections)
    {
        var (left, right) = lexicon.HighestContexts();
        if (left >= connections.LeftContexts || right >= connections.RightContexts)
        {
            throw files.Unusable(name);
        }
    }
}
