using System.Buffers;
using Voc.Analysis.Opinions;

namespace Voc.Analysis.Learning;

/// <summary>What the learned readings see of the wording of sentences: words, and pieces of words. Adding to a builder allocates nothing.</summary>
internal static class WordingFeatures
{
    private const int Words = 1;
    private const int Shapes = 2;
    private const int Characters = 3; // and 4, 5 for longer ones
    private const int ShortestGram = 2;
    private const int LongestGram = 3;
    private const float Many = 60;

    // What comes behind so much adds little, and a builder must not grow with what people send.
    private const int Most = 1 << 14;

    private static readonly ulong Edge = FeatureHash.Of(Words, "|");
    private static readonly ulong Number = FeatureHash.Of(Words, "0");
    private static readonly ulong Denied = FeatureHash.Of(Words, "not");
    private static readonly ulong Thing = FeatureHash.Of(Shapes, "noun");
    private static readonly ulong Doing = FeatureHash.Of(Shapes, "verb");
    private static readonly ulong Being = FeatureHash.Of(Shapes, "adjective");

    /// <summary>Adds the phrases of sentences: words alone, in twos and threes. Of length 1, or less where they are few.</summary>
    public static void Phrases(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder into)
    {
        var from = into.Count;
        foreach (var sentence in sentences)
        {
            AddWords(p, sentence, into);
        }

        // A word or two say little: what lexicon and grammar make of them shall decide.
        into.DampAndNormalize(from, Math.Min(1, MathF.Sqrt((into.Count - from) / Many)));
    }

    /// <summary>Adds the pieces of words of sentences, of length 1.</summary>
    public static void Pieces(Passage p, ReadOnlySpan<ReadSentence> sentences, FeatureBuilder into)
    {
        var from = into.Count;
        foreach (var sentence in sentences)
        {
            AddCharacters(sentence.Span.Of(p.Text), into);
        }

        into.DampAndNormalize(from);
    }

    // Base forms alone, in twos and threes; and in twos and threes with content words only by their kind or by what they say.
    private static void AddWords(Passage p, in ReadSentence sentence, FeatureBuilder into)
    {
        var tokens = new TokenRange(sentence.Tokens.Start, Math.Min(sentence.Tokens.End, sentence.Tokens.Start + Most));
        var length = tokens.End - tokens.Start;
        var names = ArrayPool<ulong>.Shared.Rent(2 * length);
        var words = names.AsSpan(0, length);
        var shapes = names.AsSpan(length, length);
        Name(p, tokens, sentence.Findings, words, shapes);
        var (word1, word2, shape1, shape2) = (Edge, Edge, Edge, Edge);
        for (var i = 0; i <= length && into.Count < Most; i++)
        {
            if (i < length && p.Class(tokens.Start + i) == WordClass.Space)
            {
                continue;
            }

            var (word, shape) = i == length ? (Edge, Edge) : (words[i], shapes[i]);
            if (i < length)
            {
                into.Add(word);
            }

            var two = FeatureHash.Combine(word1, word);
            into.Add(two);
            into.Add(FeatureHash.Combine(word2, two));
            two = FeatureHash.Combine(shape1, shape) + Shapes;
            into.Add(two);
            into.Add(FeatureHash.Combine(shape2, two));
            (word2, word1, shape2, shape1) = (word1, word, shape1, shape);
        }

        ArrayPool<ulong>.Shared.Return(names);
    }

    private static void Name(Passage p, TokenRange tokens, List<Finding> findings, Span<ulong> words, Span<ulong> shapes)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var c = p.Class(tokens.Start + i);
            words[i] = c == WordClass.Number ? Number : Lower(Words, p.Base(tokens.Start + i));
            shapes[i] = c switch
            {
                WordClass.Verb => Doing,
                WordClass.Adjective => Being,
                _ => c.IsNominal() ? Thing : words[i],
            };
        }

        foreach (var finding in findings)
        {
            var shape = FeatureHash.Combine(FeatureHash.Of(Shapes, finding.Modality), (ulong)(1 + Math.Sign(finding.Strength)));
            for (var i = finding.Words.Start - tokens.Start; i < Math.Min(finding.Words.End - tokens.Start, words.Length); i++)
            {
                shapes[i] = shape;
                words[i] = finding.Negated ? FeatureHash.Combine(words[i], Denied) : words[i];
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
