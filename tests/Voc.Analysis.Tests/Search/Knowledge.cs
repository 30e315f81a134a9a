using Voc.Analysis.Search;
using Voc.Analysis.Spelling;
using Voc.Analysis.Synonyms;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests.Search;

/// <summary>What ships to widen words by, loaded once for all tests.</summary>
internal static class Knowledge
{
    public static SpellingDictionary Dictionary { get; } = SpellingDictionary.Load(Ipadic.Tokenizer);

    public static VariantKeys Keys { get; } = new(Dictionary);

    public static SynonymDictionary Synonyms { get; } = SynonymDictionary.Load();

    public static QueryKnowledge Spellings { get; } = new() { Forms = new SpellingForms(Ipadic.Tokenizer, Dictionary), Synonyms = () => Synonyms };
}
