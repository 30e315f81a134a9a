namespace Voc.Analysis.Sentiment;

/// <summary>How an adjective in kana is said roughly or with stress: たけえ, たけー, おっそい, うっま.</summary>
internal static class RoughAdjectives
{
    private const string OpenVowels = "かがさざただなはばまやらわこごそぞとどのほぼもよろ";
    private const string Fronted = "けげせぜてでねへべめえれえけげせぜてでねへべめえれ";
    private const int Longest = 5;

    // Stress makes other words of these: いったい, うっす, あった.
    private static readonly HashSet<string> Unstressed = ["いたい", "うすい", "あたい", "もたい", "かたい"];

    /// <summary>The forms of one adjective; none for anything else.</summary>
    public static IEnumerable<string> Of(string expression)
    {
        if (expression.Length is < 3 or > Longest || expression[^1] != 'い' || !expression.All(c => c is >= 'ぁ' and <= 'ゖ'))
        {
            yield break;
        }

        if (OpenVowels.IndexOf(expression[^2]) is var vowel and >= 0)
        {
            var stem = expression[..^2] + Fronted[vowel];
            yield return stem + "え";
            yield return stem + "ー";
            yield return stem + "ぇ";
        }

        if (expression.Length <= 4 && expression[1] != 'っ' && !Unstressed.Contains(expression))
        {
            yield return $"{expression[0]}っ{expression[1..]}";
            yield return $"{expression[0]}っ{expression[1..^1]}";
        }
    }
}
