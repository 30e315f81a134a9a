using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Reads one sentence: which expressions stand in it, what they are said of, and how.</summary>
internal sealed class OpinionReader(PolarityLexicon lexicon)
{
    private const int DegreeReach = 6;

    // 神 praises in 「神。」, not in 「神を祀る」.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OnlyAsPredicates = TailReader.Set("神", "買い", "天使", "女神", "鬼");

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
            if (phrase.Range.Start < read)
            {
                continue;
            }

            if (ConstructionReader.Read(p, new(read, phrase.Range.Start), sentence, findings) is var built && built > phrase.Range.Start)
            {
                read = built;
                continue;
            }

            read = phrase.Range.End;
            if (lexicon.Entry(phrase.Value).Degree is { } amount && Degree.IsAdverbial(p, phrase.Range))
            {
                degree = new(amount.Strength, phrase.Range.End);
            }
            else if (Add(p, phrase, sentence, degree.At(phrase.Range.Start, DegreeReach), findings) is { } end)
            {
                read = Math.Max(read, end);
                degree = new(1, sentence.Start);
            }
            else
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
        var entry = Entry(p, phrase);
        if (entry.IsSilent)
        {
            return phrase.Range.End;
        }

        if (entry.Plain is { Kind: LexiconKind.Cue } cue)
        {
            findings.Add(new() { Words = phrase.Range, Expression = entry.Expression, Target = TokenRange.None, Tail = default, Strength = cue.Strength, IsCue = true, Entry = entry, End = phrase.Range.End });
            return phrase.Range.End;
        }

        if (Helper.Is(p, phrase.Range) || Absence.IsNeedless(p, phrase.Range.Start))
        {
            return null;
        }

        var context = new PredicateReader(p, sentence, lexicon).Read(phrase.Range, entry);
        if (entry.Shift is { } shift && Shifting.Apply(p, phrase.Range, context.Tail, shift, findings))
        {
            return context.End;
        }

        if (Sense(p, entry, context.Target) is not { } sense || p.IsAny(phrase.Range.Start, OnlyAsPredicates) && !IsStated(p, context.End))
        {
            return null;
        }

        var strength = Math.Clamp(degree * context.Strength(sense), -1, 1);
        var isEven = sense.Kind == LexiconKind.Even && IsStated(p, context.End);
        if (strength == 0 && !isEven)
        {
            return sense.Kind == LexiconKind.Even ? phrase.Range.End : null;
        }

        findings.Add(new()
        {
            Words = phrase.Range,
            Expression = context.Expression,
            Target = context.Target,
            Tail = context.Tail,
            Strength = strength,
            Negated = context.Negated != context.HoldsNegation,
            Modality = context.Tail.Modality,
            Entry = entry,
            IsPlain = sense.Target is null,
            IsEven = isEven,
            IsIncident = Incident.Is(entry, sense, context.Negated),
            End = context.End,
        });
        return context.End;
    }

    // 普通だ and 普通。 state it, 普通の and 普通に do not.
    private static bool IsStated(Passage p, int end) =>
        p.Class(end - 1) == WordClass.Auxiliary && !p.Is(end - 1, "な") || p.Class(end) is WordClass.Other or WordClass.Stop or WordClass.Comma or WordClass.Symbol or WordClass.FinalParticle || p.Is(end, "と");

    // ひどく strengthens before a predicate, and is ひどい where it is one: ひどくない？
    private LexiconEntry Entry(Passage p, FoundPhrase phrase)
    {
        var entry = lexicon.Entry(phrase.Value);
        if (entry.Degree is null || entry.Plain is not null || phrase.Range.End != phrase.Range.Start + 1 || p.Class(phrase.Range.Start) != WordClass.Adjective)
        {
            return entry;
        }

        var inBase = lexicon.Words.Find(p.Base(phrase.Range.Start));
        return inBase == PhraseTrie.None ? entry : lexicon.Entry(inBase);
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
