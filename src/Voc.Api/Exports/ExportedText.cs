using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Api.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Exports;

/// <summary>A text of the archive with what its columns show; what they do not ask for is not worked out.</summary>
internal sealed class ExportedText(FeedbackRow row, IReadOnlyList<long> issues, CultureInfo reader)
{
    private static readonly Dictionary<string, double> NoScores = [];
    private static readonly Dictionary<string, string> NoAttributes = [];

    private StoredReading? _reading;
    private Dictionary<string, double>? _scores;
    private Dictionary<string, string>? _attributes;

    /// <summary>Its source is loaded.</summary>
    public FeedbackRow Row => row;

    /// <summary>Identifiers of the issues it belongs to.</summary>
    public IReadOnlyList<long> Issues => issues;

    /// <summary>Whose language names are in.</summary>
    public CultureInfo Reader => reader;

    public StoredReading Reading => _reading ??= StoredReading.Read(row.Reading, row.Text);

    public IReadOnlyDictionary<string, double> Scores =>
        _scores ??= row.Scores is { } json ? JsonSerializer.Deserialize(json, StoredJson.Default.DictionaryStringDouble)! : NoScores;

    public IReadOnlyDictionary<string, string> Attributes =>
        _attributes ??= row.Attributes is { } json ? JsonSerializer.Deserialize(json, StoredJson.Default.DictionaryStringString)! : NoAttributes;

    /// <summary>Reads these, in the order asked for, a few hundred at a time.</summary>
    public static IEnumerable<ExportedText> Read(StoreConnection connection, IEnumerable<long> ids, CultureInfo reader)
    {
        foreach (var chunk in ids.Chunk(500))
        {
            using var context = connection.Context();
            var rows = context.Feedback.AsNoTracking().Include(f => f.Source).Where(f => chunk.Contains(f.Id)).ToDictionary(f => f.Id);
            var issues = context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => chunk.Contains(l.FeedbackId))
                .Select(l => new { l.FeedbackId, l.IssueId }).ToLookup(l => l.FeedbackId, l => l.IssueId);
            foreach (var id in chunk)
            {
                yield return new ExportedText(rows[id], [.. issues[id].Order()], reader);
            }
        }
    }
}
