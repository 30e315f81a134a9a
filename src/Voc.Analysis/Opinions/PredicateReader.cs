using Voc.Analysis.Sentiment;

namespace Voc.Analysis.Opinions;

/// <summary>Reads around an expression: what follows it, what it is said of, and whether either denies it.</summary>
internal readonly ref struct PredicateReader(Passage p, TokenRange sentence, PolarityLexicon lexicon)
{
    public Predicate Read(TokenRange words, LexiconEntry entry)
    {
        var tail = TailReader.Read(p, words.End, sentence.End);
        var isNoun = p.Class(words.End - 1).IsNominal() || p.Class(words.End - 1) == WordClass.Adverb && p.Class(words.End) is WordClass.CaseParticle or WordClass.TopicParticle;
        var denied = isNoun && tail is { Negations: 0, Conjecture: false } && NounDenial.Read(p, words.End, sentence.End, ref tail);
        var end = Math.Max(tail.End, words.End);
        var statement = Statement.Of(p, words, entry.Expression, entry.Group, sentence);
        var target = statement.Target.IsEmpty ? TargetFinder.Find(p, words, end, sentence, Takes(entry, denied || tail.Negated)) : statement.Target;
        var adverbial = IsAdverbial(words);
        if (adverbial)
        {
            tail = Governed(words.End, tail);
        }
        else if (!denied && !tail.Negated && TargetFinder.Modified(p, words, end, sentence.End, mayBeVague: true) is { IsEmpty: false } noun && Denies(noun, out var deniedEnd))
        {
            // 満足できる内容ではない, 嫌な顔ひとつせず
            (denied, end) = (true, deniedEnd);
        }

        return new()
        {
            Tail = tail,
            Target = target,
            End = end,
            Negated = denied || tail.Negated || tail.Relief || tail.Ceased,
            HoldsNegation = statement.Negated,
            Expression = Expression(words, statement.Expression, tail),
            IsMuted = adverbial && (tail.Missed || GovernorComplains(words.End)),
        };
    }

    // What breaks does so somewhere: 画面にエラー, ドアから異音. A feeling is not about its place or its cause.
    private static bool Takes(LexiconEntry entry, bool negated) =>
        entry.Group is "failure" || negated && entry.Senses.Any(s => s is { Strength: 0, Negated: < 0 });

    private bool IsAdverbial(TokenRange words) =>
        p.Class(words.End - 1) == WordClass.Adjective && p.Tokens[words.End - 1].Word.ConjugationForm == "連用テ接続"
        && p.Class(words.End) is WordClass.Verb or WordClass.VerbalNoun && words.End < sentence.End && !p.IsBase(words.End, "なる") && !p.IsBase(words.End, "する");

    // 早く届かない, 早く直してほしい: the verb's negation and mood are the adverb's too.
    private Tail Governed(int verb, Tail own)
    {
        var tail = TailReader.Read(p, verb + 1, sentence.End);
        tail.End = own.End;
        return tail;
    }

    private bool GovernorComplains(int verb)
    {
        var found = ExpressionFinder.At(p, verb, sentence.End, lexicon.Words);
        return found.Value != PhraseTrie.None && lexicon.Entry(found.Value).Plain is { Strength: < 0 };
    }

    private bool Denies(TokenRange noun, out int end)
    {
        var tail = TailReader.Read(p, noun.End, sentence.End);
        if (p.Is(noun.End, "どころか") || p.Is(noun.End, "どころ") && p.Is(noun.End + 1, "か"))
        {
            end = p.Is(noun.End, "どころか") ? noun.End + 1 : noun.End + 2;
            return true;
        }

        var denied = tail.Negated || NounDenial.Read(p, noun.End, sentence.End, ref tail);
        end = Math.Max(tail.End, noun.End);
        return denied;
    }

    private string Expression(TokenRange words, string expression, in Tail tail)
    {
        if (tail.Easy || tail.Hard)
        {
            return p.BaseOf(words.Start, words.End + 1);
        }

        if (tail.Excess && p.Class(words.End) is WordClass.DependentVerb or WordClass.Verb)
        {
            return p.BaseOf(words.Start, words.End + 1);
        }

        return tail.Ability && p.Class(words.End - 1) == WordClass.VerbalNoun ? expression + "できる" : expression;
    }
}

/// <summary>An expression with its surroundings.</summary>
internal readonly record struct Predicate
{
    public Tail Tail { get; init; }

    public TokenRange Target { get; init; }

    /// <summary>First token behind it and all that negates it.</summary>
    public int End { get; init; }

    public bool Negated { get; init; }

    /// <summary>Whether the words of the lexicon themselves hold a negation.</summary>
    public bool HoldsNegation { get; init; }

    public string Expression { get; init; }

    /// <summary>Whether it is an adverb of something worse: 早く壊れる.</summary>
    public bool IsMuted { get; init; }

    public double Strength(LexiconSense sense) => IsMuted ? 0 : Composition.Of(sense, Tail, Negated);
}
