namespace Voc.Api.Vocabulary;

/// <summary>Parts of speech of own words: those of IPADIC that do not inflect, since a word is recognised in one form only.</summary>
internal static class PartsOfSpeech
{
    public const string Default = "名詞-固有名詞-一般";

    public static readonly IReadOnlyList<PartOfSpeechInfo> All =
    [
        new(Default, "固有名詞（商品名など）", "Proper noun (a product, …)"),
        new("名詞-固有名詞-組織", "固有名詞（会社・組織）", "Proper noun (company, organisation)"),
        new("名詞-固有名詞-人名-一般", "固有名詞（人名）", "Proper noun (person)"),
        new("名詞-固有名詞-地域-一般", "固有名詞（地名）", "Proper noun (place)"),
        new("名詞-一般", "名詞", "Noun"),
        new("名詞-サ変接続", "名詞（「〜する」が付く）", "Noun that takes する"),
        new("名詞-形容動詞語幹", "名詞（「〜な」「〜だ」が付く）", "Noun that takes な (adjectival)"),
        new("名詞-接尾-一般", "接尾語", "Suffix"),
        new("副詞-一般", "副詞", "Adverb"),
        new("感動詞", "感動詞", "Interjection"),
    ];
}
