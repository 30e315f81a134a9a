namespace Voc.Analysis.Retrieval;

/// <summary>Makes a segment from texts that are added in the order of their identifiers. Only for the writer.</summary>
internal sealed class SegmentBuilder(Vocabulary terms, Vocabulary opinions, FieldValues values)
{
    private readonly List<long> _ids = [];
    private readonly List<int> _days = [];
    private readonly List<byte> _channels = [];
    private readonly List<sbyte> _sentiments = [];
    private readonly List<short> _scores = [];
    private readonly List<int> _sources = [];
    private readonly List<int> _products = [];
    private readonly List<int> _topics = [];
    private readonly List<int> _intents = [];
    private readonly List<int> _languages = [];
    private readonly List<int> _segments = [];
    private readonly List<int> _scoreSets = [];
    private readonly List<int> _attributeSets = [];
    private readonly List<ulong> _customers = [];
    private readonly List<int> _terms = [];
    private readonly List<int> _termStarts = [0];
    private readonly List<int> _opinions = [];
    private readonly List<int> _opinionStarts = [0];

    public int Count => _ids.Count;

    public void Add(IndexEntry entry)
    {
        _ids.Add(entry.Id);
        _days.Add(entry.Day);
        _channels.Add((byte)entry.Channel);
        _sentiments.Add((sbyte)entry.Sentiment);
        _scores.Add(Scale.Of(entry.Score));
        _sources.Add(values.Sources.Of(entry.Source));
        _products.Add(values.Products.Of(entry.Product ?? ""));
        _topics.Add(values.Topics.Of(entry.Topics));
        _intents.Add(values.Intents.Of(entry.Intents));
        _languages.Add(values.Languages.Of(entry.Language));
        _scoreSets.Add(values.Scores.Of(entry.Scores ?? ""));
        var attributes = values.Attributes.Of(entry.Attributes ?? "");
        _attributeSets.Add(attributes);
        _segments.Add(values.Attributes[attributes].Segment);
        _customers.Add(string.IsNullOrEmpty(entry.Customer) ? 0 : TermHash.Of(System.Text.Encoding.UTF8.GetBytes(entry.Customer)) | 1);
        AddTerms(entry.Terms.Span);
        foreach (var key in entry.Opinions.Split('\t', StringSplitOptions.RemoveEmptyEntries))
        {
            _opinions.Add(opinions.Add(System.Text.Encoding.UTF8.GetBytes(key)));
        }
        _opinionStarts.Add(_opinions.Count);
    }

    public Segment Build() => new()
    {
        Values = values,
        Ids = [.. _ids],
        Days = [.. _days],
        Channels = [.. _channels],
        Sentiments = [.. _sentiments],
        Scores = [.. _scores],
        Sources = [.. _sources],
        Products = [.. _products],
        Topics = [.. _topics],
        Intents = [.. _intents],
        Languages = [.. _languages],
        Segments = [.. _segments],
        ScoreSets = [.. _scoreSets],
        AttributeSets = [.. _attributeSets],
        Customers = [.. _customers],
        Simhashes = new ulong[_ids.Count],
        Terms = new Rows([.. _termStarts], [.. _terms]),
        Opinions = new Rows([.. _opinionStarts], [.. _opinions]),
    };

    private void AddTerms(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)' ');
            var term = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (!term.IsEmpty)
            {
                _terms.Add(terms.Add(term));
            }
        }
        _termStarts.Add(_terms.Count);
    }
}
