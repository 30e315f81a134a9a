using Voc.Ingest.Files;
using Voc.Ingest.Values;

namespace Voc.Ingest.Mapping;

/// <summary>Turns the rows of one file into feedback. It remembers what it has seen, so one mapper reads one file.</summary>
internal sealed class RowMapper(ResolvedMapping mapping, string source, IngestContext context)
{
    /// <summary>What stands for the customer in answers that were given without a name: not one customer, but nobody.</summary>
    private static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase) { "anonymous", "匿名", "匿名希望", "-", "なし" };

    private readonly FeedbackIntake _intake = new(context);
    private readonly RowIdentity _identity = new(context.Pseudonyms);
    private readonly SeenIdentifiers _seen = new(context.Pseudonyms);

    /// <summary>The feedback of a row, one for each text column that is not blank, or one rejection.</summary>
    public IEnumerable<IngestedRow> Map(RawRow row)
    {
        if (row.Problem is not null)
        {
            return [new RejectedRow(row.Line, null, row.Problem)];
        }

        if (mapping.Texts.Count == 1)
        {
            return [MapText(row, mapping.Texts[0])];
        }

        var texts = mapping.Texts.Where(text => !string.IsNullOrWhiteSpace(row.Cell(text.Index))).ToList();
        return texts.Count == 0 ? [MapText(row, mapping.Texts[0])] : texts.Select(text => MapText(row, text));
    }

    private IngestedRow MapText(RawRow row, (string Name, int Index) text)
    {
        if (!TryReadTime(row, out var time, out var rejected) || !TryReadScores(row, out var scores, out rejected))
        {
            return rejected!;
        }

        var draft = new FeedbackDraft
        {
            Source = source,
            ExternalId = null,
            Channel = mapping.Channel,
            Text = row.Cell(text.Index),
            OccurredAt = time,
            Product = Cell(row, mapping.Product),
            Customer = Cell(row, mapping.Customer) is { } customer && !Nobody.Contains(customer) ? customer : null,
            Scores = scores,
            Attributes = ReadAttributes(row),
        };
        draft = draft with { ExternalId = Identify(row, draft, mapping.Texts.Count > 1 ? text.Name : null) };
        return _intake.Take(row.Line, draft) switch
        {
            AcceptedRow accepted when mapping.ExternalId is { } id && _seen.Conflict(accepted, _identity.Fingerprint(draft)) is { } line => Conflict(row, id.Name, Masked(draft.ExternalId!), line),
            RejectedRow bad => bad with { Field = bad.Field is null ? null : mapping.ColumnOf(bad.Field, text.Name) },
            var taken => taken,
        };
    }

    /// <summary>The identifier of a mapped column as it stands there, even blank; of the content where no column is mapped.</summary>
    private string? Identify(RawRow row, FeedbackDraft draft, string? textColumn)
    {
        if (mapping.ExternalId is not { } column)
        {
            return _identity.Next(draft, textColumn);
        }

        var id = row.Cell(column.Index)?.Trim();
        return string.IsNullOrEmpty(id) || textColumn is null ? id : $"{id}#{textColumn}";
    }

    private bool TryReadTime(RawRow row, out DateTimeOffset? time, out IngestedRow? rejected)
    {
        (time, rejected) = (null, null);
        if (mapping.OccurredAt is not { } column)
        {
            return true;
        }

        var cell = row.Cell(column.Index);
        if (DateReader.TryRead(cell, context.TimeZone, out var read))
        {
            time = read;
            return true;
        }

        rejected = new RejectedRow(row.Line, column.Name, string.IsNullOrWhiteSpace(cell)
            ? new("日付が空です。この列に日付を入れるか、別の列を occurredAt に指定してください。", "The date is empty. Fill it in or map another column to occurredAt.")
            : ValueProblems.NoDate(Masked(cell)));
        return false;
    }

    private bool TryReadScores(RawRow row, out IReadOnlyDictionary<string, double> scores, out IngestedRow? rejected)
    {
        (scores, rejected) = (FeedbackDraft.NoScores, null);
        if (mapping.Scores.Count == 0)
        {
            return true;
        }

        var read = new Dictionary<string, double>();
        foreach (var (score, name, index) in mapping.Scores)
        {
            var cell = ScoreReader.Read(row.Cell(index), out var value);
            if (cell == ScoreCell.Unreadable)
            {
                rejected = new RejectedRow(row.Line, name, ValueProblems.NoScore(Masked(row.Cell(index)!)));
                return false;
            }

            if (cell == ScoreCell.Score)
            {
                read[score] = value;
            }
        }

        scores = read;
        return true;
    }

    private IReadOnlyDictionary<string, string> ReadAttributes(RawRow row)
    {
        if (mapping.Attributes.Count == 0)
        {
            return FeedbackDraft.NoAttributes;
        }

        var attributes = new Dictionary<string, string>(mapping.Attributes.Count);
        foreach (var (name, index) in mapping.Attributes)
        {
            if (row.Cell(index) is { } value && !string.IsNullOrWhiteSpace(value))
            {
                attributes[name] = value.Trim();
            }
        }

        return attributes;
    }

    private static string? Cell(RawRow row, (string Name, int Index)? column) =>
        column is { } found && row.Cell(found.Index) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>What a report of an import quotes is kept, so it is masked as what is taken in.</summary>
    private string Masked(string value) => context.Masking.Now.Mask(value).Text;

    private static RejectedRow Conflict(RawRow row, string column, string id, long line) => new(row.Line, column, new(
        $"識別子「{ValueProblems.Short(id)}」は {line} 行目の別の内容にも使われています。行ごとに異なる列を externalId に指定するか、指定を外してください。",
        $"The identifier “{ValueProblems.Short(id)}” also stands on line {line} with other content. Map a column that differs in every row to externalId, or none."));
}
