using Voc.Analysis.Classification;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;
using Voc.Analysis.Opinions;
using Voc.Analysis.Search;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;

namespace Voc.Analysis;

/// <summary>Reads a text: the whole flow of the analysis, on one screen. Safe for any number of threads.</summary>
public sealed class Analyzer
{
    private static readonly ThreadLocal<FeatureBuilder> Builders = new(() => new FeatureBuilder());

    private readonly SentenceReader _sentences;
    private readonly IntentReader _intents;
    private readonly TopicReader _topics;
    private readonly LearnedReader _learned;
    private readonly KeyphraseReader _keyphrases;

    /// <summary>Puts an analyzer together.</summary>
    /// <param name="tokenizer">Segments the text.</param>
    /// <param name="lexicon">The polarity expressions.</param>
    /// <param name="taxonomy">The topics.</param>
    /// <param name="language">Intent cues and common words.</param>
    /// <param name="model">What was learned from labelled texts.</param>
    public Analyzer(Tokenizer tokenizer, PolarityLexicon lexicon, Taxonomy taxonomy, LanguageData language, ReadingModel model)
    {
        ArgumentNullException.ThrowIfNull(language);
        (Tokenizer, Lexicon, Taxonomy, Language, Model) = (tokenizer, lexicon, taxonomy, language, model);
        _sentences = new SentenceReader(lexicon);
        _intents = new IntentReader(language.Intents, model);
        _topics = new TopicReader(taxonomy, model);
        _learned = new LearnedReader(model.Sentiment, _intents, _topics);
        _keyphrases = new KeyphraseReader(language.CommonWords);
        Terms = new IndexTerms(tokenizer);
    }

    /// <summary>Makes the terms of the search index; also for the words of queries.</summary>
    public IndexTerms Terms { get; }

    /// <summary>The topics in use.</summary>
    public Taxonomy Taxonomy { get; }

    /// <summary>Segments the text.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The polarity expressions in use.</summary>
    public PolarityLexicon Lexicon { get; }

    /// <summary>What was learned from labelled texts.</summary>
    public ReadingModel Model { get; }

    internal LanguageData Language { get; }

    /// <summary>An analyzer over the data that comes with the product.</summary>
    /// <param name="dataDirectory">Folder with <c>lexicon</c>, <c>taxonomy</c> and <c>models</c>; by default <c>data</c> beside the program.</param>
    /// <param name="tokenizer">The tokenizer, if there is one already.</param>
    /// <param name="model">What was learned, if not what comes with the product.</param>
    /// <exception cref="DataFileException">A file of it cannot be used.</exception>
    /// <exception cref="DictionaryException">The dictionary cannot be used.</exception>
    public static Analyzer LoadDefault(string? dataDirectory = null, Tokenizer? tokenizer = null, ReadingModel? model = null)
    {
        var data = dataDirectory ?? ShippedData.Folder();
        var lexicon = Path.Combine(data, "lexicon");
        return new Analyzer(
            tokenizer ?? Tokenizer.Load(),
            PolarityLexicon.Load(lexicon),
            Taxonomy.Load(Path.Combine(data, "taxonomy", "general.json")),
            LanguageData.Load(lexicon),
            model ?? ReadingModel.Load(Path.Combine(data, "models", "reading.model")));
    }

    /// <summary>The same analyzer with other parts; safe while this one is in use.</summary>
    public Analyzer With(Tokenizer? tokenizer = null, PolarityLexicon? lexicon = null, Taxonomy? taxonomy = null, ReadingModel? model = null) =>
        new(tokenizer ?? Tokenizer, lexicon ?? Lexicon, taxonomy ?? Taxonomy, Language, model ?? Model);

    /// <summary>Reads one text. The same text gives the same answer on any thread, in time linear in its length.</summary>
    /// <param name="text">Any string; empty text gives a neutral answer with nothing in it.</param>
    public AnalyzedText Analyze(string text)
    {
        var normalized = NormalizedText.From(text);
        var passage = new Passage(normalized.Text, Tokenizer);
        var sentences = _sentences.Read(passage, SentenceSplitter.Split(normalized.Text));
        var learned = _learned.Read(passage, sentences, Builders.Value!);
        var opinions = Reading.Opinions(passage, sentences, normalized);
        var terms = Terms.Read(passage.Text, passage.Tokens);
        return new AnalyzedText
        {
            Language = LanguageGuess.Of(normalized.Text),
            Sentiment = learned.Document.ToSentiment(),
            Sentences = Reading.Sentences(sentences, learned.Sentences, normalized),
            Opinions = opinions,
            Pairs = Terms.Opinions.Of(opinions),
            Intents = learned.Intents,
            Topics = learned.Topics,
            Keyphrases = _keyphrases.Read(passage, sentences),
            Terms = terms.Terms,
            Compounds = terms.Compounds,
            Wording = Similarity.Wording.Of(normalized.Text, Tokenizer),
        };
    }

    /// <summary>What a text is compared with others by, without reading the rest; see <see cref="AnalyzedText.Wording"/>.</summary>
    /// <param name="text">Any string.</param>
    public long Wording(string text) => Similarity.Wording.Of(NormalizedText.From(text).Text, Tokenizer);

    /// <summary>The wordings of a text's sentences, each once: two texts that share them all say the same, in whatever order.</summary>
    /// <param name="text">Any string.</param>
    public IReadOnlySet<long> SentenceWordings(string text) => Similarity.Wording.OfSentences(NormalizedText.From(text), Tokenizer);

    /// <summary>Says why a text is read as it is. Takes up to 80 times as long as reading it.</summary>
    /// <param name="text">Any string.</param>
    public Explanation Explain(string text)
    {
        var normalized = NormalizedText.From(text);
        var passage = new Passage(normalized.Text, Tokenizer);
        var sentences = _sentences.Read(passage, SentenceSplitter.Split(normalized.Text));
        return Explainer.Of(normalized, passage, sentences, t => Judge(t).Score);
    }

    private SentimentOdds Judge(string normalized)
    {
        var passage = new Passage(normalized, Tokenizer);
        var sentences = _sentences.Read(passage, SentenceSplitter.Split(normalized));
        return _learned.Read(passage, sentences, Builders.Value!).Document;
    }

    /// <summary>What the models learn from a text, apart from its labels.</summary>
    internal TrainingExample Example(string text)
    {
        var normalized = NormalizedText.From(text);
        var passage = new Passage(normalized.Text, Tokenizer);
        var sentences = _sentences.Read(passage, SentenceSplitter.Split(normalized.Text));
        return TrainingExample.Of(passage, sentences, _intents, _topics);
    }
}
