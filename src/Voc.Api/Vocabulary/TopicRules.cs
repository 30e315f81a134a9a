using Voc.Analysis.Classification;
using Voc.Api.Problems;

namespace Voc.Api.Vocabulary;

/// <summary>What the fields of a topic must fulfil.</summary>
internal static class TopicRules
{
    private const int MostKeywords = 300;
    private const int LongestName = 60;
    private const int LongestKeyword = 60;
    private const double HeaviestKeyword = 10;

    /// <summary>What is wrong with a topic to be added (no topic) or with what is to be changed about one; null where nothing is.</summary>
    public static Refusal? Refuse(TopicInput input, Topic? topic, IReadOnlyList<Topic> known) =>
        Names(input, topic, known) ?? Parent(input.Parent, topic, known) ?? Keywords(input.Keywords, topic is null);

    private static Refusal? Names(TopicInput input, Topic? topic, IReadOnlyList<Topic> known)
    {
        foreach (var (field, name, current) in new[] { ("ja", input.Ja, topic?.Ja), ("en", input.En, topic?.En) })
        {
            if ((name ?? current) is not { } given || given.Trim().Length is 0 or > LongestName || given.Any(char.IsControl))
            {
                return Refusal.Of(field, new($"話題の名前（{field}）は 1〜{LongestName} 文字にしてください。", $"Give the topic a name ({field}) of 1 to {LongestName} characters."));
            }
            if (name is not null && name.Trim() != current && known.Any(t => t.Id != topic?.Id && string.Equals(field == "ja" ? t.Ja : t.En, name.Trim(), StringComparison.OrdinalIgnoreCase)))
            {
                return Refusal.Of(field, new($"「{name.Trim()}」という話題は既にあります。", $"There is a topic '{name.Trim()}' already."));
            }
        }
        return null;
    }

    private static Refusal? Parent(string? parent, Topic? topic, IReadOnlyList<Topic> known)
    {
        if (string.IsNullOrEmpty(parent))
        {
            return null;
        }
        if (known.FirstOrDefault(t => t.Id == parent) is not { } above)
        {
            return Refusal.Of("parent", new($"親の話題「{parent}」はありません。", $"There is no topic '{parent}' to put it below."));
        }
        if (above.Parent is not null || above.Id == topic?.Id)
        {
            return Refusal.Of("parent", new($"「{above.Ja}」は最上位の話題ではありません。階層は 2 段です。", $"'{above.En}' is not a topic at the top: there are two levels."));
        }
        return topic is not null && known.Any(t => t.Parent == topic.Id)
            ? Refusal.Of("parent", new($"「{topic.Ja}」の下に話題があるため、ほかの話題の下には移せません。", $"'{topic.En}' has topics below it, so it cannot be put below another."))
            : null;
    }

    private static Refusal? Keywords(IReadOnlyList<KeywordWeight>? keywords, bool isNew)
    {
        if (keywords is null)
        {
            return isNew ? Refusal.Of("keywords", new("キーワードを 1 つ以上指定してください。", "Give at least one keyword.")) : null;
        }
        if (keywords.Count is 0 or > MostKeywords)
        {
            return Refusal.Of("keywords", new($"キーワードは 1〜{MostKeywords} 個にしてください。", $"Give 1 to {MostKeywords} keywords."));
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < keywords.Count; i++)
        {
            var word = keywords[i]?.Word?.Trim() ?? "";
            if (word.Length is 0 or > LongestKeyword || LexiconEditor.Key(word).Trim().Length == 0 || word.Any(char.IsControl))
            {
                return Refusal.Of($"keywords[{i}].word", new($"キーワードは 1〜{LongestKeyword} 文字にしてください。", $"Give a keyword of 1 to {LongestKeyword} characters."));
            }
            if (!(keywords[i].Weight > 0 && keywords[i].Weight <= HeaviestKeyword))
            {
                return Refusal.Of($"keywords[{i}].weight", new($"「{word}」の重みは 0 より大きく 10 以下にしてください。", $"Give '{word}' a weight above 0 and at most 10."));
            }
            if (!seen.Add(LexiconEditor.Key(word)))
            {
                return Refusal.Of($"keywords[{i}].word", new($"キーワード「{word}」が重複しています。", $"The keyword '{word}' is there twice."));
            }
        }
        return null;
    }
}
