namespace Voc.Analysis.Search;

/// <summary>A part of a parsed query, with its place in what was typed.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the query.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
public abstract record QueryNode(int Start, int Length);

/// <summary>A word, or words that must follow each other.</summary>
/// <param name="Text">As it was typed, without quotes and star.</param>
/// <param name="Prefix">Whether what begins like this matches too.</param>
/// <param name="Quoted">Whether it stood in quotes.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record WordNode(string Text, bool Prefix, bool Quoted, int Start, int Length) : QueryNode(Start, Length);

/// <summary>A field that must have a value.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value in the form the index has it, see <see cref="QueryFields"/>.</param>
/// <param name="Prefix">Whether what begins like this matches too.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record FieldNode(QueryField Field, string Value, bool Prefix, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Matches what its part does not match.</summary>
/// <param name="Part">What must not match.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record NotNode(QueryNode Part, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Matches what all of its parts match.</summary>
/// <param name="Parts">Two or more.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record AndNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);

/// <summary>Matches what any of its parts matches.</summary>
/// <param name="Parts">Two or more.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record OrNode(IReadOnlyList<QueryNode> Parts, int Start, int Length) : QueryNode(Start, Length);
