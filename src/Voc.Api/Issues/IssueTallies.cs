using Microsoft.EntityFrameworkCore;
using Voc.Api.Storage;
using Voc.Dashboard.Live;

namespace Voc.Api.Issues;

/// <summary>What is counted of an issue's feedback for its row.</summary>
/// <param name="Channels">Feedback by channel, most first.</param>
/// <param name="Days">Feedback a day, oldest first, <see cref="IssueTallies.Days"/> days up to today.</param>
/// <param name="Customers">Customers; who is not known counts once for each feedback.</param>
internal sealed record IssueTally(IReadOnlyList<ValueCount> Channels, IReadOnlyList<int> Days, int Customers);

/// <summary>Counts the feedback of many issues in one query.</summary>
internal static class IssueTallies
{
    public const int Days = 28;

    private const string CountCustomers =
        "SELECT l.IssueId, count(DISTINCT f.Customer) + sum(CASE WHEN f.Customer IS NULL THEN 1 ELSE 0 END) " +
        "FROM issue_feedback l JOIN feedback f ON f.Id = l.FeedbackId GROUP BY l.IssueId";

    private static readonly IssueTally Nothing = new([], new int[Days], 0);

    /// <summary>The tallies of issues by their identifiers; each has one.</summary>
    public static IReadOnlyDictionary<long, IssueTally> Read(VocDbContext context, IReadOnlyCollection<long> issues, DateOnly today)
    {
        var first = today.DayNumber - Days + 1;
        var linked = context.Set<IssueFeedbackRow>().AsNoTracking().Where(l => issues.Contains(l.IssueId))
            .Select(l => new { l.IssueId, l.Feedback!.Day, l.Feedback.Channel, l.Feedback.Customer }).AsEnumerable().ToLookup(l => l.IssueId);
        return issues.Distinct().ToDictionary(id => id, id =>
        {
            if (!linked.Contains(id))
            {
                return Nothing;
            }
            var days = new int[Days];
            var channels = new Dictionary<Channel, int>();
            var customers = new HashSet<string>(StringComparer.Ordinal);
            var unknown = 0;
            foreach (var report in linked[id])
            {
                channels[report.Channel] = channels.GetValueOrDefault(report.Channel) + 1;
                unknown += report.Customer is null ? 1 : 0;
                if (report.Customer is { } customer)
                {
                    customers.Add(customer);
                }
                if (report.Day - first is >= 0 and < Days and var day)
                {
                    days[day]++;
                }
            }
            return new IssueTally([.. channels.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => new ValueCount(c.Key.Name(), c.Value))], days, customers.Count + unknown);
        });
    }

    /// <summary>How many customers each issue has; an issue without feedback is left out.</summary>
    public static IReadOnlyDictionary<long, int> Customers(StoreConnection connection)
    {
        using var rows = connection.Query(CountCustomers);
        var counts = new Dictionary<long, int>();
        while (rows.Read())
        {
            counts.Add(rows.GetInt64(0), rows.GetInt32(1));
        }
        return counts;
    }
}
