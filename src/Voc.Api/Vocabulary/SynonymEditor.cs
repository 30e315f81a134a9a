using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Search;
using Voc.Api.Problems;

namespace Voc.Api.Vocabulary;

/// <summary>Checks groups of synonyms.</summary>
internal static class SynonymEditor
{
    public const int MostGroups = 5_000;
    public const int MostWords = 50;
    public const int LongestWord = 100;
    public static readonly LocalizedText What = new("同義語のグループ", "group of synonyms");

    /// <summary>The words of a group as they are kept, or what is wrong with them.</summary>
    public static bool TryWords(SynonymInput input, IndexTerms terms, [NotNullWhen(true)] out IReadOnlyList<string>? words, [NotNullWhen(false)] out Refusal? wrong)
    {
        List<string> given = [.. (input.Words ?? []).Select(w => w?.Trim() ?? "").Where(w => w.Length > 0)];
        words = null;
        wrong = Count(given) ?? Each(given, terms) ?? Twice(given);
        words = wrong is null ? given : null;
        return wrong is null;
    }

    /// <summary>A group with the same words that is there already.</summary>
    public static Refusal? Known(IReadOnlyList<string> words, IEnumerable<SynonymGroupRow> others)
    {
        var key = Key(words);
        return others.Any(o => Key(VocabularyJson.Strings(o.Words)).SetEquals(key))
            ? Refusal.Of("words", new("同じ言葉のグループが既にあります。", "There is a group of the same words already."))
            : null;
    }

    public static Refusal? Full(int groups) => groups < MostGroups ? null : Refusal.Conflict(
        new($"グループは {MostGroups:N0} 個までです。", $"There may be at most {MostGroups:N0} groups."),
        new("使わないグループを削除してください。", "Delete groups you do not need."),
        "full");

    private static Refusal? Count(List<string> words) => words.Count is >= 2 and <= MostWords ? null
        : Refusal.Of("words", new($"同じ意味の言葉を 2〜{MostWords} 個入れてください（今は {words.Count} 個）。", $"Give 2 to {MostWords} words that mean the same, not {words.Count}."));

    private static Refusal? Each(List<string> words, IndexTerms terms)
    {
        if (words.Find(w => w.Length > LongestWord || w.Any(char.IsControl)) is { } wrong)
        {
            return Refusal.Of("words", new($"「{wrong}」は長すぎるか、使えない文字を含みます。1〜{LongestWord} 文字にしてください。", $"\"{wrong}\" is too long or has characters that cannot be used: give 1 to {LongestWord}."));
        }
        return words.Find(w => terms.From(w).Count == 0) is { } unsearchable
            ? Refusal.Of("words", new($"「{unsearchable}」は検索できる語を含みません（助詞や記号だけの言葉は使えません）。", $"\"{unsearchable}\" has no word to look for: particles and signs alone are not indexed."))
            : null;
    }

    private static Refusal? Twice(List<string> words) => words.GroupBy(Normal).FirstOrDefault(g => g.Count() > 1) is { } twice
        ? Refusal.Of("words", new($"「{twice.First()}」が2回あります（全角・半角、大文字・小文字は区別しません）。", $"\"{twice.First()}\" is there twice (width and case make no difference)."))
        : null;

    private static HashSet<string> Key(IReadOnlyList<string> words) => [.. words.Select(Normal)];

    private static string Normal(string word) => QueryFields.TryValue(QueryField.Source, word, out var normal) ? normal : word;
}
