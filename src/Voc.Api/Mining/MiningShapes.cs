namespace Voc.Api.Mining;

/// <summary>What a reader of an answer must know to read it rightly.</summary>
/// <param name="Code">A word programs can test.</param>
/// <param name="Text">In the reader's language.</param>
internal sealed record MiningNote(string Code, string Text);

/// <summary>What every view says of the texts it is made of.</summary>
internal abstract record MiningAnswer
{
    /// <summary>Texts in the result.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<MiningNote> Notes { get; init; }

    public required double ElapsedMilliseconds { get; init; }
}

/// <summary>A word and the texts that hold it. The query, added to the search, finds exactly these; null where no query can name the word.</summary>
internal sealed record KeywordRow(
    string Term, string Kind, int Texts, int Occurrences, double Share, int Positive, int Neutral, int Negative, string? Query);

internal sealed record KeywordAnswer : MiningAnswer
{
    /// <summary>Different words in the result, before any is left out.</summary>
    public required int Distinct { get; init; }

    /// <summary>Words in the result, repeated ones as often as they occur.</summary>
    public required long Occurrences { get; init; }

    public required IReadOnlyList<KeywordRow> Rows { get; init; }
}

/// <summary>An opinion; the target is null where the texts leave it out.</summary>
internal sealed record OpinionRow(string? Target, string Expression, string Polarity, int Texts, double Share, long ExampleId, string? Query);

/// <summary>What opinions are about. A text with opinions of several polarities of it is in each of their counts, and found by each of their queries.</summary>
internal sealed record OpinionTargetRow(
    string Target,
    int Texts,
    int Positive,
    int Neutral,
    int Negative,
    long ExampleId,
    string? Query,
    string? PositiveQuery,
    string? NeutralQuery,
    string? NegativeQuery);

internal sealed record OpinionAnswer : MiningAnswer
{
    /// <summary>Texts with at least one opinion.</summary>
    public required int WithOpinions { get; init; }

    /// <summary>Different opinions in the result, before any is left out.</summary>
    public required int Distinct { get; init; }

    public required IReadOnlyList<OpinionRow> Pairs { get; init; }

    public required IReadOnlyList<OpinionTargetRow> Targets { get; init; }
}

/// <summary>
/// A word that sets texts apart. The four counts: <c>texts</c> and <c>without</c> of those looked at, <c>rest</c> and
/// <c>restWithout</c> of those compared with.
/// </summary>
internal sealed record CharacteristicRow(
    string Term,
    string Kind,
    bool Over,
    int Texts,
    int Without,
    int Rest,
    int RestWithout,
    double Expected,
    double Share,
    double RestShare,
    double G2,
    double LogRatio,
    double P,
    double Q,
    string? Query);

/// <summary>Texts looked at and what sets them apart; the value is null where they are the whole result.</summary>
internal sealed record CharacteristicGroup(
    string? Value, string? Label, int Texts, int Rest, int Tested, string? Query, IReadOnlyList<CharacteristicRow> Rows);

internal sealed record CharacteristicAnswer : MiningAnswer
{
    /// <summary>Texts in the archive.</summary>
    public required int Archive { get; init; }

    public required string? Against { get; init; }

    public required string? By { get; init; }

    public required IReadOnlyList<CharacteristicGroup> Groups { get; init; }
}

internal sealed record NetworkNode(
    string Term, string Kind, int Texts, double Share, int Positive, int Neutral, int Negative, int Community, int Degree, double Strength, string? Query);

/// <summary>Two words in the same texts; the community is null where it joins two.</summary>
internal sealed record NetworkEdge(string Source, string Target, int Texts, double Jaccard, int? Community, string? Query);

/// <summary>Words that stand together more than chance would have it, most frequent first.</summary>
internal sealed record NetworkCommunity(int Id, IReadOnlyList<string> Terms);

internal sealed record NetworkAnswer : MiningAnswer
{
    public required double Modularity { get; init; }

    public required IReadOnlyList<NetworkNode> Nodes { get; init; }

    public required IReadOnlyList<NetworkEdge> Edges { get; init; }

    public required IReadOnlyList<NetworkCommunity> Communities { get; init; }
}
