using System.Diagnostics.CodeAnalysis;
using Voc.Analysis.Opinions;
using Voc.Analysis.Sentiment;
using Voc.Analysis.Text;
using Voc.Api.Problems;

namespace Voc.Api.Vocabulary;

/// <summary>Checks changes of the company's expressions.</summary>
internal static class LexiconEditor
{
    public const int MostExpressions = 20_000;
    private const int Longest = 60;
    private static readonly LocalizedText What = new("表現", "expression");

    /// <summary>Adds an expression (no id), changes one, or deletes it (no expression).</summary>
    public static EditResult Edit(OwnVocabulary own, PolarityLexicon shipped, int? id, ExpressionInput? input, Change change)
    {
        var before = own.Expressions.FirstOrDefault(x => x.Id == id);
        if (id is not null && before is null)
        {
            return Refusal.Missing(What, id);
        }
        if (input is null)
        {
            return before is null
                ? Refusal.Of("expression", new("追加する表現を指定してください。", "Give the expression to add."))
                : Made("deleted", own, before, null);
        }
        if (before is null && own.Expressions.Count >= MostExpressions)
        {
            return Refusal.Conflict(new($"表現は {MostExpressions:N0} 件までです。", $"There may be at most {MostExpressions:N0} expressions."), new("使わない表現を削除してください。", "Delete expressions you do not need."), "full");
        }
        if (!TryRow(before?.Id ?? 0, shipped, input, change, out var row, out var wrong))
        {
            return wrong;
        }
        if (own.Expressions.Any(x => x.Key == row.Key && x.Target == row.Target && x.Kind == row.Kind && x.Id != row.Id))
        {
            return Refusal.Of("expression", new(
                $"「{row.Expression}」は同じ種別・対象で既に登録されています。そちらを編集してください。", $"\"{row.Expression}\" is there already with this kind and target: change that one."));
        }
        return Made(before is null ? "added" : "changed", own, before, row);
    }

    public static string Key(string expression) => NormalizedText.From(expression).Text.ToLowerInvariant();

    private static VocabularyEdit Made(string action, OwnVocabulary own, LexiconExpressionRow? before, LexiconExpressionRow? after)
    {
        string[] expressions = [.. new[] { before?.Expression, after?.Expression }.OfType<string>()];
        return new VocabularyEdit
        {
            Kind = "lexicon",
            Action = action,
            Subject = (after ?? before)!.Expression,
            After = own with { Expressions = [.. own.Expressions.Where(x => x.Id != before?.Id), .. after is null ? [] : new[] { after }] },
            Persist = context => _ = after is null ? context.Remove(before!) : before is null ? context.Add(after) : context.Update(after),
            Touches = tokenizer => new PhraseScan(tokenizer, expressions).Find,
        };
    }

    private static bool TryRow(
        int id, PolarityLexicon shipped, ExpressionInput input, Change change, [NotNullWhen(true)] out LexiconExpressionRow? row, [NotNullWhen(false)] out Refusal? wrong)
    {
        var expression = input.Expression?.Trim() ?? "";
        var kind = string.IsNullOrWhiteSpace(input.Kind) ? LexiconKind.Word.Name() : input.Kind;
        var target = input.Target?.Trim() ?? "";
        row = null;
        wrong = Expression(expression);
        if (wrong is null && !LexiconKinds.Names.Contains(kind))
        {
            wrong = Refusal.Of("kind", new($"種別は {string.Join("、", LexiconKinds.Names)} から選んでください。", $"Choose the kind from {string.Join(", ", LexiconKinds.Names)}."));
        }
        wrong ??= Strengths(LexiconKinds.Of(kind), input) ?? Target(LexiconKinds.Of(kind), target, shipped);
        if (wrong is null)
        {
            row = new LexiconExpressionRow
            {
                Id = id,
                Expression = expression,
                Key = Key(expression),
                Target = target,
                Kind = kind,
                Strength = input.Strength ?? 0,
                Negated = input.Negated,
                ChangedBy = change.By,
                ChangedAt = change.At,
            };
        }
        return row is not null;
    }

    private static Refusal? Expression(string expression) =>
        expression.Length is 0 or > Longest || Key(expression).Trim().Length == 0 || expression.Any(char.IsControl)
            ? Refusal.Of("expression", new($"表現は辞書形で 1〜{Longest} 文字、改行なしにしてください。", $"Give an expression in dictionary form, of 1 to {Longest} characters without line breaks."))
            : null;

    private static Refusal? Strengths(LexiconKind? kind, ExpressionInput input)
    {
        if (kind is null)
        {
            return input.Strength is not (null or 0) || input.Negated is not (null or 0)
                ? Refusal.Of("strength", new("silent の表現に強さは付けられません。", "An expression that is silent has no strength."))
                : null;
        }
        var (low, high) = LexiconKinds.IsFactor(kind.Value) ? (0, 3) : (-1, 1);
        if (!(input.Strength >= low && input.Strength <= high))
        {
            return Refusal.Of("strength", new($"強さは {low} から {high} までの数にしてください。", $"Give a strength from {low} to {high}."));
        }
        if (input.Negated is { } negated && (LexiconKinds.IsFactor(kind.Value) || !(negated >= -1 && negated <= 1)))
        {
            return Refusal.Of("negated", new(
                "否定時の強さは −1 から 1 までの数にしてください（degree、raise、lower では指定できません）。", "Give a strength when negated from -1 to 1; degree, raise and lower have none."));
        }
        return null;
    }

    private static Refusal? Target(LexiconKind? kind, string target, PolarityLexicon shipped)
    {
        if (target.Length == 0)
        {
            return null;
        }
        if (kind != LexiconKind.Word)
        {
            return Refusal.Of("target", new("対象の種類は word だけに付けられます。", "Only a word can be bound to a class of targets."));
        }
        return shipped.Targets.ContainsKey(target)
            ? null
            : Refusal.Of("target", new($"対象の種類「{target}」はありません。{string.Join("、", shipped.Targets.Keys)} から選んでください。", $"There is no class '{target}': choose from {string.Join(", ", shipped.Targets.Keys)}."));
    }
}
