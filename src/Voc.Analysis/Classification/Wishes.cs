using Voc.Analysis.Opinions;

namespace Voc.Analysis.Classification;

/// <summary>Finds what a writer asks for: てほしい, てもらいたい, てください. Asking to be told something is a question instead.</summary>
internal static class Wishes
{
    private const double Wanted = 2.4;
    private const double Asked = 2.3;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Tellings = TailReader.Set("教える", "知らせる", "聞かせる", "待つ", "許す");

    /// <summary>How strongly a sentence asks for something.</summary>
    public static double In(Passage p, TokenRange sentence)
    {
        var most = 0.0;
        for (var i = sentence.Start + 2; i < sentence.End; i++)
        {
            if (p.Class(i - 1) is not (WordClass.ClauseParticle or WordClass.DependentVerb or WordClass.CaseParticle) || p.IsBaseAny(i - 2, Tellings) || p.IsBaseAny(i - 3, Tellings))
            {
                continue;
            }

            var wants = p.IsBase(i, "ほしい") || p.IsBase(i, "欲しい") || p.Is(i, "たい") && (p.IsBase(i - 1, "もらう") || p.IsBase(i - 1, "いただく") || p.IsBase(i - 1, "頂く"));
            var asks = p.Is(i, "ください") || p.Is(i, "下さい");
            most = Math.Max(most, wants ? Wanted : asks ? Asked : 0);
        }

        return most;
    }
}
