using Voc.Analysis.Search;
using Voc.Api.Problems;

namespace Voc.Api.Search;

/// <summary>How fields, values and words are written in a query that somebody is helped to type.</summary>
internal static class QueryNames
{
    /// <summary>Fields with their names, the English one first. Those for programs alone are left out.</summary>
    public static IReadOnlyList<(QueryField Field, string[] Names)> Fields { get; } =
        [.. Enum.GetValues<QueryField>().Where(f => f is not (QueryField.Term or QueryField.Word or QueryField.Pair)).Select(f => (f, QueryFields.AllNames.Where(n => n.Value == f).Select(n => n.Key).ToArray()))];

    /// <summary>The field's name for the reader, with the one that is typed.</summary>
    public static string Label(QueryField field, string name)
    {
        var japanese = Fields.First(f => f.Field == field).Names.ElementAtOrDefault(1) ?? field.Name();
        var said = new LocalizedText(japanese, field.Name()).Say();
        return said == name ? $"{name}:" : $"{name}: {said}";
    }

    /// <summary>The value's name for the reader.</summary>
    public static string Label(string value, IEnumerable<string> aliases) =>
        new LocalizedText(aliases.FirstOrDefault(a => !string.Equals(a, value, StringComparison.OrdinalIgnoreCase)) ?? value, value).Say();

    /// <summary>Other names that a value is accepted by.</summary>
    public static IEnumerable<string> Aliases(QueryField field, string value) =>
        QueryFields.NamesOfValues(field).Where(n => n.Value == value).Select(n => n.Key);

    /// <summary>A value as it is written behind the colon.</summary>
    public static string Value(string value, bool quoted) =>
        quoted || !IsPlain(value) ? $"\"{value.Replace('"', ' ')}\"" : value;

    /// <summary>A word as it is written among others.</summary>
    public static string Word(string term) => IsPlain(term) && !QueryFields.TryParse(term, out _) ? term : $"\"{term.Replace('"', ' ')}\"";

    /// <summary>Without regard to width, case and the two kinds of kana.</summary>
    public static string Plain(string text) => string.Concat(Normalized(text).Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + ('ァ' - 'ぁ')) : c));

    private static string Normalized(string text) => QueryFields.TryValue(QueryField.Source, text, out var normalized) ? normalized : "";

    private static bool IsPlain(string text) => text.Length > 0 && char.IsLetterOrDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '=');
}
