using Voc.Analysis.Classification;
using Voc.Analysis.Morphology;
using Voc.Analysis.Opinions;
using Voc.Analysis.Search;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis;

/// <summary>Reads a text: the whole flow of the analysis, on one screen. Safe for any number of threads.</summary>
public sealed class Analyzer
{
    private readonly Tokenizer _tokenizer;
    private readonly SentenceReader _sentences;
    private readonly IntentReader _intents;
    private readonly TopicReader _topics;
    private readonly KeyphraseReader _keyphrases;

    /// <summary>Puts an analyzer together.</summary>
    /// <param name="tokenizer">Segments the text.</param>
    /// <param name="lexicon">The polarity expressions.</param>
    /// <param name="taxonomy">The topics.</param>
    /// <param name="language">Intent cues and common words.</param>
    public Analyzer(Tokenizer tokenizer, PolarityLexicon lexicon, Taxonomy taxonomy, LanguageData language)
    {
        ArgumentNullException.ThrowIfNull(language);
        _tokenizer = tokenizer;
        _sentences = new SentenceReader(lexicon);
        _intents = new IntentReader(language.Intents);
        _topics = new TopicReader(taxonomy);
        _keyphrases = new KeyphraseReader(language.CommonWords);
        Terms = new IndexTerms(tokenizer);
        Taxonomy = taxonomy;
    }

    /// <summary>Makes the terms of the search index; also for the words of queries.</summary>
    public IndexTerms Terms { get; }

    /// <summary>The topics in use.</summary>
    public Taxonomy Taxonomy { get; }

    /// <summary>An analyzer over the data that comes with the product.</summary>
    /// <param name="dataDirectory">Folder with <c>lexicon</c> and <c>taxonomy</c>; by default <c>data</c> beside the program.</param>
    /// <param name="tokenizer">The tokenizer, if there is one already.</param>
    /// <exception cref="DataFileException">A file of it cannot be used.</exception>
    /// <exception cref="DictionaryException">The dictionary cannot be used.</exception>
    public static Analyzer LoadDefault(string? dataDirectory = null, Tokenizer? tokenizer = null)
    {
        var data = dataDirectory ?? ShippedData.Folder();
        var lexicon = Path.Combine(data, "lexicon");
        return new Analyzer(
            tokenizer ?? Tokenizer.Load(),
            PolarityLexicon.Load(lexicon),
            Taxonomy.Load(Path.Combine(data, "taxonomy", "general.json")),
            LanguageData.Load(lexicon));
    }

    /// <summary>Reads one text. The same text gives the same answer on any thread, in time linear in its length.</summary>
    /// <param name="text">Any string; empty text gives a neutral answer with nothing in it.</param>
    public AnalyzedText Analyze(string text)
    {
        var normalized = NormalizedText.From(text);
        var passage = new Passage(normalized.Text, _tokenizer);
        var sentences = _sentences.Read(passage, SentenceSplitter.Split(normalized.Text));
        var sentiment = SentimentModel.Document(sentences);
        return new AnalyzedText
        {
            Language = LanguageGuess.Of(normalized.Text),
            Sentiment = sentiment,
            Sentences = Reading.Sentences(sentences, normalized),
            Opinions = Reading.Opinions(passage, sentences, normalized),
            Intents = _intents.Read(passage, sentences, sentiment),
            Topics = _topics.Read(passage),
            Keyphrases = _keyphrases.Read(passage, sentences),
            Terms = Terms.From(passage.Text, passage.Tokens),
        };
    }
}
