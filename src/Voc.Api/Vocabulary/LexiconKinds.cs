using Voc.Analysis.Sentiment;

namespace Voc.Api.Vocabulary;

/// <summary>What an expression may do, by the names the API uses.</summary>
internal static class LexiconKinds
{
    /// <summary>Says nothing, and keeps shorter expressions inside it silent.</summary>
    public const string Silent = "silent";

    public static readonly IReadOnlyList<string> Names = [.. Enum.GetValues<LexiconKind>().Select(Name), Silent];

    public static string Name(this LexiconKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind of a name; null for <see cref="Silent"/>.</summary>
    public static LexiconKind? Of(string name) => name == Silent ? null : Enum.Parse<LexiconKind>(name, ignoreCase: true);

    /// <summary>Whether its strength is a factor rather than a polarity.</summary>
    public static bool IsFactor(LexiconKind kind) => kind is LexiconKind.Degree or LexiconKind.Raise or LexiconKind.Lower;

    /// <summary>The change of the lexicon that a row asks for.</summary>
    public static LexiconChange ToChange(LexiconExpressionRow row) => new(
        row.Expression,
        Of(row.Kind) is { } kind ? new LexiconSense(row.Strength, row.Negated ?? NegatedDefault(row.Strength), row.Target.Length == 0 ? null : row.Target, kind) : null);

    /// <summary>Denying praise is nearly a complaint; denying a fault is faint praise.</summary>
    private static double NegatedDefault(double strength) => strength > 0 ? -0.8 * strength : -0.5 * strength;
}
