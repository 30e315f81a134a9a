using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

/// <summary>The strings of one saved block: each is written where it comes first, later only its number. One for writing or one for reading.</summary>
internal sealed class SavedNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Dictionary<Slice, Slice> _slices = [];

    public void Write(BlockWriter to, string? name)
    {
        if (name is null)
        {
            to.Number(0);
        }
        else if (_numbers.TryGetValue(name, out var number))
        {
            to.Number(number + 2);
        }
        else
        {
            _numbers.Add(name, _numbers.Count);
            to.Number(1);
            to.Text(name);
        }
    }

    public string? Read(ref BlockReader from)
    {
        var number = from.Int();
        if (number == 1)
        {
            _names.Add(from.Text());
            return _names[^1];
        }
        return number == 0 ? null : _names[number - 2];
    }

    public void Write(BlockWriter to, CandidateKey key)
    {
        to.Signed((int)key.Polarity);
        Write(to, key.Product);
        to.Number((int)key.Kind);
        Write(to, key.Term);
    }

    public void Write(BlockWriter to, Slice? slice)
    {
        Write(to, slice?.Field);
        if (slice is not null)
        {
            Write(to, slice.Value);
        }
    }

    /// <summary>The same object for the same slice.</summary>
    public Slice? ReadSlice(ref BlockReader from)
    {
        if (Read(ref from) is not { } field)
        {
            return null;
        }
        var slice = new Slice(field, Read(ref from)!);
        _slices.TryAdd(slice, slice);
        return _slices[slice];
    }

    public CandidateKey ReadKey(ref BlockReader from) => new((IssuePolarity)from.Signed(), Read(ref from), (CandidateKind)from.Int(), Read(ref from)!);
}
