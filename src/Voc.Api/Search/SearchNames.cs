using System.Collections.Concurrent;
using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>
/// The names behind the ordinals in <see cref="SearchRow"/>. Names are only added, so readers of an older snapshot find what they
/// have ordinals of.
/// </summary>
internal sealed class SearchNames
{
    private readonly OrdinalTable _products = new();
    private readonly OrdinalTable _topicSets = new();
    private readonly ConcurrentDictionary<int, string> _sources = new();

    /// <summary>Ordinal of a product's name; 0 is no product.</summary>
    public int Product(string? name) => _products.Ordinal(name ?? "");

    /// <summary>Ordinal of a set of topics, given as labels with spaces between; 0 is none.</summary>
    public int Topics(string labels) => _topicSets.Ordinal(labels);

    public int ProductCount => _products.Count;

    public int TopicSetCount => _topicSets.Count;

    public string ProductName(int ordinal) => _products.Name(ordinal);

    public string[] TopicsOf(int ordinal) => _topicSets.Name(ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public string SourceName(int id) => _sources.TryGetValue(id, out var name) ? name : $"#{id}";

    /// <summary>Learns sources that were registered since.</summary>
    public void Refresh(StoreConnection connection)
    {
        using var rows = connection.Query("SELECT Id, Name FROM source WHERE Id > $last", ("$last", _sources.IsEmpty ? 0 : _sources.Keys.Max()));
        while (rows.Read())
        {
            _sources[rows.GetInt32(0)] = rows.GetString(1);
        }
    }

    /// <summary>Strings by the order in which they were first seen; the empty one is 0. One writer, any number of readers.</summary>
    private sealed class OrdinalTable
    {
        private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal) { [""] = 0 };
        private volatile string[] _names = new string[16];
        private volatile int _count = 1;

        public OrdinalTable() => _names[0] = "";

        public int Count => _count;

        public string Name(int ordinal) => _names[ordinal];

        public int Ordinal(string name)
        {
            if (_ordinals.TryGetValue(name, out var known))
            {
                return known;
            }
            var names = _names;
            if (_count == names.Length)
            {
                Array.Resize(ref names, 2 * names.Length);
            }
            names[_count] = name;
            _names = names;
            _ordinals.Add(name, _count);
            return _count++;
        }
    }
}
