using Voc.Analysis.Issues;
using Voc.Dashboard.Live;

namespace Voc.Api.Webhooks;

/// <summary>What a channel is told of an issue. One alert of an issue goes on: its identifier stays, its revision grows.</summary>
/// <param name="AlertId">The same for all that this channel is told of this issue.</param>
/// <param name="Revision">1 for the first message, one more for each further one.</param>
/// <param name="Happened">What happened, see <see cref="Alerts.AlertEvents"/>; several where messages were held back.</param>
/// <param name="IssueId">The issue.</param>
/// <param name="Kind"><c>rise</c>, or <c>silence</c> where what is counted is what still arrives.</param>
/// <param name="Title">Its title.</param>
/// <param name="ThreadTitle">Its title when the channel was first told of it: mail programs keep together what has one subject.</param>
/// <param name="Severity">Name of its severity.</param>
/// <param name="SeverityBefore">Severity told of before, where it is another now.</param>
/// <param name="State">Name of its state.</param>
/// <param name="Polarity"><c>negative</c> or <c>positive</c>.</param>
/// <param name="Product">Product, or null where it crosses products.</param>
/// <param name="Slice">The source or the value of an attribute it is limited to, or null.</param>
/// <param name="Count">Feedback when it was most surprising.</param>
/// <param name="CountBefore">Count told of before, where it is another now.</param>
/// <param name="Expected">Feedback its past lets expect in the same time.</param>
/// <param name="WindowDays">Days of that time.</param>
/// <param name="DueOn">Day it should be fixed by, or null.</param>
/// <param name="Why">Why it is an issue.</param>
/// <param name="Quotes">What customers said.</param>
/// <param name="Path">Its page, from the root of the site.</param>
/// <param name="Url">Its page, or null where the installation does not know its own address.</param>
internal sealed record IssueNotice(
    string AlertId, int Revision, IReadOnlyList<string> Happened, long IssueId, string Kind, LocalizedText Title, string ThreadTitle, string Severity, string? SeverityBefore, string State, string Polarity,
    string? Product, Slice? Slice, int Count, int? CountBefore, double Expected, int WindowDays, DateOnly? DueOn, LocalizedText Why, IReadOnlyList<FeedbackSummary> Quotes, string Path, string? Url);
