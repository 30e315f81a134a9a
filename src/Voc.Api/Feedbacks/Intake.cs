using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Sources.Flow;
using Voc.Api.Storage;
using Voc.Ingest;

namespace Voc.Api.Feedbacks;

/// <summary>Passes rows that adapters read on to the inbox and says of each what became of it.</summary>
internal sealed class Intake(Inbox inbox, SourceDirectory sources, SourceRefusals refusals, GroupCommitWriter writer)
{
    /// <summary>Takes in what is acceptable, durably and in one piece, and names the rest with its reason.</summary>
    /// <exception cref="InboxFullException">Too much waits for analysis; nothing was taken.</exception>
    public Task<SubmissionResult> AcceptAsync(IEnumerable<IngestedRow> rows, CancellationToken cancellationToken) => AcceptAsync(rows, null, cancellationToken);

    /// <summary>Takes in what came through a source, with which is counted what is refused of it.</summary>
    public async Task<SubmissionResult> AcceptAsync(IEnumerable<IngestedRow> rows, string? through, CancellationToken cancellationToken)
    {
        var good = new List<Feedback>();
        var rejected = new List<RejectedRow>();
        foreach (var row in rows)
        {
            var refusal = row switch
            {
                AcceptedRow accepted => await RefusalAsync(accepted, cancellationToken),
                RejectedRow bad => bad,
                _ => throw new InvalidOperationException($"Unknown row {row.GetType()}."),
            };
            if (refusal is null)
            {
                good.Add(((AcceptedRow)row).Feedback);
            }
            else
            {
                rejected.Add(refusal);
            }
        }
        var refused = await refusals.SortAsync(rejected, through, cancellationToken);
        var receipts = good.Count > 0 ? await inbox.AcceptAsync(good, (connection, _) => refusals.Count(connection, refused), cancellationToken)
            : refused.Count > 0 ? await writer.WriteAsync(Count, cancellationToken)
            : [];
        return new SubmissionResult(
            [.. receipts.Zip(good, (r, f) => new AcceptedFeedback(r.Id, f.ExternalId, r.Duplicate))],
            [.. rejected.Select(r => new RejectedFeedback(r.Line, r.Field, r.Message.Say()))]);

        IReadOnlyList<Receipt> Count(StoreConnection connection)
        {
            refusals.Count(connection, refused);
            return [];
        }
    }

    private async ValueTask<RejectedRow?> RefusalAsync(AcceptedRow row, CancellationToken cancellationToken) =>
        await sources.FindAsync(row.Feedback.Source, cancellationToken) switch
        {
            null => new RejectedRow(row.Line, "source", SourceProblems.Unknown(row.Feedback.Source)) { Source = row.Feedback.Source },
            { Enabled: false } => new RejectedRow(row.Line, "source", SourceProblems.Disabled(row.Feedback.Source)) { Source = row.Feedback.Source },
            _ => null,
        };
}

internal static class SourceProblems
{
    public static LocalizedText Unknown(string name) => new(
        $"ソース「{name}」は登録されていません。「ソース」画面か POST /api/v1/sources で作成してください。",
        $"There is no source '{name}'. Create it under Sources or with POST /api/v1/sources.");

    public static LocalizedText Disabled(string name) => new(
        $"ソース「{name}」は停止中です。「ソース」画面で再開してください。",
        $"The source '{name}' is switched off. Switch it on under Sources.");
}
