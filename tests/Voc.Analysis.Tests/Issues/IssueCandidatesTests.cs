using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class IssueCandidatesTests
{
    private static readonly Said Any = new();

    [Fact]
    public void A_report_is_about_its_product_its_words_and_its_opinions_alone_and_across_products()
    {
        var text = "ドックに帰らず止まる";
        var keys = Keys(Any.Feedback(Said.At(0), ["ドック"], "S-3", text: text, opinions: new Opinion("ドック", "帰る", -1, true, "fact", 4, 3)));

        Assert.Contains(new CandidateKey(IssuePolarity.Negative, "S-3", CandidateKind.Product, ""), keys.Keys);
        foreach (var product in new[] { "S-3", null })
        {
            Assert.Contains(new CandidateKey(IssuePolarity.Negative, product, CandidateKind.Term, "ドック"), keys.Keys);
            Assert.Contains(new CandidateKey(IssuePolarity.Negative, product, CandidateKind.Expression, "¬帰る"), keys.Keys);
            Assert.Equal("ドックに帰らず", keys[new CandidateKey(IssuePolarity.Negative, product, CandidateKind.Opinion, "ドック|¬帰る")]);
        }
    }

    [Fact]
    public void An_opinion_goes_to_its_own_side_and_the_rest_to_the_side_of_the_whole()
    {
        var keys = Keys(Any.Feedback(Said.At(0), ["掃除"], polarity: 1, text: "掃除は満足だが音が大きい", opinions: new Opinion("音", "大きい", -1, false, "fact", 9, 3)));

        Assert.Contains(new CandidateKey(IssuePolarity.Positive, "P", CandidateKind.Term, "掃除"), keys.Keys);
        Assert.Contains(new CandidateKey(IssuePolarity.Negative, "P", CandidateKind.Term, "音"), keys.Keys);
        Assert.DoesNotContain(new CandidateKey(IssuePolarity.Positive, "P", CandidateKind.Term, "音"), keys.Keys);
    }

    [Fact]
    public void What_is_told_without_a_kind_word_counts_as_a_report_unless_the_score_says_otherwise()
    {
        var neutral = Any.Feedback(Said.At(0), ["帰還"], polarity: 0);
        var misread = Any.Feedback(Said.At(0), ["帰還"], polarity: -1);

        Assert.Equal(IssuePolarity.Negative, IssueCandidates.Side(neutral));
        Assert.Equal(IssuePolarity.Negative, IssueCandidates.Side(misread));
        Assert.Equal(IssuePolarity.Positive, IssueCandidates.Side(Pleased(neutral)));
        Assert.Equal(IssuePolarity.Positive, IssueCandidates.Side(Pleased(misread)));

        static AnalyzedFeedback Pleased(AnalyzedFeedback said) =>
            said with { Feedback = said.Feedback with { Scores = new Dictionary<string, double> { ["rating"] = 5 } } };
    }

    [Fact]
    public void What_is_settled_or_only_imagined_is_no_report()
    {
        var keys = Keys(Any.Feedback(Said.At(0), [], text: "直ったので助かった", opinions:
            [new Opinion("音", "うるさい", -1, false, "resolved", 0, 2), new Opinion("色", "変", -1, false, "hypothetical", 0, 2)]));

        Assert.DoesNotContain(keys.Keys, k => k.Kind is CandidateKind.Opinion or CandidateKind.Expression);
    }

    [Theory]
    [InlineData("ﾛｸﾞｲﾝ", "ログイン")]
    [InlineData("ＡＰＰ", "app")]
    [InlineData("蓋", "蓋")]
    [InlineData("の", null)]
    [InlineData("2025", null)]
    [InlineData("今日", null)]
    [InlineData("", null)]
    [InlineData("\ud83d", null)]
    [InlineData("たいへんながくてことばとはいえないひとつづきのもじのならび", null)]
    public void Words_are_named_in_one_way_and_say_something(string word, string? term) => Assert.Equal(term, IssueCandidates.Term(word));

    [Fact]
    public void An_opinion_with_places_outside_the_text_does_no_harm()
    {
        foreach (var (start, length) in new[] { (-1, 5), (3, 100), (0, 0), (int.MaxValue, 1) })
        {
            var keys = Keys(Any.Feedback(Said.At(0), [], text: "短い文", opinions: new Opinion("音", "うるさい", -1, false, "fact", start, length)));
            Assert.Contains(keys, k => k.Key.Kind == CandidateKind.Opinion && k.Value is null);
        }
    }

    [Fact]
    public void The_list_of_grave_words_is_read_and_a_later_version_is_refused()
    {
        var words = GraveWords.Load();

        Assert.Equal(GraveMarks.Safety, words.Marks("コンセントから煙が出た"));
        Assert.Equal(GraveMarks.Money, words.Marks("二重請求されています"));
        Assert.Equal(GraveMarks.None, words.Marks("色がきれい"));
        Assert.Throws<InvalidDataException>(() => GraveWords.Read("""{"version":2,"safety":[],"money":[]}"""));
        Assert.Throws<InvalidDataException>(() => GraveWords.Read("""{"version":1}"""));
        Assert.Throws<InvalidDataException>(() => GraveWords.Read("no json"));
    }

    private static Dictionary<CandidateKey, string?> Keys(AnalyzedFeedback feedback) => IssueCandidates.From(feedback).ToDictionary(c => c.Key, c => c.Phrase);
}
