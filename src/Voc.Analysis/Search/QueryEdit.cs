namespace Voc.Analysis.Search;

/// <summary>A change of a query: some of it, or nothing, is replaced.</summary>
/// <param name="Start">Offset of the first UTF-16 unit that is replaced.</param>
/// <param name="End">Offset after the last.</param>
/// <param name="Text">What comes in its place.</param>
internal readonly record struct QueryEdit(int Start, int End, string Text)
{
    public static QueryEdit Remove(int start, int end) => new(start, end, "");

    public static QueryEdit Insert(int at, string text) => new(at, at, text);

    public string Of(string query)
    {
        var (start, end) = (Math.Clamp(Start, 0, query.Length), Math.Clamp(End, 0, query.Length));
        return string.Concat(query.AsSpan(0, start), Text, query.AsSpan(Math.Max(start, end)));
    }
}
