using System.Net;
using HtmlAgilityPack;

namespace Voc.Ingest.Reviews;

/// <summary>One step of a selector: conditions an element meets, and whether it must be a child of the step before.</summary>
internal sealed record CssStep(bool Child, string? Element, IReadOnlyList<CssCondition> Conditions)
{
    public bool Matches(HtmlNode node) => (Element is null || node.Name == Element) && Conditions.All(condition => condition.Holds(node));
}

/// <summary>A condition on an attribute; <paramref name="Operator"/> is <c>\0</c> for "has it", else the character before <c>=</c> in CSS.</summary>
internal sealed record CssCondition(string Attribute, char Operator, string Value)
{
    public bool Holds(HtmlNode node)
    {
        if (node.Attributes[Attribute] is not { } attribute)
        {
            return false;
        }

        var value = WebUtility.HtmlDecode(attribute.Value) ?? "";
        return Operator switch
        {
            '\0' => true,
            '~' => HasWord(value),
            '^' => Value.Length > 0 && value.StartsWith(Value, StringComparison.Ordinal),
            '$' => Value.Length > 0 && value.EndsWith(Value, StringComparison.Ordinal),
            '*' => Value.Length > 0 && value.Contains(Value, StringComparison.Ordinal),
            _ => value == Value,
        };
    }

    private bool HasWord(string value)
    {
        foreach (var range in value.AsSpan().SplitAny(" \t\r\n\f"))
        {
            if (value.AsSpan(range).SequenceEqual(Value) && Value.Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
