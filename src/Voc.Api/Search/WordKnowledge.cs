using Voc.Analysis.Morphology;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Analysis.Spelling;
using Voc.Analysis.Synonyms;
using Voc.Api.Reading;
using Voc.Api.Vocabulary;

namespace Voc.Api.Search;

/// <summary>
/// What words of queries stand for beside themselves: other spellings among the terms of the archive, synonyms of the dictionary, and the
/// company's own. The dictionaries are loaded when they are first needed, once for the process.
/// </summary>
internal sealed class WordKnowledge(CurrentReading reading, CurrentSynonyms company)
{
    private static readonly Lock Loading = new();
    private static readonly Lazy<SynonymDictionary> Synonyms = new(() => SynonymDictionary.Load());
    private static SpellingDictionary? _spellings;
    private volatile Known? _known;

    /// <summary>What to analyse a query with that the snapshot shall answer.</summary>
    public QueryKnowledge Of(IndexSnapshot snapshot) => new()
    {
        Variants = Lookup(snapshot.Vocabulary).Find,
        Forms = Spellings.Forms,
        Synonyms = () => Synonyms.Value,
        Company = company.Now,
    };

    /// <summary>How words are spelt and read.</summary>
    public (SpellingDictionary Dictionary, SpellingForms Forms) Spellings
    {
        get
        {
            var tokenizer = reading.Analyzer.Tokenizer;
            lock (Loading)
            {
                _spellings ??= SpellingDictionary.Load(tokenizer);
            }
            return (_spellings, new SpellingForms(tokenizer.With(UserDictionary.Empty), _spellings));
        }
    }

    /// <summary>Takes over what another process changed of the company's words and synonyms up to the state that a session sees.</summary>
    public void Follow(SearchSession session)
    {
        reading.Follow(session.Connection);
        company.Follow(session.Connection, session.Index.Sequence);
    }

    /// <summary>Loads what is not loaded yet and takes in the terms that came since, so that no query has to.</summary>
    public void Follow(IndexSnapshot snapshot)
    {
        _ = Synonyms.Value;
        Lookup(snapshot.Vocabulary).CatchUp();
    }

    private VariantLookup Lookup(Analysis.Retrieval.Vocabulary vocabulary)
    {
        if (_known is { } known && known.Terms == vocabulary)
        {
            return known.Lookup;
        }
        var made = new VariantLookup(new VariantKeys(Spellings.Dictionary), () => vocabulary.Count, term => vocabulary[term]);
        _known = new Known(vocabulary, made);
        return made;
    }

    private sealed record Known(Analysis.Retrieval.Vocabulary Terms, VariantLookup Lookup);
}
