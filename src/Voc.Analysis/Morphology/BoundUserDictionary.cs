namespace Voc.Analysis.Morphology;

/// <summary>A user dictionary with the contexts its words have in the system dictionary.</summary>
internal sealed class BoundUserDictionary
{
    private readonly WordEntry[] _contexts;

    private BoundUserDictionary(UserDictionary words, WordEntry[] contexts) => (Words, _contexts) = (words, contexts);

    /// <summary>No words.</summary>
    public static BoundUserDictionary Empty { get; } = new(UserDictionary.Empty, []);

    /// <summary>The words.</summary>
    public UserDictionary Words { get; }

    /// <summary>Gives every word the contexts of the unknown words whose part of speech is most like its own.</summary>
    public static BoundUserDictionary Bind(UserDictionary words, UnknownWords unknown) =>
        new(words, [.. words.Entries.Select(e => unknown.EntryLike(e.PartOfSpeech.Split('-', 4)) with { Cost = 0 })]);

    /// <summary>The contexts of an entry, at no cost.</summary>
    public ReadOnlySpan<WordEntry> Contexts(int entry) => _contexts.AsSpan(entry, 1);
}
