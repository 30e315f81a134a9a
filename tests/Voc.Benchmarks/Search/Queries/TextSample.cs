using Voc.Api.Storage;
using Voc.Benchmarks.Search.Texts;

namespace Voc.Benchmarks.Search.Queries;

/// <summary>Texts of the archive, drawn over all of its time.</summary>
internal static class TextSample
{
    private const string At = "SELECT Text FROM feedback WHERE Id >= $id ORDER BY Id LIMIT 1";

    public static List<string> Read(Store store, int count, ref SeededRandom random)
    {
        using var connection = store.Open();
        var (first, last) = ((long)connection.Scalar("SELECT min(Id) FROM feedback")!, (long)connection.Scalar("SELECT max(Id) FROM feedback")!);
        var texts = new List<string>(count);
        while (texts.Count < count)
        {
            texts.Add((string)connection.Scalar(At, ("$id", first + (long)(random.NextDouble() * (last - first))))!);
        }
        return texts;
    }
}
