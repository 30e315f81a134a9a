namespace Voc.Analysis.Search;

/// <summary>A query that cannot be understood: where, why, and what to write instead.</summary>
/// <param name="code">A word programs can test.</param>
/// <param name="position">Offset of the first UTF-16 unit at fault; the length of the query when something is missing at its end.</param>
/// <param name="message">What is wrong and the remedy, without the position.</param>
/// <param name="suggestion">See <see cref="Suggestion"/>.</param>
public sealed class QueryException(string code, int position, LocalizedText message, string? suggestion = null) : Exception(message.En)
{
    /// <summary>A word programs can test, such as <c>unclosed-quote</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Offset of the first UTF-16 unit at fault; the length of the query when something is missing at its end.</summary>
    public int Position { get; } = position;

    /// <summary>What is wrong, where, and the remedy.</summary>
    public LocalizedText Explanation { get; } = new(
        $"{position + 1}文字目: {message.Ja}", $"At character {position + 1}: {message.En}");

    /// <summary>The nearest query that can be understood, whole; null where nothing would be left of it.</summary>
    public string? Suggestion { get; } = suggestion;

    /// <summary>Changes any of which takes this fault away, the nearest first.</summary>
    internal IReadOnlyList<QueryEdit> Remedies { get; init; } = [];

    internal QueryException With(string? suggestion) => new(Code, Position, message, suggestion);
}
