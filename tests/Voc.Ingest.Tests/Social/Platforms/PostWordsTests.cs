using Voc.Ingest.Social.Platforms;

namespace Voc.Ingest.Tests.Social.Platforms;

public sealed class PostWordsTests
{
    public static TheoryData<string, string, string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string, string, string>();
        foreach (var row in SpecTable.Rows("Social/Platforms/Specs/words.md"))
        {
            data.Add((string)row[0], (string)row[1], (string)row[2], (string)row[3], (string)row[4], (string)row[5]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_row_of_the_specification_holds(string words, string exclude, string language, string languages, string text, string wanted)
    {
        var settings = new SocialSettings { Words = List(words), Exclude = List(exclude), Language = language == "-" ? null : language };
        var post = new SocialPost("1", text, Samples.Now, "a") { Languages = List(languages) };

        Assert.Equal(wanted == "yes", new PostWords(settings).Wants(post));
    }

    [Fact]
    public void A_tag_the_platform_found_counts_as_one_in_the_text() =>
        Assert.True(new PostWords(new() { Words = ["#ホシゾラ"] }).Wants(new("1", "写真です", Samples.Now, "a") { Tags = ["ﾎｼｿﾞﾗ"] }));

    [Fact]
    public void Words_that_somebody_passes_on_are_not_his_own() =>
        Assert.False(new PostWords(new() { Words = ["ホシゾラ"] }).Wants(new("1", "ホシゾラ", Samples.Now, "a") { IsRepost = true }));

    [Fact]
    public void A_text_with_half_a_character_or_of_any_length_is_no_trouble()
    {
        var words = new PostWords(new() { Words = ["#ホシゾラ", "ink"] });

        Assert.False(words.Wants(new("1", "\ud800 #" + new string('あ', 200_000), Samples.Now, "a")));
        Assert.True(words.Wants(new("1", string.Concat(Enumerable.Repeat("think", 20_000)) + " ink", Samples.Now, "a")));
    }

    private static string[] List(string cell) => cell == "-" ? [] : cell.Split(',');
}
