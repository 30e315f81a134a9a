using System.Text;
using Voc.Analysis.Retrieval;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Reads from the store what the index in memory is made of, inside the transaction that is open on the connection.</summary>
internal sealed class IndexEntries(StoreConnection connection) : IDisposable
{
    private readonly Dictionary<int, string> _sources = [];
    private readonly RepeatedStrings _strings = new(bytes => Encoding.UTF8.GetString(bytes));
    private readonly RepeatedStrings _names = new(PackedNames.Joined);
    private RawStatement? _one;

    /// <summary>Everything that is indexed in the order of identifiers, without texts.</summary>
    public IEnumerable<IndexEntry> All()
    {
        using var rows = new RawStatement(connection, StoreSql.IndexEntries);
        var terms = new Block();
        while (rows.Step())
        {
            yield return Read(rows, terms.Copy(rows.Bytes(1)), text: null);
        }
    }

    /// <summary>Every text there is, in the order of identifiers.</summary>
    public static IEnumerable<(long Id, string Text)> Texts(StoreConnection connection)
    {
        using var rows = new RawStatement(connection, StoreSql.IndexedTexts);
        while (rows.Step())
        {
            yield return (rows.Int64(0), rows.String(1));
        }
    }

    /// <summary>One text with its entry, or null where it is not indexed or was deleted.</summary>
    public IndexEntry? Find(long id)
    {
        _one ??= new RawStatement(connection, StoreSql.IndexEntry);
        _one.Bind(1, id);
        var found = _one.Step() ? Read(_one, _one.Bytes(1).ToArray(), _one.String(15)) : null;
        _one.Reset();
        return found;
    }

    public void Dispose() => _one?.Dispose();

    private IndexEntry Read(RawStatement row, ReadOnlyMemory<byte> terms, string? text)
    {
        var (topics, intents) = Labels(row.Bytes(8));
        return new IndexEntry
        {
            Id = row.Int64(0),
            Terms = terms,
            Day = row.Int32(2),
            Channel = (Channel)row.Int32(3),
            Sentiment = (SentimentLabel)row.Int32(4),
            Score = row.Double(5),
            Source = Source(row.Int32(6)),
            Product = Repeated(row, 7),
            Topics = topics,
            Intents = intents,
            Opinions = row.Bytes(9) is { IsEmpty: false } opinions ? Encoding.UTF8.GetString(opinions) : "",
            Customer = row.IsNull(10) ? null : row.String(10),
            Scores = Repeated(row, 11),
            Attributes = Repeated(row, 12),
            Language = _strings.Of(row.Bytes(13)),
            Wording = row.Int64(14),
            Text = text,
        };
    }

    private (string Topics, string Intents) Labels(ReadOnlySpan<byte> reading)
    {
        if (StoredReading.IsPacked(reading))
        {
            return (_names.Of(ReadingFormat.Topics(reading)), _names.Of(ReadingFormat.Intents(reading)));
        }
        var stored = StoredReading.Read(reading.ToArray(), "");
        return (string.Join(' ', stored.Topics.Select(t => t.Label)), string.Join(' ', stored.Intents.Select(i => i.Label)));
    }

    private string? Repeated(RawStatement row, int column) => row.IsNull(column) ? null : _strings.Of(row.Bytes(column));

    private string Source(int id)
    {
        if (!_sources.TryGetValue(id, out var name))
        {
            name = connection.Scalar("SELECT Name FROM source WHERE Id=$id", ("$id", id)) as string ?? $"#{id}";
            _sources.Add(id, name);
        }
        return name;
    }

    /// <summary>Gives many small pieces of memory out of few large ones.</summary>
    private sealed class Block
    {
        private const int Size = 1 << 18;
        private byte[] _bytes = [];
        private int _used;

        public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> piece)
        {
            if (_bytes.Length - _used < piece.Length)
            {
                (_bytes, _used) = (new byte[Math.Max(Size, piece.Length)], 0);
            }
            var copy = _bytes.AsMemory(_used, piece.Length);
            piece.CopyTo(copy.Span);
            _used += piece.Length;
            return copy;
        }
    }
}
