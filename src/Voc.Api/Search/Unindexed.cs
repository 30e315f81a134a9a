using Voc.Api.Storage;

namespace Voc.Api.Search;

/// <summary>Texts that an earlier version of the product stored, and that are being indexed.</summary>
internal static class Unindexed
{
    /// <summary>How many are still to be indexed.</summary>
    public static long Count(StoreConnection connection) => ReindexRun.Left(connection, ReindexScope.Unindexed);
}
