namespace Voc.Analysis.Opinions;

/// <summary>Reads verbs that no lexicon entry covers by their construction: 格納できない, 取り合ってくれない, 飲みにくい.</summary>
internal static class ConstructionReader
{
    private const double Kindness = 0.25;
    private const double Longing = -0.25;
    private const double Asking = -0.2;

    // よう使わん: cannot bring oneself to.
    private const double Beyond = -0.5;
    private const double Needless = 0.45;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Colourless = TailReader.Set(
        "ある", "いる", "言う", "いう", "思う", "知る", "する", "なる", "できる", "出来る", "変わる", "気にする", "ござる", "考える", "よる", "限る", "関わる", "忘れる", "急ぐ", "すむ", "済む");

    /// <summary>Adds what the verbs of a range say; answers where the last of them ends, which may be behind the range.</summary>
    public static int Read(Passage p, TokenRange range, TokenRange sentence, List<Finding> findings)
    {
        var read = range.End;
        for (var i = range.Start; i < range.End; i++)
        {
            var c = p.Class(i);
            var isVerbal = c == WordClass.VerbalNoun && p.Class(i + 1) is WordClass.Verb or WordClass.DependentVerb;
            if (c != WordClass.Verb && !isVerbal && !p.Is(i, "でけ") && !(c == WordClass.Adjective && p.IsBase(i + 1, "すぎる")))
            {
                continue;
            }

            var tail = TailReader.Read(p, i + 1, sentence.End);
            Add(p, i, tail, sentence, findings);
            i = Math.Max(i, tail.End - 1);
            read = Math.Max(read, tail.Easy || tail.Hard || tail.Excess || tail.Relief || tail.Missed ? tail.End : 0);
        }

        return read;
    }

    private static void Add(Passage p, int i, in Tail tail, TokenRange sentence, List<Finding> findings)
    {
        var word = new TokenRange(i, i + 1);
        if (p.IsBase(i, "できる") || p.IsBase(i, "出来る") || p.Is(i, "でけ"))
        {
            AddAbility(p, word, tail, sentence, findings);
            return;
        }

        if (tail is { Favour: true, Negated: true, Question: true })
        {
            // 追加してもらえませんか asks for it; nobody has refused yet.
            findings.Add(Cue(word, tail, Asking));
            return;
        }

        if (Absence.IsNeedless(p, i) && i > sentence.Start)
        {
            var noun = NounPhrase.EndingAt(p, i - 1, sentence.Start);
            var start = noun.IsEmpty ? i : noun.Start;
            findings.Add(New(p, new(start, i + 1), p.Span(start, i + 2).ToString(), tail, Needless, sentence) with { Negated = false });
            return;
        }

        var isColourless = p.IsBaseAny(i, Colourless);
        var hasSubject = !isColourless && p.Class(i - 1) is WordClass.CaseParticle or WordClass.TopicParticle && (p.Is(i - 1, "が") || p.Is(i - 1, "も"));
        var isBeyond = tail.Negated && p.Is(i - 1, "よう") && p.Class(i - 1) == WordClass.Adverb;
        var strength = isBeyond ? Beyond : isColourless && !tail.Favour && !tail.Desire ? 0 : Composition.OfConstruction(tail, hasSubject);
        if (strength != 0)
        {
            var able = tail.Hard || tail.Easy || tail.Excess ? "" : tail.Ability ? "できる" : tail.Passive && tail.Negated ? p.IsBase(i + 1, "られる") ? "られる" : "れる" : "";
            var expression = tail.Hard || tail.Easy || tail.Excess ? p.BaseOf(i, i + 2) : able.Length > 0 && p.Class(i) == WordClass.Verb ? string.Concat(p.Surface(i), able) : string.Concat(Contractions.Missing(p, i) == 'る' ? string.Concat(p.Surface(i), "る") : p.Base(i), able);
            findings.Add(New(p, word, expression, tail, strength, sentence));
        }
        else if (tail.Favour && tail is { Negated: false, Wish: false, Question: false, Hypothetical: false, Desire: false })
        {
            findings.Add(Cue(word, tail, Kindness));
        }
        else if (tail.Wish && (p.IsBase(tail.End - 1, "ほしい") || p.IsBase(tail.End - 1, "欲しい") || p.Is(tail.End, "のに")))
        {
            findings.Add(Cue(word, tail, Longing));
        }
    }

    // 返品ができない is about 返品, not about ability.
    private static void AddAbility(Passage p, TokenRange word, in Tail tail, TokenRange sentence, List<Finding> findings)
    {
        if (!tail.Negated)
        {
            return;
        }

        var noun = p.Class(word.Start - 1) is WordClass.CaseParticle or WordClass.TopicParticle && word.Start >= sentence.Start + 2
            ? NounPhrase.EndingAt(p, word.Start - 2, sentence.Start)
            : p.Class(word.Start - 1).IsNominal() && word.Start > sentence.Start ? NounPhrase.EndingAt(p, word.Start - 1, sentence.Start) : TokenRange.None;
        if (noun.IsEmpty)
        {
            findings.Add(New(p, word, "できる", tail, -0.5, sentence));
            return;
        }

        var action = p.Class(noun.End - 1) is WordClass.VerbalNoun or WordClass.Noun;
        findings.Add(New(p, action ? new(noun.Start, word.End) : word, action ? string.Concat(p.Span(noun.Start, noun.End), "できる") : "できる", tail, -0.6, sentence));
    }

    private static Finding New(Passage p, TokenRange word, string expression, in Tail tail, double strength, TokenRange sentence) => new()
    {
        Words = word,
        Expression = expression,
        Target = TargetFinder.Find(p, word, tail.End, sentence),
        Tail = tail,
        Strength = strength,
        Negated = tail.Negated || tail.Relief || tail.Ceased,
        Modality = tail.Modality,
        IsIncident = strength < 0 && tail is { Negated: true, Favour: false, Desire: false },
        End = Math.Max(tail.End, word.End),
    };

    private static Finding Cue(TokenRange word, in Tail tail, double strength) => new()
    {
        Words = word,
        Expression = "",
        Target = TokenRange.None,
        Tail = tail,
        Strength = strength,
        IsCue = true,
        End = Math.Max(tail.End, word.End),
    };
}
