using Voc.Analysis.Search;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Search;

namespace Voc.Api.Vocabulary;

/// <summary>Tells what a group of synonyms would find, by the index.</summary>
internal sealed class SynonymPreviews(CurrentIndex index, CurrentReading reading, WordKnowledge words)
{
    public (SynonymReach? Reach, Refusal? Refusal) Of(SynonymInput input, CancellationToken cancellationToken)
    {
        var now = reading.Analyzer;
        if (!SynonymEditor.TryWords(input, now.Terms, out var group, out var wrong))
        {
            return (null, wrong);
        }
        using var session = index.Open();
        var analyzer = new QueryAnalyzer(now.Terms, now.Taxonomy, null, words.Of(session.Index));
        var matches = group.Select(w => analyzer.Analyze(new WordNode(w, Prefix: false, Quoted: false, 0, w.Length))).ToList();
        var counts = matches.Select(m => session.Index.Find(m, cancellationToken).Total).ToList();
        return (new SynonymReach(
            [.. group.Zip(counts, (word, count) => new SynonymCount(word, count))],
            session.Index.Find(new AnyMatch(matches), cancellationToken).Total,
            session.Index.Count), null);
    }
}
