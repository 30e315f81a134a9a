using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Feedbacks;
using Voc.Api.Issues;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Dashboard.Live;
using Voc.Ingest;

namespace Voc.Api.Notes;

/// <summary>A note as far as it is written.</summary>
internal sealed record UnfinishedNote(string? Text, string? Customer);

/// <summary>What is known of a customer: how many texts, the day of the last one, and the open issues they belong to.</summary>
internal sealed record KnownCustomer(int Texts, DateOnly LastDay, IReadOnlyList<IssueLink> Issues);

/// <summary>What is said like a note lately, the open issues of such texts, and what is known of the customer; null where that is nothing.</summary>
internal sealed record RelatedToNote(IReadOnlyList<FeedbackSummary> Similar, IReadOnlyList<IssueSummary> Issues, KnownCustomer? Customer);

/// <summary>Finds what belongs to a note while it is typed. Nothing of the note is kept.</summary>
internal sealed class RelatedReader(
    CurrentIndex index, CurrentReading reading, Store store, IssueReader issues, TopicNames topics, IngestContext context, VocOptions options, TimeProvider time)
{
    private const int Days = 90;
    private const int MostTexts = 5;
    private const int MostIssues = 3;

    /// <summary>So many similar texts say which issues a note may belong to.</summary>
    private const int Witnesses = 30;

    /// <summary>The share of what a note's words tell that a similar text has to have.</summary>
    private const double Share = 0.3;

    /// <summary>A customer's issues are looked for in so many of the newest texts.</summary>
    private const int CustomerTexts = 200;

    private static readonly IssueState[] Open = [IssueState.New, IssueState.Acknowledged, IssueState.Investigating, IssueState.Regressed];

    public RelatedToNote Read(UnfinishedNote note, CancellationToken cancellationToken)
    {
        using var session = index.Open();
        var snapshot = session.Index;
        var today = CompanyDay.Of(time.GetUtcNow(), options.Zone).DayNumber;
        var recent = new RangeMatch(QueryField.Date, today - Days, FromIncluded: true, To: null, ToIncluded: true);
        var terms = reading.Analyzer.Terms.Read(note.Text ?? "").Terms;
        var like = snapshot.Like(terms, recent, Witnesses, Share, cancellationToken);
        var similar = new List<FeedbackSummary>();
        foreach (var text in like.DistinctBy(text => text.Wording == 0 ? -text.Id : text.Wording).Take(MostTexts))
        {
            if (HitText.Read(session.Connection, text.Id) is { } written)
            {
                similar.Add(HitText.Summary(text, written, topics));
            }
        }
        return new RelatedToNote(similar, OpenIssues([.. like.Select(text => text.Id)]), Customer(note.Customer, snapshot, cancellationToken));
    }

    /// <summary>The open issues that most of the texts belong to.</summary>
    private IReadOnlyList<IssueSummary> OpenIssues(long[] texts)
    {
        var links = Links(texts).CountBy(link => link.Id).OrderByDescending(link => link.Value).ThenByDescending(link => link.Key).Take(MostIssues).Select(link => link.Key).ToList();
        var summaries = issues.Summaries(links).ToDictionary(issue => issue.Id);
        return [.. links.Where(summaries.ContainsKey).Select(id => summaries[id])];
    }

    private KnownCustomer? Customer(string? customer, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (context.Pseudonyms.Of(customer) is not { } pseudonym)
        {
            return null;
        }
        var said = snapshot.Find(new FieldMatch(QueryField.Customer, pseudonym, Prefix: false), cancellationToken);
        var newest = said.Top(TextOrder.Newest, CustomerTexts);
        return newest.Count > 0 && snapshot.TryGet(newest[0].Id, out var last)
            ? new KnownCustomer(said.Total, DateOnly.FromDayNumber(last.Day), [.. Links([.. newest.Select(text => text.Id)]).Distinct().OrderByDescending(issue => issue.Id).Take(MostIssues)])
            : null;
    }

    private List<IssueLink> Links(long[] texts)
    {
        using var database = store.Context();
        return [.. database.Set<IssueFeedbackRow>().Where(l => texts.Contains(l.FeedbackId) && Open.Contains(l.Issue!.State)).Select(l => new IssueLink(l.IssueId, l.Issue!.Title))];
    }
}
