using System.Globalization;
using Voc.Analysis.Classification;
using Voc.Analysis.Opinions;
using Voc.Analysis.Text;
using Voc.Api.Problems;
using Voc.Api.Reading;

namespace Voc.Api.Vocabulary;

/// <summary>Checks changes of the company's topics.</summary>
internal static class TopicEditor
{
    public const int MostTopics = 500;
    private const string OwnPrefix = "own-";
    private static readonly LocalizedText What = new("話題", "topic");

    /// <summary>
    /// Adds a topic (no id), changes one, or takes it away (no topic): an own one is deleted, a shipped one is again as it was.
    /// </summary>
    public static EditResult Edit(OwnVocabulary own, Taxonomy shipped, string? id, TopicInput? input, Change change)
    {
        var row = own.Topics.FirstOrDefault(t => t.Id == id && !t.Deleted);
        var known = All(own, shipped);
        var topic = known.FirstOrDefault(t => t.Id == id);
        if (id is not null && topic is null)
        {
            return Refusal.Missing(What, id);
        }
        if (input is null)
        {
            return Remove(own, shipped, known, row, topic, change);
        }
        if (topic is null && own.Topics.Count(t => t.Own && !t.Deleted) >= MostTopics)
        {
            return Refusal.Conflict(new($"追加できる話題は {MostTopics} 件までです。", $"There may be at most {MostTopics} topics of your own."), new("使わない話題を削除してください。", "Delete topics you do not need."), "full");
        }
        if (TopicRules.Refuse(input, topic, known) is { } wrong)
        {
            return wrong;
        }
        return Checked(own, shipped, row, Row(own, row, topic, input, shipped, change), topic is null ? "added" : "changed");
    }

    /// <summary>All topics with the company's changes, hidden ones too, deleted ones not.</summary>
    public static IReadOnlyList<Topic> All(OwnVocabulary own, Taxonomy shipped)
    {
        var taxonomy = ReadingComposer.Topics(shipped, own.Topics, []);
        var deleted = own.Topics.Where(t => t.Deleted).Select(t => t.Id).ToHashSet();
        return [.. taxonomy.Topics.Concat(taxonomy.Hidden).Where(t => !deleted.Contains(t.Id))];
    }

    private static EditResult Remove(OwnVocabulary own, Taxonomy shipped, IReadOnlyList<Topic> known, TopicRow? row, Topic? topic, Change change)
    {
        if (topic is null)
        {
            return Refusal.Of("topic", new("追加する話題を指定してください。", "Give the topic to add."));
        }
        if (row is null)
        {
            return Refusal.Conflict(
                new($"「{topic.Ja}」は標準の話題なので削除できません。", $"'{topic.En}' comes with the product and cannot be deleted."),
                new("使わない場合は非表示（hidden）にしてください。", "Hide it where you do not need it."), "shipped");
        }
        if (row.Own && known.Any(t => t.Parent == row.Id))
        {
            return Refusal.Conflict(
                new($"「{topic.Ja}」の下に話題があります。", $"There are topics below '{topic.En}'."), new("先に下の話題を移すか削除してください。", "Move or delete those first."), "children");
        }
        // A deleted topic keeps its row for its name, which what was sorted into it still needs.
        return Checked(own, shipped, row, row.Own ? Copy(row, change, deleted: true) : null, "deleted");
    }

    /// <summary>The last word has the taxonomy itself, which must hold together with the change.</summary>
    private static EditResult Checked(OwnVocabulary own, Taxonomy shipped, TopicRow? before, TopicRow? after, string action)
    {
        var changed = own with { Topics = [.. own.Topics.Where(t => t.Id != (after ?? before)!.Id), .. after is null ? [] : new[] { after }] };
        var (faultsBefore, faults) = (new List<LocalizedText>(), new List<LocalizedText>());
        var known = ReadingComposer.Topics(shipped, own.Topics, faultsBefore);
        var taxonomy = ReadingComposer.Topics(shipped, changed.Topics, faults);
        if (faults.Count > faultsBefore.Count)
        {
            return Refusal.Of("parent", faults[^1]);
        }
        var id = (after ?? before)!.Id;
        return new VocabularyEdit
        {
            Kind = "topics",
            Action = action,
            Subject = id,
            After = changed,
            Persist = context => _ = after is null ? context.Remove(before!) : before is null ? context.Add(after) : context.Update(after),
            Touches = Touches(known, taxonomy, id),
        };
    }

    /// <summary>Keywords that come or go touch the texts they stand in; a topic that comes, goes or moves may touch any.</summary>
    private static Func<Analysis.Morphology.Tokenizer, Func<string, TextSpan?>>? Touches(Taxonomy before, Taxonomy after, string id)
    {
        var (old, now) = (before.Find(id), after.Find(id));
        if ((old is null && before.Hidden.Any(t => t.Id == id)) || now is null || (old is not null && old.Parent != now.Parent))
        {
            return null;
        }
        var words = now.Keywords.Where(k => old is null || !old.Keywords.TryGetValue(k.Key, out var weight) || weight != k.Value).Select(k => k.Key)
            .Concat(old?.Keywords.Keys.Where(k => !now.Keywords.ContainsKey(k)) ?? []).ToList();
        return tokenizer => new PhraseScan(tokenizer, words).Find;
    }

    private static TopicRow Row(OwnVocabulary own, TopicRow? row, Topic? topic, TopicInput input, Taxonomy shipped, Change change)
    {
        var id = topic?.Id ?? OwnPrefix + NextNumber(own).ToString(CultureInfo.InvariantCulture);
        var original = topic is null ? null : shipped.Find(id);
        var keywords = input.Keywords is null ? null : Weights(input.Keywords);
        return new TopicRow
        {
            Id = id,
            Own = original is null,
            Ja = Different(input.Ja?.Trim() ?? row?.Ja, original?.Ja),
            En = Different(input.En?.Trim() ?? row?.En, original?.En),
            Parent = Different(input.Parent ?? row?.Parent, original is null ? null : original.Parent ?? ""),
            Keywords = keywords is null ? row?.Keywords : original is not null && Same(keywords, original.Keywords) ? null : VocabularyJson.Write(keywords),
            Hidden = input.Hidden ?? row?.Hidden ?? false,
            ChangedBy = change.By,
            ChangedAt = change.At,
        };
    }

    private static TopicRow Copy(TopicRow row, Change change, bool deleted) => new()
    {
        Id = row.Id,
        Own = row.Own,
        Ja = row.Ja,
        En = row.En,
        // Its parent may be deleted later.
        Parent = deleted ? null : row.Parent,
        Keywords = deleted ? null : row.Keywords,
        Hidden = row.Hidden,
        Deleted = deleted,
        ChangedBy = change.By,
        ChangedAt = change.At,
    };

    /// <summary>Only what differs from what is shipped is kept, so that a later version of the product can improve the rest.</summary>
    private static string? Different(string? value, string? shipped) => value == shipped ? null : value;

    private static int NextNumber(OwnVocabulary own) =>
        1 + own.Topics.Select(t => t.Id.StartsWith(OwnPrefix, StringComparison.Ordinal) && int.TryParse(t.Id.AsSpan(OwnPrefix.Length), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty().Max();

    private static Dictionary<string, double> Weights(IReadOnlyList<KeywordWeight> keywords) => keywords.ToDictionary(k => k.Word.Trim(), k => k.Weight, StringComparer.Ordinal);

    private static bool Same(Dictionary<string, double> a, IReadOnlyDictionary<string, double> b) =>
        a.Count == b.Count && a.All(k => b.TryGetValue(k.Key, out var weight) && weight == k.Value);
}
