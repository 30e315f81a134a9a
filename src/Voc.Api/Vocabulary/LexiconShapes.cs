using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace Voc.Api.Vocabulary;

/// <summary>One meaning of an expression. Target is a class of GET /lexicon/targets, or null for anything.</summary>
internal sealed record SenseInfo(string Kind, double Strength, double Negated, string? Target);

/// <summary>An expression the company added or changed.</summary>
internal sealed record OwnExpression(
    int Id, string Expression, string Kind, double? Strength, double? Negated, string? Target, string ChangedBy, DateTimeOffset ChangedAt)
{
    public static OwnExpression Of(LexiconExpressionRow row) => new(
        row.Id, row.Expression, row.Kind, row.Kind == LexiconKinds.Silent ? null : row.Strength, row.Negated, row.Target.Length == 0 ? null : row.Target, row.ChangedBy, row.ChangedAt);
}

/// <summary>
/// An expression with its meanings as they hold now. State is <c>shipped</c>, <c>own</c>, <c>changed</c> or <c>silenced</c>; <c>own</c> lists the
/// company's changes behind it.
/// </summary>
internal sealed record LexiconItem(string Expression, string Group, string State, IReadOnlyList<SenseInfo> Senses, IReadOnlyList<OwnExpression> Own);

internal sealed record LexiconPage(int Total, IReadOnlyList<LexiconItem> Items);

/// <summary>A class of things an expression may be said of, with its words.</summary>
internal sealed record TargetClass(string Id, IReadOnlyList<string> Words);

/// <summary>An expression to be kept. It takes the place of a shipped meaning for the same target, or is added.</summary>
internal sealed record ExpressionInput
{
    [Description("In dictionary form, 1 to 60 characters")]
    public string? Expression { get; init; }

    [Description("word (default), surface (emoji), cue, degree, raise, lower, or silent: says nothing, and keeps shorter expressions inside it silent")]
    public string? Kind { get; init; }

    [Description("-1 (worst) to 1 (best); for degree, raise and lower a factor from 0 to 3; none for silent")]
    public double? Strength { get; init; }

    [Description("Strength when negated, -1 to 1; left out: -0.8 of praise, -0.5 of blame")]
    public double? Negated { get; init; }

    [Description("Class of GET /lexicon/targets that what it is said of must belong to; left out for anything; for words only")]
    public string? Target { get; init; }
}

/// <summary>A change to try: an expression to add, the one numbered <c>id</c> in a new form, or, without <c>expression</c>, its deletion.</summary>
internal sealed record ExpressionPreview(int? Id, ExpressionInput? Expression);

/// <summary>The parameters of <c>GET /lexicon</c>.</summary>
internal sealed record LexiconQuery
{
    [FromQuery, Description("Part of the expression; blank for all")]
    public string? Q { get; init; }

    [FromQuery, Description("Only what the company added or changed")]
    public bool? Own { get; init; }

    [FromQuery, Description("Items in the answer, up to 200; default 50")]
    public int? Limit { get; init; }

    [FromQuery, Description("Items to leave out")]
    public int? Offset { get; init; }
}
