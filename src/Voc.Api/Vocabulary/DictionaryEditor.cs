using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Morphology;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Text;
using Voc.Api.Problems;

namespace Voc.Api.Vocabulary;

/// <summary>Checks changes of the company's dictionary.</summary>
internal static class DictionaryEditor
{
    public const int MostWords = 20_000;
    private static readonly LocalizedText What = new("単語", "word");

    /// <summary>Adds a word (no id), changes one, or deletes it (no word).</summary>
    public static EditResult Edit(OwnVocabulary own, int? id, WordInput? word, Change change)
    {
        var before = own.Words.FirstOrDefault(w => w.Id == id);
        if (id is not null && before is null)
        {
            return Refusal.Missing(What, id);
        }
        if (word is null)
        {
            return before is null
                ? Refusal.Of("word", new("追加する単語を指定してください。", "Give the word to add."))
                : Made("deleted", own, before, null);
        }
        if (before is null && own.Words.Count >= MostWords)
        {
            return Refusal.Conflict(new($"単語は {MostWords:N0} 件までです。", $"There may be at most {MostWords:N0} words."), new("使わない単語を削除してください。", "Delete words you do not need."), "full");
        }
        if (!TryRow(before?.Id ?? 0, word, change, out var row, out var wrong))
        {
            return wrong;
        }
        if (own.Words.FirstOrDefault(w => w.Key == row.Key && w.Id != row.Id) is { } other)
        {
            return Refusal.Of("surface", new($"「{other.Surface}」は既に登録されています。そちらを編集してください。", $"\"{other.Surface}\" is there already: change that one."));
        }
        return Made(before is null ? "added" : "changed", own, before, row);
    }

    private static VocabularyEdit Made(string action, OwnVocabulary own, DictionaryWordRow? before, DictionaryWordRow? after)
    {
        string[] surfaces = [.. new[] { before?.Key, after?.Key }.OfType<string>().Distinct()];
        return new VocabularyEdit
        {
            Kind = "dictionary",
            Action = action,
            Subject = (after ?? before)!.Surface,
            After = own with { Words = [.. own.Words.Where(w => w.Id != before?.Id), .. after is null ? [] : new[] { after }] },
            Persist = context => _ = after is null ? context.Remove(before!) : before is null ? context.Add(after) : context.Update(after),
            Cuts = [.. surfaces.Concat(new[] { before?.Surface, after?.Surface }.OfType<string>().Select(ExactText.Normalize)).Distinct()],
            Touches = _ => text => Find(text, surfaces),
        };
    }

    private static bool TryRow(int id, WordInput word, Change change, [NotNullWhen(true)] out DictionaryWordRow? row, [NotNullWhen(false)] out Refusal? wrong)
    {
        var (surface, partOfSpeech) = (word.Surface?.Trim() ?? "", string.IsNullOrWhiteSpace(word.PartOfSpeech) ? PartsOfSpeech.Default : word.PartOfSpeech.Trim());
        var (segments, readings) = (word.Segments ?? [], (word.Readings ?? []).Select(r => r?.Trim() ?? "").ToList());
        row = null;
        wrong = Surface(surface) ?? Segments(surface, segments) ?? Readings(readings, Math.Max(1, segments.Count));
        if (wrong is null && !PartsOfSpeech.All.Any(p => p.Id == partOfSpeech))
        {
            wrong = Refusal.Of("partOfSpeech", new(
                $"品詞「{partOfSpeech}」は登録できません。{string.Join("、", PartsOfSpeech.All.Select(p => p.Id))} から選んでください（活用する語は登録できません）。",
                $"A word cannot be '{partOfSpeech}': choose from {string.Join(", ", PartsOfSpeech.All.Select(p => p.Id))} (words that inflect cannot be added)."));
        }
        if (wrong is null)
        {
            row = new DictionaryWordRow
            {
                Id = id,
                Surface = surface,
                Key = Normal(surface),
                Segments = VocabularyJson.Write(segments),
                Readings = VocabularyJson.Write(readings),
                PartOfSpeech = partOfSpeech,
                ChangedBy = change.By,
                ChangedAt = change.At,
            };
        }
        return row is not null;
    }

    private static Refusal? Surface(string surface)
    {
        var normal = Normal(surface);
        if (surface.Length is 0 or > UserWord.LongestSurface || normal.Length is 0 or > UserWord.LongestSurface || surface.Any(char.IsControl))
        {
            return Refusal.Of("surface", new($"表記は 1〜{UserWord.LongestSurface} 文字で、改行を含まないものにしてください。", $"Give a surface of 1 to {UserWord.LongestSurface} characters without line breaks."));
        }
        return normal.Length == 1 && !char.IsLetterOrDigit(normal[0])
            ? Refusal.Of("surface", new("記号 1 文字は単語にできません。", "A single mark cannot be a word."))
            : null;
    }

    private static Refusal? Segments(string surface, IReadOnlyList<string> segments) =>
        segments.Count > 0 && (segments.Any(string.IsNullOrWhiteSpace) || string.Concat(segments) != surface || string.Concat(segments.Select(Normal)) != Normal(surface))
            ? Refusal.Of("segments", new($"分割「{string.Join(' ', segments)}」をつなげても「{surface}」になりません。", $"The segments \"{string.Join(' ', segments)}\" do not concatenate to \"{surface}\"."))
            : null;

    private static Refusal? Readings(List<string> readings, int words)
    {
        if (readings.Count > 0 && readings.Count != words)
        {
            return Refusal.Of("readings", new($"読みは分割と同じ {words} 個にしてください（今は {readings.Count} 個）。", $"Give {words} readings, one for each segment, not {readings.Count}."));
        }
        return readings.Find(r => r.Length is 0 or > UserWord.LongestSurface || !r.All(IsKatakana)) is { } wrong
            ? Refusal.Of("readings", new($"読み「{wrong}」は全角カタカナにしてください。", $"The reading \"{wrong}\" must be full-width katakana."))
            : null;
    }

    private static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー' or '・';

    private static string Normal(string text) => NormalizedText.From(text).Text;

    private static TextSpan? Find(string text, string[] surfaces)
    {
        var normalized = NormalizedText.From(text);
        foreach (var surface in surfaces)
        {
            if (normalized.Text.IndexOf(surface, StringComparison.Ordinal) is var at and >= 0)
            {
                return normalized.ToOriginal(at, surface.Length);
            }
        }
        return null;
    }
}
