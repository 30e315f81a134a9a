using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Voc.Analysis.Issues;
using Voc.Api.Storage;

namespace Voc.Api.Issues.Severity;

/// <summary>Reckons the severity of stored issues by one company's settings, from the latest feedback that is linked to them.</summary>
internal sealed class SeverityRating
{
    /// <summary>Feedback that is read of an issue; of more, the latest counts.</summary>
    private const int MaxRead = 200;

    private const string ChurnRisk = "churn-risk";

    private const string Columns = "SELECT f.Text, f.Score, f.Customer, f.Attributes, f.Reading, f.Day FROM ";
    private const string Latest = Columns + "issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId WHERE l.IssueId = $issue ORDER BY l.FeedbackId DESC LIMIT $limit";
    private const string Named = Columns + "feedback f WHERE f.Id IN (SELECT value FROM json_each($ids)) ORDER BY f.Id DESC LIMIT $limit";

    private static volatile SeverityRating? latest;

    private readonly string? _stored;
    private readonly GraveWords _words;
    private readonly SeverityWeights _weights;

    public SeverityRating(SeveritySettings settings)
        : this(settings, null)
    {
    }

    private SeverityRating(SeveritySettings settings, string? stored) =>
        (Settings, _stored, _words, _weights) = (settings, stored, new GraveWords(settings.SafetyWords, settings.MoneyWords), settings.Weights());

    public SeveritySettings Settings { get; }

    /// <summary>By the settings that are in force in a store.</summary>
    public static SeverityRating InForce(StoreConnection connection)
    {
        var stored = (string?)connection.Scalar("SELECT Settings FROM severity_change ORDER BY Id DESC LIMIT 1");
        // Words are costly to prepare, and settings rarely change; the same settings mean the same in every store.
        if (latest is not { } rating || rating._stored != stored)
        {
            latest = rating = new SeverityRating(stored is null ? SeveritySettings.Shipped : JsonSerializer.Deserialize<SeveritySettings>(stored, Server.Json)!, stored);
        }
        return rating;
    }

    public IssueSeverity Level(IssueRow issue, SeverityParts parts) => _weights.Level(issue.Polarity, parts);

    /// <summary>Sets the severity of an issue whose feedback has changed; what fell silent has none to go by.</summary>
    public static void Rate(StoreConnection connection, IssueRow issue)
    {
        if (issue.Kind == IssueKind.Rise)
        {
            var rating = InForce(connection);
            issue.Severity = rating.Level(issue, rating.Parts(connection, issue));
        }
    }

    /// <summary>The severity of an alarm that is not stored, with the feedback it has.</summary>
    public IssueSeverity Level(StoreConnection connection, IssueFinding finding)
    {
        using var rows = connection.Query(Named, ("$ids", JsonSerializer.Serialize(finding.NewFeedback)), ("$limit", MaxRead));
        return _weights.Level(finding.Polarity, Parts(rows, finding.Peak.Count / finding.Peak.Expected));
    }

    /// <summary>Points, 0 to 100.</summary>
    public double Score(SeverityParts parts) => _weights.Score(parts);

    /// <summary>The parts with their points; of safety and money, only the one that brings more has any.</summary>
    public IReadOnlyList<SeverityPart> Explain(SeverityParts parts)
    {
        var moneyCounts = Settings.Money * parts.Money > Settings.Safety * parts.Safety;
        SeverityPart Part(string name, double share, double weight, bool counts = true) => new(name, Math.Round(share, 3), weight, Math.Round(counts ? share * weight : 0, 1), counts);
        return
        [
            Part("reach", parts.Reach, Settings.Reach),
            Part("negativity", parts.Negativity, Settings.Negativity),
            Part("safety", parts.Safety, Settings.Safety, !moneyCounts),
            Part("money", parts.Money, Settings.Money, moneyCounts),
            Part("growth", parts.Growth, Settings.Growth),
            Part("churnRisk", parts.ChurnRisk, Settings.ChurnRisk),
            Part("customerValue", parts.CustomerValue, Settings.CustomerValue),
        ];
    }

    public SeverityParts Parts(StoreConnection connection, IssueRow issue)
    {
        using var rows = connection.Query(Latest, ("$issue", issue.Id), ("$limit", MaxRead));
        return Parts(rows, issue.Count / issue.Expected);
    }

    private SeverityParts Parts(SqliteDataReader rows, double growth)
    {
        var customers = new HashSet<string>();
        var copies = new NearDuplicates();
        var (count, unknown, negativity) = (0, 0, 0.0);
        var (safety, money, churn, important) = (0, 0, 0, 0);
        while (rows.Read())
        {
            var text = rows.GetString(0);
            var marks = _words.Marks(text);
            count++;
            negativity += Math.Max(0, -rows.GetDouble(1));
            safety += marks.HasFlag(GraveMarks.Safety) ? 1 : 0;
            money += marks.HasFlag(GraveMarks.Money) ? 1 : 0;
            churn += StoredReading.Read(rows.GetFieldValue<byte[]>(4), text).Intents.Any(i => i.Label == ChurnRisk) ? 1 : 0;
            important += !rows.IsDBNull(3) && IsImportant(rows.GetString(3)) ? 1 : 0;
            if (!rows.IsDBNull(2))
            {
                customers.Add(rows.GetString(2));
            }
            else if (copies.Seen(text, rows.GetInt32(5)) == Repetition.Seldom)
            {
                unknown++;
            }
        }
        double Share(double part) => part / Math.Max(1, count);
        return SeverityParts.Of(customers.Count + unknown, growth, Share(negativity), Share(safety), Share(money), Share(churn), Share(important));
    }

    private bool IsImportant(string attributes)
    {
        if (Settings.Attribute is not { } name || JsonSerializer.Deserialize(attributes, StoredJson.Default.DictionaryStringString)?.GetValueOrDefault(name)?.Trim() is not { } value)
        {
            return false;
        }
        return Settings.ImportantValues.Contains(value, StringComparer.OrdinalIgnoreCase)
            || (Settings.ImportantFrom is { } from && double.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= from);
    }
}

/// <summary>A part of an issue's severity.</summary>
/// <param name="Name"><c>reach</c>, <c>negativity</c>, <c>safety</c>, <c>money</c>, <c>growth</c>, <c>churnRisk</c> or <c>customerValue</c>.</param>
/// <param name="Share">How much of it there is, 0 to 1.</param>
/// <param name="Weight">The points it brings at most.</param>
/// <param name="Points">The points it brings.</param>
/// <param name="Counts">Whether it counts: of safety and money, only the one that brings more does.</param>
internal sealed record SeverityPart(string Name, double Share, double Weight, double Points, bool Counts);
