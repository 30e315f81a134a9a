using Voc.Analysis.Morphology;

namespace Voc.Analysis.Opinions;

/// <summary>The parts of speech that the reading of clauses tells apart.</summary>
internal enum WordClass : byte
{
    Other,
    Noun,
    VerbalNoun,
    AdjectivalNoun,
    TimeNoun,
    Number,
    Counter,
    NounSuffix,
    Pronoun,
    DependentNoun,
    Prefix,
    Verb,
    DependentVerb,
    Adjective,
    DependentAdjective,
    Adverb,
    Adnominal,
    Conjunction,
    CaseParticle,
    TopicParticle,
    ClauseParticle,
    GenitiveParticle,
    FinalParticle,
    Particle,
    Auxiliary,
    Interjection,
    Comma,
    Stop,
    Symbol,
    Space,

    /// <summary>Part of a web address: says nothing.</summary>
    Address,
}

internal static class WordClasses
{
    public static WordClass Of(Word word) => word.PartOfSpeech switch
    {
        "名詞" => Noun(word),
        "動詞" => word.Detail1 == "自立" ? WordClass.Verb : WordClass.DependentVerb,
        "形容詞" => word.Detail1 == "自立" ? WordClass.Adjective : WordClass.DependentAdjective,
        "助詞" => Particle(word),
        "助動詞" => WordClass.Auxiliary,
        "副詞" => WordClass.Adverb,
        "連体詞" => WordClass.Adnominal,
        "接続詞" => WordClass.Conjunction,
        "接頭詞" => WordClass.Prefix,
        "感動詞" or "フィラー" => WordClass.Interjection,
        "記号" => word.Detail1 switch
        {
            "読点" => WordClass.Comma,
            "句点" => WordClass.Stop,
            "空白" => WordClass.Space,
            "アルファベット" => WordClass.Noun,
            _ => WordClass.Symbol,
        },
        _ => WordClass.Other,
    };

    /// <summary>Whether a word can be part of a compound noun.</summary>
    public static bool IsNominal(this WordClass c) =>
        c is WordClass.Noun or WordClass.VerbalNoun or WordClass.AdjectivalNoun or WordClass.TimeNoun or WordClass.Number or WordClass.Counter or WordClass.NounSuffix;

    private static WordClass Noun(Word word) => word.Detail1 switch
    {
        "サ変接続" => WordClass.VerbalNoun,
        "形容動詞語幹" or "ナイ形容詞語幹" => WordClass.AdjectivalNoun,
        "副詞可能" => WordClass.TimeNoun,
        "数" => WordClass.Number,
        "代名詞" => WordClass.Pronoun,
        "非自立" or "特殊" => WordClass.DependentNoun,
        "接尾" => word.Detail2 switch
        {
            "助数詞" => WordClass.Counter,
            "特殊" or "助動詞語幹" => WordClass.DependentNoun,
            _ => WordClass.NounSuffix,
        },
        _ => WordClass.Noun,
    };

    private static WordClass Particle(Word word) => word.Detail1 switch
    {
        "格助詞" => WordClass.CaseParticle,
        "係助詞" => WordClass.TopicParticle,
        "接続助詞" => WordClass.ClauseParticle,
        "連体化" => WordClass.GenitiveParticle,
        "終助詞" or "副助詞／並立助詞／終助詞" => WordClass.FinalParticle,
        _ => WordClass.Particle,
    };
}
