using Voc.Analysis.Opinions;
using Voc.Analysis.Text;

namespace Voc.Analysis;

/// <summary>Why a text is read as it is.</summary>
/// <param name="Tokens">Its words in text order, without spaces; none reaches into another.</param>
/// <param name="Contributions">What moved its sentiment score, strongest first; at most twelve.</param>
public sealed record Explanation(IReadOnlyList<ExplainedToken> Tokens, IReadOnlyList<Contribution> Contributions);

/// <summary>A word of a text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text as it was given.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="BaseForm">Base form, or null for an unknown word.</param>
/// <param name="PartOfSpeech">Part of speech in the terms of IPADIC, with its subdivisions: 名詞-固有名詞-一般.</param>
/// <param name="Reading">Reading in katakana, or null where unknown.</param>
public sealed record ExplainedToken(int Start, int Length, string? BaseForm, string PartOfSpeech, string? Reading);

/// <summary>A part of a text that moved its sentiment score.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text as it was given.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Expression">The part as it is written.</param>
/// <param name="Weight">By how much the score, −1 to 1, is higher with it than without it.</param>
public sealed record Contribution(int Start, int Length, string Expression, double Weight);

/// <summary>
/// Finds what moved a score by reading the text again without each of its phrases (occlusion; Zeiler and Fergus, 2014): whatever
/// experts and rules took part, the difference is what the phrase did.
/// </summary>
internal static class Explainer
{
    private const int MostPhrases = 80;
    private const int MostContributions = 12;
    private const double Slightest = 0.02;

    /// <summary>Explains a text.</summary>
    /// <param name="text">The text, normalised.</param>
    /// <param name="p">Its words.</param>
    /// <param name="sentences">What was read in it.</param>
    /// <param name="score">Reads the score of a text.</param>
    public static Explanation Of(NormalizedText text, Passage p, ReadSentence[] sentences, Func<string, double> score)
    {
        var whole = score(p.Text);
        var contributions = new List<Contribution>();
        foreach (var phrase in sentences.SelectMany(s => Phrases(p, s)).Take(MostPhrases))
        {
            var (start, end) = (p.Tokens[phrase.Start].Start, p.Tokens[phrase.End - 1].End);
            var weight = whole - score(string.Concat(p.Text.AsSpan(0, start), p.Text.AsSpan(end)));
            if (Math.Abs(weight) >= Slightest)
            {
                var span = text.ToOriginal(start, end - start);
                contributions.Add(new(span.Start, span.Length, text.Original.Substring(span.Start, span.Length), Math.Round(weight, 3)));
            }
        }

        return new(Tokens(text, p), [.. contributions.OrderByDescending(c => Math.Abs(c.Weight)).ThenBy(c => c.Start).Take(MostContributions)]);
    }

    // What was read to say something stays whole; the rest falls apart into content words with what follows them.
    private static IEnumerable<TokenRange> Phrases(Passage p, ReadSentence sentence)
    {
        var start = sentence.Tokens.Start;
        while (start < sentence.Tokens.End)
        {
            var said = sentence.Findings.Where(f => f.Words.Start == start && !f.Words.IsEmpty).Select(f => Math.Max(f.Words.End, f.End)).DefaultIfEmpty(0).Max();
            var end = said > start ? Math.Min(said, sentence.Tokens.End) : start + 1;
            while (said <= start && end < sentence.Tokens.End && !BeginsPhrase(p, end) && !sentence.Findings.Exists(f => f.Words.Start == end))
            {
                end++;
            }

            if (said > start || BeginsPhrase(p, start))
            {
                yield return WithoutMarks(p, new(start, end));
            }

            start = end;
        }
    }

    // 「作ってみた。」 is no more than 「作ってみた」.
    private static TokenRange WithoutMarks(Passage p, TokenRange phrase)
    {
        var end = phrase.End;
        while (end > phrase.Start + 1 && p.Class(end - 1) is WordClass.Stop or WordClass.Comma or WordClass.Symbol or WordClass.Space)
        {
            end--;
        }

        return new(phrase.Start, end);
    }

    private static bool BeginsPhrase(Passage p, int i) =>
        p.Class(i) is WordClass.Verb or WordClass.Adjective or WordClass.Adverb or WordClass.Adnominal or WordClass.Conjunction or WordClass.Interjection or WordClass.Prefix or WordClass.Pronoun
        || (p.Class(i).IsNominal() && !p.Class(i - 1).IsNominal() && p.Class(i - 1) != WordClass.Prefix);

    private static List<ExplainedToken> Tokens(NormalizedText text, Passage p)
    {
        var tokens = new List<ExplainedToken>(p.Count);
        var end = 0;
        foreach (var token in p.Tokens.Where(t => !t.IsSpace))
        {
            // Words that are written as one sign, such as ㍿, share its place: the first stands for it.
            var span = text.ToOriginal(token.Start, token.Length);
            var start = Math.Max(span.Start, end);
            if (start >= span.End)
            {
                continue;
            }

            end = span.End;
            tokens.Add(new(start, end - start, token.Word.BaseForm, token.Word.FullPartOfSpeech, token.Word.Reading));
        }

        return tokens;
    }
}
