using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class TrackedIssueTests
{
    [Fact]
    public void An_issue_keeps_the_latest_of_very_much_feedback_and_names_all_of_it_once()
    {
        var issue = new TrackedIssue(IssuePolarity.Negative, "P", 100, Said.At(0));
        var named = 0;
        for (var i = 0; i < 3 * TrackedIssue.MaxMembers; i++)
        {
            issue.AddMember(new Member(i, 100 + (i / 5_000), 0, 0, 0, true, false, GraveMarks.None, 0));
            Assert.InRange(issue.Members.Count, 1, TrackedIssue.MaxMembers);
            named += i % 1000 == 999 ? issue.TakeUnlinked().Count : 0;
        }

        Assert.Equal(3 * TrackedIssue.MaxMembers, named);
        Assert.Contains((3 * TrackedIssue.MaxMembers) - 1, issue.Members.Keys);
        Assert.DoesNotContain(0, issue.Members.Keys);
    }
}
