using Voc.Analysis.Retrieval.Saved;

namespace Voc.Analysis.Issues;

/// <summary>The strings of one saved block: each is written where it comes first, later only its number. One for writing or one for reading.</summary>
internal sealed class SavedNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

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

    public CandidateKey ReadKey(ref BlockReader from) => new((IssuePolarity)from.Signed(), Read(ref from), (CandidateKind)from.Int(), Read(ref from)!);
}
