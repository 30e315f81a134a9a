using Voc.Api.Storage;

namespace Voc.Api.Masking;

/// <summary>Takes what was masked in a text out of the issues it belongs to: title, words and history. Their quotes are the texts themselves.</summary>
internal static class MaskedIssues
{
    private const string Label = "[個人情報]";
    private const string IssuesOf = "SELECT IssueId FROM issue_feedback WHERE FeedbackId=$id";

    private const string Issue =
        "UPDATE issue SET Title=replace(Title, $hidden, $label), TitleEn=replace(TitleEn, $hidden, $label), Terms=replace(Terms, $hidden, $label) " +
        "WHERE Id=$issue AND (instr(Title, $hidden) > 0 OR instr(TitleEn, $hidden) > 0 OR instr(Terms, $hidden) > 0)";

    private const string History =
        "UPDATE issue_change SET \"Before\"=replace(\"Before\", $hidden, $label), \"After\"=replace(\"After\", $hidden, $label) " +
        "WHERE IssueId=$issue AND (instr(\"Before\", $hidden) > 0 OR instr(\"After\", $hidden) > 0)";

    /// <summary>Masks inside the open transaction; returns the issues of the feedback, all of whose quotes may have changed.</summary>
    public static IReadOnlyList<long> Of(StoreConnection connection, long feedback, IReadOnlyList<string> hidden)
    {
        var issues = new List<long>();
        using (var rows = connection.Query(IssuesOf, ("$id", feedback)))
        {
            while (rows.Read())
            {
                issues.Add(rows.GetInt64(0));
            }
        }
        foreach (var issue in issues)
        {
            foreach (var part in hidden)
            {
                connection.Execute(Issue, ("$issue", issue), ("$hidden", part), ("$label", Label));
                connection.Execute(History, ("$issue", issue), ("$hidden", part), ("$label", Label));
            }
        }
        return issues;
    }
}
