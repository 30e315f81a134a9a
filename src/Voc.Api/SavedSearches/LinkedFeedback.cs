using System.Text.Json;
using Voc.Api.Storage;

namespace Voc.Api.SavedSearches;

/// <summary>
/// The feedback that issues got after it had arrived: a search for an issue's feedback finds it only then. What people moved from one issue
/// to another is nothing new.
/// </summary>
internal sealed class LinkedFeedback(Store store)
{
    /// <summary>Alerts of a search that are looked through for what was told already.</summary>
    private const int MostAlerts = 20;

    private const string Linked = "SELECT FeedbackId FROM issue_feedback WHERE IssueId = $issue AND LinkedAt = $at";

    /// <summary>What some changes of issues brought them, without what a watched search has found already because something else in it did.</summary>
    public IReadOnlyList<ArrivedMatch> Since(SavedSearchRow search, IEnumerable<EventRow> changes)
    {
        var found = new List<ArrivedMatch>();
        using var connection = store.Open();
        foreach (var change in changes)
        {
            using var rows = connection.Query(Linked, ("$issue", change.SubjectId), ("$at", change.At.ToUnixTimeMilliseconds()));
            while (rows.Read())
            {
                found.Add(new ArrivedMatch(rows.GetInt64(0), change.At));
            }
        }
        return found.Count == 0 ? found : [.. found.ExceptBy(Known(search), match => match.Id)];
    }

    private HashSet<long> Known(SavedSearchRow search)
    {
        using var context = store.Context();
        var told = context.Set<SearchAlertRow>().Where(a => a.SavedSearchId == search.Id).OrderByDescending(a => a.Id).Take(MostAlerts).Select(a => a.Ids).ToList();
        return [.. told.Append(search.Watch!.PendingIds).Append(search.Watch.PastIds).SelectMany(ids => JsonSerializer.Deserialize<long[]>(ids)!)];
    }
}
