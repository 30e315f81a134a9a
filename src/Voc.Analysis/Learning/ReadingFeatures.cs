using System.Buffers;
using Voc.Analysis.Opinions;

namespace Voc.Analysis.Learning;

/// <summary>
/// What the learned readings see of sentences: the words and characters themselves (phrases), and what the lexicon and the grammar
/// already read in them (composition). Adding to a builder allocates nothing.
/// </summary>
internal static class ReadingFeatures
{
    private const int Words = 1;
    private const int ShapeGroup = 2;
    private const int Characters = 3; // and 4, 5 for longer ones
    private const int Said = 6;
    private const int SaidOf = 7;
    private const int Grammar = 8;
    private const int Amounts = 9;
    private const int Votes = 10;
    private const int ShortestGram = 2;
    private const int LongestGram = 4;

    // What comes behind so much adds little, and a builder must not grow with what people send.
    private const int Most = 1 << 14;

    private static readonly ulong Edge = FeatureHash.Of(Words, "|");
    private static readonly ulong Number = FeatureHash.Of(Words, "0");
    private static readonly ulong Thing = FeatureHash.Of(ShapeGroup, "noun");
    private static readonly ulong Doing = FeatureHash.Of(ShapeGroup, "verb");
    private static readonly ulong Being = FeatureHash.Of(ShapeGroup, "adjective");

    /// <summary>Adds the phrases of sentences, words and characters each of length 1.</summary>
    public static void Phrases(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder into)
    {
        var from = into.Count;
        foreach (var sentence in sentences)
        {
            AddWords(p, sentence, into);
        }

        into.DampAndNormalize(from);
        from = into.Count;
        foreach (var sentence in sentences)
        {
            AddCharacters(sentence.Span.Of(p.Text), into);
        }

        into.DampAndNormalize(from);
    }

    /// <summary>Adds what was read in a sentence, of length 1, and how much of it.</summary>
    public static void Composition(Passage p, in ReadSentence sentence, FeatureBuilder into)
    {
        var from = into.Count;
        var (good, bad, goodCues, badCues, opinions) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < Math.Min(sentence.Findings.Count, Most); i++)
        {
            var finding = sentence.Findings[i];
            AddFinding(finding, i == sentence.Findings.Count - 1, into);
            var value = finding.Weight * Opinions.Composition.Value(finding.Strength, finding.Modality);
            opinions += finding.IsCue ? 0 : 1;
            good += !finding.IsCue && value > 0 ? value : 0;
            bad += !finding.IsCue && value < 0 ? value : 0;
            goodCues += finding.IsCue && value > 0 ? value : 0;
            badCues += finding.IsCue && value < 0 ? value : 0;
        }

        AddGrammar(p, sentence, into);
        into.DampAndNormalize(from);
        Amount(into, "score", 2 * sentence.Score);
        Amount(into, "leaning", Math.Abs(sentence.Score));
        Amount(into, "good", 2 * Math.Tanh(good));
        Amount(into, "bad", 2 * Math.Tanh(bad));
        Amount(into, "good cues", Math.Tanh(goodCues));
        Amount(into, "bad cues", Math.Tanh(badCues));
        Amount(into, "both", Math.Min(good, -bad));
        Amount(into, "silent", opinions == 0 ? 1 : 0);
        Amount(into, "length", Math.Log(1 + sentence.Span.Length) / 4);
    }

    /// <summary>Adds an amount under a name.</summary>
    public static void Amount(FeatureBuilder into, ReadOnlySpan<char> name, double value) => into.Add(Amounts, name, (float)value);

    /// <summary>Adds how much the keywords of a topic speak for it.</summary>
    public static void Vote(FeatureBuilder into, string topic, double score) => into.Add(Votes, topic, (float)(Math.Min(score, 6) / 3));

    // Base forms alone, in twos and threes; and in twos and threes with content words only by their kind or by what they say.
    private static void AddWords(Passage p, in ReadSentence sentence, FeatureBuilder into)
    {
        var tokens = new TokenRange(sentence.Tokens.Start, Math.Min(sentence.Tokens.End, sentence.Tokens.Start + Most));
        var shapes = ArrayPool<ulong>.Shared.Rent(tokens.End - tokens.Start + 1);
        Shapes(p, tokens, sentence.Findings, shapes);
        var (word1, word2, shape1, shape2) = (Edge, Edge, Edge, Edge);
        for (var i = tokens.Start; i <= tokens.End && into.Count < Most; i++)
        {
            var ends = i == tokens.End;
            if (!ends && p.Class(i) == WordClass.Space)
            {
                continue;
            }

            var word = ends ? Edge : Word(p, i);
            var shape = ends ? Edge : shapes[i - tokens.Start];
            if (!ends)
            {
                into.Add(word);
            }

            var two = FeatureHash.Combine(word1, word);
            into.Add(two);
            into.Add(FeatureHash.Combine(word2, two));
            two = FeatureHash.Combine(shape1, shape) + ShapeGroup;
            into.Add(two);
            into.Add(FeatureHash.Combine(shape2, two));
            (word2, word1, shape2, shape1) = (word1, word, shape1, shape);
        }

        ArrayPool<ulong>.Shared.Return(shapes);
    }

    private static ulong Word(Passage p, int i) => p.Class(i) == WordClass.Number ? Number : Lower(Words, p.Base(i));

    private static void Shapes(Passage p, TokenRange tokens, List<Finding> findings, ulong[] shapes)
    {
        for (var i = tokens.Start; i < tokens.End; i++)
        {
            shapes[i - tokens.Start] = p.Class(i) switch
            {
                WordClass.Verb => Doing,
                WordClass.Adjective => Being,
                var c when c.IsNominal() => Thing,
                _ => Word(p, i),
            };
        }

        foreach (var finding in findings)
        {
            var shape = FeatureHash.Combine(FeatureHash.Of(ShapeGroup, finding.Modality), (ulong)(1 + Math.Sign(finding.Strength)));
            for (var i = finding.Words.Start; i < Math.Min(finding.Words.End, tokens.End); i++)
            {
                shapes[i - tokens.Start] = shape;
            }
        }
    }

    private static void AddCharacters(ReadOnlySpan<char> text, FeatureBuilder into)
    {
        for (var i = 0; i < text.Length && into.Count < 2 * Most; i++)
        {
            var state = FeatureHash.Begin(Characters);
            for (var n = 1; n <= LongestGram && i + n <= text.Length; n++)
            {
                var unit = text[i + n - 1];
                state = FeatureHash.Append(state, char.IsAsciiDigit(unit) ? '0' : char.ToLowerInvariant(unit));
                if (n >= ShortestGram)
                {
                    into.Add(FeatureHash.Finish(state));
                }
            }
        }
    }

    private static void AddFinding(Finding finding, bool isLast, FeatureBuilder into)
    {
        var sign = (ulong)(1 + Math.Sign(finding.Strength));
        var how = FeatureHash.Combine(FeatureHash.Of(Said, finding.Modality), sign);
        into.Add(FeatureHash.Combine(how, finding.IsCue ? 1u : 2u));
        into.Add(FeatureHash.Combine(how, isLast ? 3u : 4u));
        into.Add(FeatureHash.Combine(FeatureHash.Of(SaidOf, finding.Expression), sign));
        if (finding.Entry is { } entry)
        {
            into.Add(FeatureHash.Combine(FeatureHash.Of(Grammar, entry.Group), how));
        }

        if (finding.IsIncident)
        {
            into.Add(Grammar, "incident");
        }
    }

    private static void AddGrammar(Passage p, in ReadSentence sentence, FeatureBuilder into)
    {
        if (SentenceStructure.IsQuestion(p, sentence.Tokens))
        {
            into.Add(Grammar, "question");
        }

        if (sentence.Turns)
        {
            into.Add(Grammar, "turn");
        }
    }

    private static ulong Lower(int group, ReadOnlySpan<char> text)
    {
        var state = FeatureHash.Begin(group);
        foreach (var unit in text)
        {
            state = FeatureHash.Append(state, char.ToLowerInvariant(unit));
        }

        return FeatureHash.Finish(state);
    }
}
