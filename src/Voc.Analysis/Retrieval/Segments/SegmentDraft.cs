using System.Runtime.InteropServices;
using System.Text;

namespace Voc.Analysis.Retrieval.Segments;

/// <summary>
/// Texts that become a segment, added in the order of their identifiers. Several drafts can be worked on side by side.
/// </summary>
internal sealed class SegmentDraft(IndexTables tables)
{
    private readonly List<long> _ids = [];
    private readonly List<short> _scores = [];
    private readonly List<ulong> _customers = [];
    private readonly List<long> _wordings = [];
    private readonly List<int>[] _columns = [.. Enumerable.Range(0, 11).Select(_ => new List<int>())];
    private readonly List<int> _terms = [];
    private readonly List<int> _termStarts = [0];
    private readonly List<Compound> _compounds = [];
    private readonly List<int> _compoundStarts = [0];
    private readonly List<int> _opinions = [];
    private readonly List<int> _opinionStarts = [0];
    private readonly List<ReadOnlyMemory<char>> _texts = [];
    private byte[] _utf8 = new byte[256];

    public int Count => _ids.Count;

    /// <summary>Adds a text as it comes from outside.</summary>
    public void Add(IndexEntry entry)
    {
        After(entry.Id);
        var fields = tables.Fields;
        var attributes = fields.Attributes.Of(entry.Attributes ?? "");
        _ids.Add(entry.Id);
        _scores.Add(Scale.Of(entry.Score));
        _customers.Add(CustomerKey.Of(entry.Customer));
        _wordings.Add(entry.Wording);
        AddColumns(
            entry.Day, (int)entry.Channel, (int)entry.Sentiment, fields.Sources.Of(entry.Source), fields.Products.Of(entry.Product ?? ""),
            fields.Attributes[attributes].CustomerSegment, fields.Languages.Of(entry.Language), fields.Topics.Of(entry.Topics),
            fields.Intents.Of(entry.Intents), fields.Scores.Of(entry.Scores ?? ""), attributes);
        tables.Terms.AddAll(entry.Terms.Span, _terms, _compounds);
        _termStarts.Add(_terms.Count);
        _compoundStarts.Add(_compounds.Count);
        AddOpinions(entry.Opinions);
        if (entry.Text is not null)
        {
            _texts.Add(ExactText.Normalize(entry.Text).AsMemory());
        }
    }

    /// <summary>Adds a text of another segment of the same tables.</summary>
    public void Add(Segment segment, int text)
    {
        _ids.Add(segment.Ids[text]);
        _scores.Add(segment.Scores[text]);
        _customers.Add(segment.Customers[text]);
        _wordings.Add(segment.Wordings[text]);
        AddColumns(
            segment.Days[text], segment.Channels[text], segment.Sentiments[text], segment.Sources[text], segment.Products[text],
            segment.CustomerSegments[text], segment.Languages[text], segment.Topics[text], segment.Intents[text], segment.ScoreSets[text],
            segment.AttributeSets[text]);
        _terms.AddRange(segment.Terms[text]);
        _termStarts.Add(_terms.Count);
        _compounds.AddRange(segment.Compounds[text]);
        _compoundStarts.Add(_compounds.Count);
        _opinions.AddRange(segment.Opinions[text]);
        _opinionStarts.Add(_opinions.Count);
        if (segment.Texts is { } texts)
        {
            _texts.Add(texts.Memory(text));
        }
    }

    /// <summary>Adds all of another draft, whose texts come after those of this one.</summary>
    public void Add(SegmentDraft next)
    {
        After(next._ids[0]);
        _ids.AddRange(next._ids);
        _scores.AddRange(next._scores);
        _customers.AddRange(next._customers);
        _wordings.AddRange(next._wordings);
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].AddRange(next._columns[i]);
        }
        Add(_terms, _termStarts, next._terms, next._termStarts);
        Add(_compounds, _compoundStarts, next._compounds, next._compoundStarts);
        Add(_opinions, _opinionStarts, next._opinions, next._opinionStarts);
        _texts.AddRange(next._texts);
    }

    /// <summary>Makes the segment; with its texts where all have come.</summary>
    public Segment Build()
    {
        var terms = new Rows([.. _termStarts], [.. _terms]);
        var compounds = new CompoundRows([.. _compoundStarts], [.. _compounds]);
        var postings = PostingsBuilder.Build(compounds.With(terms), tables.Terms.Count);
        var opinions = new Rows([.. _opinionStarts], [.. _opinions]);
        return new()
        {
            Tables = tables,
            Ids = [.. _ids],
            Scores = [.. _scores],
            Customers = [.. _customers],
            Wordings = [.. _wordings],
            Days = Column(0),
            Channels = Column(1),
            Sentiments = Column(2),
            Sources = Column(3),
            Products = Column(4),
            CustomerSegments = Column(5),
            Languages = Column(6),
            Topics = Column(7),
            Intents = Column(8),
            ScoreSets = Column(9),
            AttributeSets = Column(10),
            Terms = terms,
            Compounds = compounds,
            Postings = postings,
            PartsOnly = PartsOnly.Count(terms, compounds, postings),
            Opinions = opinions,
            OpinionPostings = PostingsBuilder.Build(opinions, tables.Opinions.Keys.Count),
            Lengths = Segment.LengthsOf(terms),
            Simhashes = [.. Enumerable.Range(0, Count).Select(text => Simhash.Of(terms[text], tables.Terms))],
            Texts = _texts.Count == Count ? SegmentTexts.Of(_texts) : null,
        };
    }

    private void After(long id)
    {
        if (Count > 0 && id <= _ids[^1])
        {
            throw new ArgumentException($"Text {id} does not come after text {_ids[^1]}.");
        }
    }

    private Codes Column(int column) => Codes.Of(CollectionsMarshal.AsSpan(_columns[column]));

    private void AddColumns(params ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _columns[i].Add(values[i]);
        }
    }

    private void AddOpinions(string keys)
    {
        foreach (var range in keys.AsSpan().Split('\t'))
        {
            var key = keys.AsSpan(range);
            if (_utf8.Length < 3 * key.Length)
            {
                _utf8 = new byte[3 * key.Length];
            }
            var length = Encoding.UTF8.GetBytes(key, _utf8);
            if (length > 0 && tables.Opinions.Add(_utf8.AsSpan(0, length)) is var opinion && opinion >= 0)
            {
                _opinions.Add(opinion);
            }
        }
        _opinionStarts.Add(_opinions.Count);
    }

    private static void Add<T>(List<T> items, List<int> starts, List<T> nextItems, List<int> nextStarts)
    {
        var offset = items.Count;
        items.AddRange(nextItems);
        for (var i = 1; i < nextStarts.Count; i++)
        {
            starts.Add(offset + nextStarts[i]);
        }
    }
}
