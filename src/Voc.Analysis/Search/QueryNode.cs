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
public sealed record WordNode(string Text, bool Prefix, bool Quoted, int Start, int Length) : QueryNode(Start, Length)
{
    /// <summary>How many places the words of a phrase may be out of line.</summary>
    public int Slop { get; init; }

    /// <summary>Factor of what it adds to the score; greater than 0.</summary>
    public double Boost { get; init; } = 1;
}

/// <summary>A string that must stand in the text as it is.</summary>
/// <param name="Text">As it was typed, without quotes.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record ExactNode(string Text, int Start, int Length) : QueryNode(Start, Length);

/// <summary>A field that must have a value.</summary>
/// <param name="Field">The field; of kind <see cref="QueryFieldKind.Name"/> or <see cref="QueryFieldKind.Identifier"/>.</param>
/// <param name="Value">The value in the form the index has it, see <see cref="QueryFields"/>; empty with a prefix for any value.</param>
/// <param name="Prefix">Whether what begins like this matches too.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record FieldNode(QueryField Field, string Value, bool Prefix, int Start, int Length) : QueryNode(Start, Length);

/// <summary>A field whose number or day must be within bounds.</summary>
/// <param name="Field">The field; of kind <see cref="QueryFieldKind.Number"/> or <see cref="QueryFieldKind.Date"/>.</param>
/// <param name="From">Lower bound, for a day its <see cref="DateOnly.DayNumber"/>, or null.</param>
/// <param name="FromIncluded">Whether the lower bound itself matches.</param>
/// <param name="To">Upper bound likewise, or null.</param>
/// <param name="ToIncluded">Whether the upper bound itself matches.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record RangeNode(QueryField Field, double? From, bool FromIncluded, double? To, bool ToIncluded, int Start, int Length) : QueryNode(Start, Length);

/// <summary>An opinion that must be in the text. What is null may be anything.</summary>
/// <param name="Words">What it is about or what is said of it, where only one thing was given.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Expression">What is said of it.</param>
/// <param name="Polarity">-1, 0 or 1.</param>
/// <param name="Start">Offset in the query.</param>
/// <param name="Length">Length in the query.</param>
public sealed record OpinionNode(string? Words, string? Target, string? Expression, int? Polarity, int Start, int Length) : QueryNode(Start, Length);

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
