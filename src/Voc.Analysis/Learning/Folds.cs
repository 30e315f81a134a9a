namespace Voc.Analysis.Learning;

/// <summary>Divides examples into parts for cross-validation.</summary>
internal static class Folds
{
    /// <summary>The part of each example: those given, else drawn so that every part has its share of every label.</summary>
    public static int[] Of(TrainingData data, int parts, int seed)
    {
        if (data.Folds is { } given)
        {
            return [.. given.Select(fold => fold % parts)];
        }

        var order = Enumerable.Range(0, data.Examples.Count).ToArray();
        new Random(seed).Shuffle(order);
        var part = new int[order.Length];
        var next = 0;
        foreach (var example in order.GroupBy(i => data.LabelsOf(i) is [var first, ..] ? first : -1).OrderBy(group => group.Key).SelectMany(group => group))
        {
            part[example] = next++ % parts;
        }

        return part;
    }
}
