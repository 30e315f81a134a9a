namespace Voc.Analysis.Search;

/// <summary>A query that cannot be understood: where, why, and what to write instead.</summary>
/// <param name="code">A word programs can test.</param>
/// <param name="position">Offset of the first UTF-16 unit at fault; the length of the query when something is missing at its end.</param>
/// <param name="message">What is wrong and the remedy, without the position.</param>
public sealed class QueryException(string code, int position, LocalizedText message) : Exception(message.En)
{
    /// <summary>A word programs can test, such as <c>unclosed-quote</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Offset of the first UTF-16 unit at fault; the length of the query when something is missing at its end.</summary>
    public int Position { get; } = position;

    /// <summary>What is wrong, where, and the remedy.</summary>
    public LocalizedText Explanation { get; } = new(
        $"{position + 1}文字目: {message.Ja}", $"At character {position + 1}: {message.En}");
}
