namespace Voc.Api.Issues;

/// <summary>
/// The way of an issue: new → acknowledged → investigating → fixed → verified or regressed. Only the detector makes an issue new; an
/// issue that was closed is opened again by investigating it.
/// </summary>
internal static class IssueLifecycle
{
    private static readonly Dictionary<IssueState, IssueState[]> Transitions = new()
    {
        [IssueState.New] = [IssueState.Acknowledged, IssueState.Investigating, IssueState.Fixed, IssueState.Muted],
        [IssueState.Acknowledged] = [IssueState.Investigating, IssueState.Fixed, IssueState.Muted],
        [IssueState.Investigating] = [IssueState.Acknowledged, IssueState.Fixed, IssueState.Muted],
        [IssueState.Fixed] = [IssueState.Investigating, IssueState.Verified, IssueState.Regressed],
        [IssueState.Verified] = [IssueState.Investigating, IssueState.Regressed],
        [IssueState.Regressed] = [IssueState.Acknowledged, IssueState.Investigating, IssueState.Fixed, IssueState.Muted],
        [IssueState.Muted] = [IssueState.Acknowledged, IssueState.Investigating, IssueState.Fixed],
    };

    /// <summary>States in which somebody has something to do.</summary>
    public static readonly IReadOnlyList<IssueState> Open = [IssueState.New, IssueState.Acknowledged, IssueState.Investigating, IssueState.Regressed];

    /// <summary>States after a fix, in which its effect is measured.</summary>
    public static readonly IReadOnlyList<IssueState> AfterFix = [IssueState.Fixed, IssueState.Verified, IssueState.Regressed];

    public static bool Allows(IssueState from, IssueState to) => from == to || Transitions[from].Contains(to);

    public static string Next(IssueState from, string separator) => string.Join(separator, Transitions[from].Select(s => s.Name()));

    public static string Names(string separator) => string.Join(separator, Enum.GetValues<IssueState>().Select(s => s.Name()));
}
