using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Api.Search;

/// <summary>Names to choose from when filtering.</summary>
internal sealed class ArchiveNames(CurrentIndex index)
{
    /// <summary>Names of products that feedback is about, the most frequent first.</summary>
    public IReadOnlyList<string> Products()
    {
        using var session = index.Open();
        return [.. session.Index.Find(Match.Everything).Count(Facet.Product).Select(p => p.Value).Where(p => p.Length > 0)];
    }
}
