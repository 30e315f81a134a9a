namespace Voc.Api.Mining;

/// <summary>A test of association; low are the cells that expect fewer than 5 texts.</summary>
internal sealed record AssociationTest(double ChiSquare, int DegreesOfFreedom, double P, double CramersV, int LowExpected, int Cells);

/// <summary>
/// A row or column of a table. Query finds its texts; the clauses of a row and a column together find those of their cell. The test is null
/// where a text can be in several of what it is tested against.
/// </summary>
internal sealed record TableValue(string Value, string Label, int Texts, string? Query, string? Clause, AssociationTest? Test);

internal sealed record HeatMapAnswer : MiningAnswer
{
    /// <summary>Texts that both dimensions are known of: the N of the statistics.</summary>
    public required int Base { get; init; }

    public required string RowDimension { get; init; }

    public required string ColumnDimension { get; init; }

    /// <summary>How many rows there are, shown or not.</summary>
    public required int RowValues { get; init; }

    /// <summary>How many columns there are, shown or not.</summary>
    public required int ColumnValues { get; init; }

    public required IReadOnlyList<TableValue> Rows { get; init; }

    public required IReadOnlyList<TableValue> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }

    public required IReadOnlyList<IReadOnlyList<double>> Expected { get; init; }

    /// <summary>Adjusted standardised residuals.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Residuals { get; init; }

    /// <summary>Count over the texts of the row.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> RowShares { get; init; }

    /// <summary>Count over the texts of the column.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> ColumnShares { get; init; }

    /// <summary>Of the whole table; null where a text can be in several cells.</summary>
    public required AssociationTest? Test { get; init; }
}

/// <summary>An axis of the map.</summary>
internal sealed record MapAxis(double Inertia, double Share, double Cumulative);

/// <summary>A point of the map; numbers by axis, as many as were asked for. None where it has no place on the map.</summary>
internal sealed record MapPoint(
    string Value,
    string Label,
    string? Kind,
    int Texts,
    double Mass,
    double InertiaShare,
    IReadOnlyList<double> Coordinates,
    IReadOnlyList<double> Contributions,
    IReadOnlyList<double> Cosines,
    double Quality,
    string? Query);

internal sealed record CorrespondenceAnswer : MiningAnswer
{
    /// <summary>Texts that the columns are known of.</summary>
    public required int Base { get; init; }

    public required string RowDimension { get; init; }

    public required string ColumnDimension { get; init; }

    /// <summary>Sum of all counts of the table.</summary>
    public required int Sum { get; init; }

    public required double Inertia { get; init; }

    public required double ChiSquare { get; init; }

    public required int DegreesOfFreedom { get; init; }

    /// <summary>Whether there is nothing to draw; a note says why.</summary>
    public required bool Degenerate { get; init; }

    public required IReadOnlyList<MapAxis> Axes { get; init; }

    public required IReadOnlyList<MapPoint> Rows { get; init; }

    public required IReadOnlyList<MapPoint> Columns { get; init; }

    public required IReadOnlyList<IReadOnlyList<int>> Counts { get; init; }
}

/// <summary>Some days on end, the last included; partial where the search or the calendar ends inside.</summary>
internal sealed record TimelineInterval(DateOnly Start, DateOnly End, string Label, int Texts, bool Partial, string Query);

/// <summary>A word, or a query, over time; a share is null where the interval has no texts.</summary>
internal sealed record TimelineSeries(string Term, int Texts, IReadOnlyList<int> Counts, IReadOnlyList<double?> Shares, string? Query);

internal sealed record TimelineAnswer : MiningAnswer
{
    public required string Interval { get; init; }

    public required IReadOnlyList<TimelineInterval> Intervals { get; init; }

    public required IReadOnlyList<TimelineSeries> Series { get; init; }
}

/// <summary>A keyword in its context. Start and length are the keyword's in the text, in UTF-16 units; cut says whether the text goes on.</summary>
internal sealed record ConcordanceLine(
    long Id,
    DateTimeOffset OccurredAt,
    string Channel,
    string? Product,
    string Sentiment,
    double Score,
    string Left,
    string Keyword,
    string Right,
    bool LeftCut,
    bool RightCut,
    int Start,
    int Length,
    string Query);

internal sealed record ConcordanceAnswer : MiningAnswer
{
    /// <summary>What was looked for.</summary>
    public required string Keyword { get; init; }

    /// <summary>Texts that hold it.</summary>
    public required int Texts { get; init; }

    /// <summary>Lines on all pages together.</summary>
    public required int Occurrences { get; init; }

    public required IReadOnlyList<ConcordanceLine> Lines { get; init; }
}
