namespace Voc.Api.Alerts;

/// <summary>What can happen to an issue that somebody may want to be told of.</summary>
internal static class AlertEvents
{
    /// <summary>It is met for the first time: just detected, just split off another, or just grave enough for the rule.</summary>
    public const string New = "new";

    /// <summary>Its severity rose by a level, or its count doubled, since it was told of.</summary>
    public const string Grew = "grew";

    public const string Regressed = "regressed";

    /// <summary>A fix has helped, or what fell silent is heard again.</summary>
    public const string Verified = "verified";

    /// <summary>It came back from being muted by itself.</summary>
    public const string Woken = "woken";

    /// <summary>The day it should be fixed by has come.</summary>
    public const string Due = "due";

    public static readonly IReadOnlyList<string> All = [New, Grew, Regressed, Verified, Woken, Due];
}
