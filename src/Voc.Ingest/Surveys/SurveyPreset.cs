using Voc.Ingest.Files;
using Voc.Ingest.Mapping;

namespace Voc.Ingest.Surveys;

/// <summary>
/// The columns that a survey tool or a contact centre puts into every export, by which its files are known. Questions are
/// everyone's own, so what they hold is guessed from their words and answers.
/// </summary>
public sealed record SurveyPreset
{
    /// <summary>The name used on the command line and in the API, such as <c>google-forms</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The tool's own name.</summary>
    public required string Name { get; init; }

    /// <summary>For each column every export has, its names in the languages of the tool.</summary>
    public required IReadOnlyList<string[]> Signature { get; init; }

    /// <summary>Names of the column of the time of the answer, the best first.</summary>
    public required string[] OccurredAt { get; init; }

    /// <summary>The channel of what was said.</summary>
    public Channel Channel { get; init; } = Channel.Survey;

    /// <summary>Names of the column of the text, where the tool and not the company names it.</summary>
    internal string[] Text { get; init; } = [];

    internal string[] Product { get; init; } = [];

    internal string[] Rating { get; init; } = [];

    internal string[] ExternalId { get; init; } = [];

    internal string[] Customer { get; init; } = [];

    /// <summary>Columns about the tool and not about the customer.</summary>
    internal string[] Ignored { get; init; } = [];

    /// <summary>Whether a file has the columns of the tool.</summary>
    /// <param name="columns">Names of its columns.</param>
    public bool Fits(IReadOnlyList<string> columns) => Missing(columns).Count == 0;

    /// <summary>Columns of the tool that a file lacks, by their first name.</summary>
    internal IReadOnlyList<string> Missing(IReadOnlyList<string> columns) =>
        [.. Signature.Where(names => Find(columns, names) is null).Select(names => names[0])];

    /// <summary>The mapping of a file of the tool; what the tool does not fix is guessed.</summary>
    internal FieldMapping Map(IReadOnlyList<ColumnSample> columns)
    {
        string[] names = [.. columns.Select(column => column.Name)];
        string?[] ignored = [.. Ignored.Select(name => Find(names, [name]))];
        var known = new FieldMapping
        {
            Text = Find(names, Text) is { } text ? [text] : [],
            OccurredAt = Find(names, OccurredAt),
            ExternalId = Find(names, ExternalId),
            Customer = Find(names, Customer),
            Product = Find(names, Product),
            Rating = Find(names, Rating),
            Channel = Channel.Name(),
        };
        return MappingGuess.Of([.. columns.Where(column => !ignored.Contains(column.Name))], known);
    }

    private static string? Find(IReadOnlyList<string> columns, string[] names) =>
        names.Select(name => ColumnNames.IndexOf(columns, name)).FirstOrDefault(index => index >= 0, -1) is >= 0 and var found ? columns[found] : null;
}
