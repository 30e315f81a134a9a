namespace Voc.Analysis.Classification;

/// <summary>What a taxonomy must fulfil.</summary>
internal static class TaxonomyRules
{
    private const double HeaviestKeyword = 10;

    public static void Check(IReadOnlyList<Topic> topics, string place)
    {
        var seen = new Dictionary<string, Topic>(StringComparer.Ordinal);
        for (var i = 0; i < topics.Count; i++)
        {
            var topic = topics[i];
            var at = $"{place}: topics[{i}]";
            if (topic.Id.Length == 0 || topic.Id.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')))
            {
                throw new DataFileException(at, new($"id「{topic.Id}」は英小文字・数字・ピリオド・ハイフンにしてください。", $"The id '{topic.Id}' may hold lower-case letters, digits, dots and hyphens only."));
            }

            if (!seen.TryAdd(topic.Id, topic))
            {
                throw new DataFileException(at, new($"id「{topic.Id}」が重複しています。", $"The id '{topic.Id}' is used twice."));
            }

            CheckNames(topic, at);
        }

        for (var i = 0; i < topics.Count; i++)
        {
            CheckParent(topics[i], seen, $"{place}: topics[{i}]");
        }
    }

    private static void CheckNames(Topic topic, string at)
    {
        if (string.IsNullOrWhiteSpace(topic.Ja) || string.IsNullOrWhiteSpace(topic.En))
        {
            throw new DataFileException(at, new($"「{topic.Id}」には名前jaとenが必要です。", $"'{topic.Id}' needs a name in ja and in en."));
        }

        foreach (var (keyword, weight) in topic.Keywords)
        {
            if (string.IsNullOrWhiteSpace(keyword) || !(weight > 0 && weight <= HeaviestKeyword))
            {
                throw new DataFileException(at, new(
                    $"「{topic.Id}」のキーワード「{keyword}」は空でなく、重みは0より大きく10以下にしてください。",
                    $"Keyword '{keyword}' of '{topic.Id}' must not be blank and its weight must be above 0 and at most 10."));
            }
        }
    }

    private static void CheckParent(Topic topic, Dictionary<string, Topic> topics, string at)
    {
        if (topic.Parent is null)
        {
            return;
        }

        if (!topics.TryGetValue(topic.Parent, out var parent))
        {
            throw new DataFileException(at, new($"「{topic.Id}」の親「{topic.Parent}」がありません。", $"The parent '{topic.Parent}' of '{topic.Id}' does not exist."));
        }

        if (parent.Parent is not null || parent == topic)
        {
            throw new DataFileException(at, new($"「{topic.Id}」の親「{topic.Parent}」は最上位の話題にしてください（階層は2段です）。", $"The parent '{topic.Parent}' of '{topic.Id}' must be a top topic: there are two levels."));
        }
    }
}
