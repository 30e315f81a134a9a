using System.Text;

namespace Voc.Api.Commands.Evaluation.Masking;

/// <summary>A part of a text that must be masked.</summary>
internal readonly record struct HiddenPart(int Datum, int Start, int Length);

/// <summary>A sentence whose slots are filled, with the places of what must be masked in it.</summary>
internal sealed record FilledText(string Text, IReadOnlyList<MadeUpDatum> Data, IReadOnlyList<HiddenPart> Hidden)
{
    /// <summary>Fills the slots of a template.</summary>
    public static FilledText Of(string template, MadeUpData made)
    {
        var (text, data, hidden) = (new StringBuilder(), new List<MadeUpDatum>(), new List<HiddenPart>());
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0)
            {
                text.Append(template, at, template.Length - at);
                break;
            }

            var close = template.IndexOf('}', open);
            text.Append(template, at, open - at);
            var datum = made.Of(template[(open + 1)..close]);
            var start = text.Length;
            var written = text.Length > 0 && text[^1] == '〒' ? datum.Text.TrimStart('〒', ' ') : datum.Text;
            text.Append(written);
            foreach (var part in datum.Hidden ?? [written])
            {
                hidden.Add(new(data.Count, start + written.IndexOf(part, StringComparison.Ordinal), part.Length));
            }

            data.Add(datum);
            at = close + 1;
        }

        return new(text.ToString(), data, hidden);
    }
}
