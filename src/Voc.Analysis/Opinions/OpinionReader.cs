using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Reads one sentence: which expressions stand in it, what they are said of, and how.</summary>
internal sealed class OpinionReader(PolarityLexicon lexicon)
{
    private const int DegreeReach = 6;

    /// <summary>The findings of a sentence in text order.</summary>
    public List<Finding> Read(Passage p, TokenRange sentence)
    {
        var phrases = new List<FoundPhrase>();
        ExpressionFinder.Find(p, sentence, lexicon.Words, phrases);
        var findings = new List<Finding>(phrases.Count);
        var read = sentence.Start;
        var degree = new Degree(1, sentence.Start);
        foreach (var phrase in phrases)
        {
            ConstructionReader.Read(p, new(read, phrase.Range.Start), sentence, findings);
            read = Math.Max(read, phrase.Range.End);
            if (lexicon.Entry(phrase.Value).Degree is { } amount && Degree.IsAdverbial(p, phrase.Range))
            {
                degree = new(amount.Strength, phrase.Range.End);
            }
            else if (Add(p, phrase, sentence, degree.At(phrase.Range.Start, DegreeReach), findings) is { } end)
            {
                read = Math.Max(read, end);
                degree = new(1, sentence.Start);
            }
            else if (phrase.Range.End == phrase.Range.Start + 1)
            {
                ConstructionReader.Read(p, phrase.Range, sentence, findings);
            }
        }

        ConstructionReader.Read(p, new(read, sentence.End), sentence, findings);
        SentenceStructure.Weigh(p, sentence, findings);
        return findings;
    }

    /// <summary>Adds what a phrase says; answers where its predicate ends, or null where it says nothing here.</summary>
    private int? Add(Passage p, FoundPhrase phrase, TokenRange sentence, double degree, List<Finding> findings)
    {
        var entry = lexicon.Entry(phrase.Value);
        if (entry.IsSilent)
        {
            return phrase.Range.End;
        }

        if (entry.Plain is { Kind: LexiconKind.Cue } cue)
        {
            findings.Add(new() { Words = phrase.Range, Expression = entry.Expression, Target = TokenRange.None, Tail = default, Strength = cue.Strength, IsCue = true, Entry = entry, End = phrase.Range.End });
            return phrase.Range.End;
        }

        if (Helper.Is(p, phrase.Range))
        {
            return null;
        }

        var tail = TailReader.Read(p, phrase.Range.End, sentence.End);
        var isNoun = p.Class(phrase.Range.End - 1).IsNominal();
        var denied = isNoun && tail.Negations == 0 && NounDenial.Read(p, phrase.Range.End, sentence.End, ref tail);
        var target = TargetFinder.Find(p, phrase.Range, tail.End, sentence);
        if (entry.Shift is { } shift && Shifting.Apply(p, phrase.Range, tail, shift, findings))
        {
            return tail.End;
        }

        if (Sense(p, entry, target) is not { } sense)
        {
            return null;
        }

        var negated = denied || tail.Negated;
        var strength = Math.Clamp(degree * Composition.Of(sense, tail, negated), -1, 1);
        if (strength == 0)
        {
            return null;
        }

        var able = tail.Ability && p.Class(phrase.Range.End - 1) == WordClass.VerbalNoun;
        findings.Add(new()
        {
            Words = phrase.Range,
            Expression = able ? entry.Expression + "できる" : entry.Expression,
            Target = target,
            Tail = tail,
            Strength = strength,
            Negated = negated,
            Modality = tail.Modality,
            Entry = entry,
            End = Math.Max(tail.End, phrase.Range.End),
        });
        return tail.End;
    }

    private LexiconSense? Sense(Passage p, LexiconEntry entry, TokenRange target)
    {
        if (!target.IsEmpty)
        {
            var noun = p.Span(target.Start, target.End);
            foreach (var sense in entry.Senses)
            {
                if (sense.Target is not null && lexicon.IsOfClass(noun, sense.Target))
                {
                    return sense;
                }
            }
        }

        return entry.Plain;
    }

    /// <summary>A word of degree that waits for what it strengthens.</summary>
    private readonly record struct Degree(double Factor, int From)
    {
        public double At(int start, int reach) => start - From <= reach ? Factor : 1;

        // 大変満足 strengthens, 大変だ complains.
        public static bool IsAdverbial(Passage p, TokenRange phrase) =>
            p.Class(phrase.End) is not (WordClass.Auxiliary or WordClass.Stop or WordClass.FinalParticle or WordClass.NounSuffix or WordClass.Other)
            || p.Class(phrase.End - 1) == WordClass.Adverb;
    }
}
