namespace Voc.Analysis.Opinions;

/// <summary>Tells the いい of てもいい, ばいい and ほうがいい, which judges nothing, from the one that does.</summary>
internal static class Helper
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Good = TailReader.Set("いい", "良い", "よい", "大丈夫", "嬉しい", "うれしい", "助かる", "ありがたい", "有難い");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Conditions = TailReader.Set("ば", "たら", "だら", "と", "なら", "なきゃ", "ときゃ");

    public static bool Is(Passage p, TokenRange phrase)
    {
        if (phrase.End != phrase.Start + 1 || !p.IsBaseAny(phrase.Start, Good))
        {
            return false;
        }

        var before = phrase.Start - 1;
        return p.IsAny(before, Conditions) && p.Class(before) is WordClass.ClauseParticle or WordClass.Auxiliary or WordClass.CaseParticle or WordClass.DependentVerb
            || (p.Is(before, "て") || p.Is(before, "で")) && TailReader.IsNegative(p, before - 1)
            || p.Is(before, "も") && p.Class(before - 1) == WordClass.ClauseParticle
            || p.Is(before, "が") && (p.Is(before - 1, "方") || p.Is(before - 1, "ほう")) && p.Class(before - 2) is WordClass.Auxiliary or WordClass.Verb;
    }
}
