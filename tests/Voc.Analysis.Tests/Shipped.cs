using Voc.Analysis.Classification;
using Voc.Analysis.Learning;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Tests.Morphology;

namespace Voc.Analysis.Tests;

/// <summary>The analyzer over the data that ships, loaded once for all tests.</summary>
internal static class Shipped
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");

    public static PolarityLexicon Lexicon { get; } = PolarityLexicon.Load(Path.Combine(Data, "lexicon"));

    public static LanguageData Language { get; } = LanguageData.Load(Path.Combine(Data, "lexicon"));

    public static Taxonomy Taxonomy { get; } = Taxonomy.Load(Path.Combine(Data, "taxonomy", "general.json"));

    public static Analyzer Analyzer { get; } = new(Ipadic.Tokenizer, Lexicon, Taxonomy, Language, ReadingModel.Load(Path.Combine(Data, "models", "reading.model")));
}
