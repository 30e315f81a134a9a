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

/// <summary>A label of the index, see <see cref="IndexLabels"/>.</summary>
/// <param name="Label">The label.</param>
/// <param name="Prefix">Whether what begins like this matches too.</param>
public sealed record LabelMatch(string Label, bool Prefix) : Match;

/// <summary>Matches what the part does not match.</summary>
/// <param name="Part">What must not match.</param>
public sealed record NoneMatch(Match Part) : Match;

/// <summary>Matches what all parts match.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AllMatch(IReadOnlyList<Match> Parts) : Match;

/// <summary>Matches what any part matches.</summary>
/// <param name="Parts">Two or more.</param>
public sealed record AnyMatch(IReadOnlyList<Match> Parts) : Match;
