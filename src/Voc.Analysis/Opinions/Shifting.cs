using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Applies a predicate that strengthens its polar argument or turns it round: エラーが多い, 不具合が直った.</summary>
internal static class Shifting
{
    private const int Reach = 5;
    private const double Relief = -0.8;

    /// <summary>Whether there was an argument to work on; it then stands for both.</summary>
    public static bool Apply(Passage p, TokenRange predicate, in Tail tail, LexiconSense shift, List<Finding> findings)
    {
        if (findings.Count == 0 || findings[^1] is not { IsCue: false } argument || predicate.Start - argument.Words.End > Reach || argument.Words.End == predicate.Start || !IsArgument(p, argument, predicate.Start))
        {
            return false;
        }

        var lowers = shift.Kind == LexiconKind.Lower;
        if (lowers != tail.Negated && lowers)
        {
            argument.Strength = Relief * argument.Strength;
            argument.Negated = !argument.Negated;
            argument.Modality = tail.Modality == "fact" && argument.Strength > 0 ? "resolved" : tail.Modality;
        }
        else
        {
            argument.Strength = Math.Clamp(argument.Strength * (tail.Negated ? 1 : shift.Strength), -1, 1);
            argument.Modality = tail.Modality;
        }

        argument.End = Math.Max(argument.End, Math.Max(tail.End, predicate.End));
        return true;
    }

    private static bool IsArgument(Passage p, Finding argument, int predicate)
    {
        var last = argument.Words.End - 1;
        if (!(p.Class(last).IsNominal() || p.Class(argument.Words.End) == WordClass.NounSuffix))
        {
            return false;
        }

        for (var i = argument.Words.End; i < predicate; i++)
        {
            if (p.Class(i) is WordClass.Comma or WordClass.ClauseParticle or WordClass.Auxiliary)
            {
                return false;
            }
        }

        return p.Is(argument.Words.End, "が") || p.Is(argument.Words.End, "は") || p.Is(argument.Words.End, "も") || p.Is(argument.Words.End, "を")
            || p.Is(argument.Words.End, "の") || p.Is(argument.Words.End, "感") || p.Is(argument.Words.End, "音");
    }
}
