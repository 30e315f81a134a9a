namespace Voc.Analysis.Morphology;

/// <summary>Keeps the working memory of as many searches as run at a time, up to a few for each processor.</summary>
internal sealed class PathSearchPool(SystemDictionary dictionary)
{
    private readonly PathSearch?[] _idle = new PathSearch?[2 * Environment.ProcessorCount];

    /// <summary>Takes an idle search, or makes one.</summary>
    public PathSearch Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is not null && Interlocked.Exchange(ref _idle[i], null) is { } search)
            {
                return search;
            }
        }

        return new PathSearch(dictionary);
    }

    /// <summary>Gives a search back; it is dropped when enough are idle.</summary>
    public void Return(PathSearch search)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (_idle[i] is null && Interlocked.CompareExchange(ref _idle[i], search, null) is null)
            {
                return;
            }
        }
    }
}
