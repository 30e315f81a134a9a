using System.Globalization;
using System.Text;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Text;

namespace Voc.Analysis.Mining;

/// <summary>Finds an exact string in the normalised form of a text, and where that stands in the text as it was given.</summary>
internal static class ExactPlaces
{
    /// <summary>The places, from left to right and none inside another: ああ stands in あああ once.</summary>
    /// <param name="wanted">Normalised; at least one character.</param>
    /// <param name="text">The text as it was given.</param>
    public static IReadOnlyList<TextSpan> Of(string wanted, string text)
    {
        var normal = ExactText.Normalize(text);
        if (!normal.Contains(wanted, StringComparison.Ordinal))
        {
            return [];
        }
        return normal == text ? Places(wanted, text, at => new TextSpan(at, wanted.Length)) : Mapped(wanted, text);
    }

    private static List<TextSpan> Mapped(string wanted, string text)
    {
        var units = ByCharacter(text);
        return Places(wanted, units.Units.ToString(), at =>
        {
            var start = units.StartOf(at);
            return new TextSpan(start, units.EndOf(at + wanted.Length - 1) - start);
        });
    }

    private static List<TextSpan> Places(string wanted, string text, Func<int, TextSpan> place)
    {
        var places = new List<TextSpan>();
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
        {
            places.Add(place(at));
        }
        return places;
    }

    /// <summary>The normalised text with the way back: what combines stands within one character, so each is normalised by itself.</summary>
    private static OffsetText ByCharacter(string text)
    {
        var units = new OffsetText(text.Length);
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var i = 0; i < starts.Length; i++)
        {
            var (start, end) = (starts[i], i + 1 < starts.Length ? starts[i + 1] : text.Length);
            var character = text.AsSpan(start, end - start);
            units.Append(character.Length == 1 && Ascii.IsValid(character) ? character : ExactText.Normalize(character.ToString()), start, end);
        }
        return units;
    }
}
