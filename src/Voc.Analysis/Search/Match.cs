namespace Voc.Analysis.Search;

/// <summary>What a query asks of the index: the query after its words were analysed as documents are.</summary>
public abstract record Match
{
    /// <summary>Matches every text.</summary>
    public static Match Everything { get; } = new EverythingMatch();

    private sealed record EverythingMatch : Match;
}

/// <summary>Terms of the index that must follow each other.</summary>
/// <param name="Terms">One or more.</param>
/// <param name="Prefix">Whether the last need only be how a term begins.</param>
public sealed record TermsMatch(IReadOnlyList<string> Terms, bool Prefix) : Match
{
    /// <summary>How many places the terms may be out of line altogether, in any order; 0 where they must follow each other.</summary>
    public int Slop { get; init; }

    /// <summary>Factor of what it adds to the score; greater than 0.</summary>
    public double Boost { get; init; } = 1;

    /// <summary>Whether the terms stand at <paramref name="at"/> in a text.</summary>
    /// <param name="text">The text's terms in order.</param>
    /// <param name="at">Where the first must stand.</param>
    public bool IsAt(IReadOnlyList<string> text, int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (at + Terms.Count > text.Count)
        {
            return false;
        }
        for (var i = 0; i < Terms.Count; i++)
        {
            var last = Prefix && i == Terms.Count - 1;
            if (!(last ? text[at + i].StartsWith(Terms[i], StringComparison.Ordinal) : text[at + i] == Terms[i]))
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>A word as texts are counted by: unlike a term it does not match where it is only a part of a longer word.</summary>
/// <param name="Word">The word, in the form of terms.</param>
public sealed record WordMatch(string Word) : Match;

/// <summary>A field with a value in the form the index has it, see <see cref="QueryFields"/>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value.</param>
/// <param name="Prefix">Whether what begins like this matches too.</param>
public sealed record FieldMatch(QueryField Field, string Value, bool Prefix) : Match;

/// <summary>A field of numbers within bounds. Texts without such a number do not match. Dates are day numbers, see <see cref="DateOnly.DayNumber"/>.</summary>
/// <param name="Field">The field.</param>
/// <param name="From">Lower bound, or null.</param>
/// <param name="FromIncluded">Whether the lower bound itself matches.</param>
/// <param name="To">Upper bound, or null.</param>
/// <param name="ToIncluded">Whether the upper bound itself matches.</param>
public sealed record RangeMatch(QueryField Field, double? From, bool FromIncluded, double? To, bool ToIncluded) : Match;

/// <summary>A string that stands in the text, whatever the words around it.</summary>
/// <param name="Text">Normalised (NFKC); case counts. At least one character.</param>
public sealed record ExactMatch(string Text) : Match;

/// <summary>An opinion. What is null may be anything.</summary>
/// <param name="Target">What it is about, as <see cref="IndexTerms"/> folds words; empty for opinions that leave it out; or null.</param>
/// <param name="Expression">What is said of it, folded likewise, or null.</param>
/// <param name="Polarity">-1, 0, 1, or null.</param>
public sealed record OpinionMatch(string? Target, string? Expression, int? Polarity) : Match;

/// <summary>Texts by their identifiers.</summary>
/// <param name="Ids">Ascending.</param>
public sealed record IdsMatch(IReadOnlyList<long> Ids) : Match;

/// <summary>Matches what the part does not match.</summary>
/// <param name="Part">What must not match.</param>
public sealed record NoneMatch(Match Part) : Match;

/// <summary>Matches what all parts match.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AllMatch(IReadOnlyList<Match> Parts) : Match;

/// <summary>Matches what any part matches.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AnyMatch(IReadOnlyList<Match> Parts) : Match;
