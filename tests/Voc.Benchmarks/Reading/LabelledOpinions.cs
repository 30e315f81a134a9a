using System.Text.Json;
using Voc.Analysis.Text;

namespace Voc.Benchmarks.Reading;

/// <summary>A text of the corpus with every opinion somebody found in it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Sentiment">Label of the text: −1, 0 or 1.</param>
/// <param name="Opinions">At least one.</param>
internal sealed record LabelledOpinions(string Text, int Sentiment, IReadOnlyList<LabelledOpinion> Opinions)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Whether it praises one thing and blames another.</summary>
    public bool IsMixed => Opinions.Any(o => o.Polarity > 0) && Opinions.Any(o => o.Polarity < 0);

    /// <summary>The texts of corpus files that have opinions.</summary>
    public static IEnumerable<LabelledOpinions> Read(IEnumerable<string> files) =>
        from line in files.SelectMany(File.ReadLines)
        let row = JsonSerializer.Deserialize<Row>(line, Web)
        where row.Opinions is { Count: > 0 }
        select new LabelledOpinions(row.Text, row.Sentiment switch { "positive" => 1, "negative" => -1, _ => 0 }, row.Opinions!);

    private sealed record Row(string Text, string Sentiment, IReadOnlyList<LabelledOpinion>? Opinions);
}

/// <summary>One opinion of the corpus; target and expression are parts of the text.</summary>
internal sealed record LabelledOpinion(string? Target, string Expression, int Polarity)
{
    /// <summary>Whether an opinion that was read shares a character with the expression, wherever that stands in the text.</summary>
    public bool Overlaps(string text, Opinion read)
    {
        for (var at = text.IndexOf(Expression, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Expression, at + 1, StringComparison.Ordinal))
        {
            if (read.Start < at + Expression.Length && at < read.Start + read.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an opinion that was read is about the same: one target holds the other, or both texts leave it out.</summary>
    public bool IsAboutSame(Opinion read)
    {
        if (Target is null || read.Target is null)
        {
            return Target is null && read.Target is null;
        }

        // The analysis gives targets as normalised.
        var target = NormalizedText.From(Target).Text;
        return target.Contains(read.Target, StringComparison.OrdinalIgnoreCase) || read.Target.Contains(target, StringComparison.OrdinalIgnoreCase);
    }
}
