using Voc.Analysis.Search;

namespace Voc.Api.Corrections;

/// <summary>The labels there are, by name.</summary>
internal static class LabelNames
{
    public static readonly IReadOnlyList<string> Sentiments = [.. Enum.GetValues<SentimentLabel>().Select(l => l.Name())];

    public static IReadOnlyList<string> Intents => QueryFields.Values(QueryField.Intent);

    public static bool TrySentiment(string name, out SentimentLabel label)
    {
        foreach (var candidate in Enum.GetValues<SentimentLabel>())
        {
            if (candidate.Name() == name)
            {
                label = candidate;
                return true;
            }
        }
        label = default;
        return false;
    }
}
