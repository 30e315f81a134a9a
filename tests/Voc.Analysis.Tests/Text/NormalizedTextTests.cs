using Voc.Analysis.Text;

namespace Voc.Analysis.Tests.Text;

public sealed class NormalizedTextTests
{
    public static IEnumerable<object[]> Spellings => SpecTable.Rows("Text/Specs/Normalization.md");

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Texts_are_normalised_as_the_table_says(string text, string normalised, string why)
    {
        Assert.True(normalised == NormalizedText.From(text).Text, $"{why}: {NormalizedText.From(text).Text}");
    }

    [Theory]
    [InlineData("画面がﾊﾞｯｸﾞる", "バッグ", "ﾊﾞｯｸﾞ")]
    [InlineData("もうすごーーーいです", "すごい", "すごーーーい")]
    [InlineData("最悪！！！！です", "!", "！！！！")]
    [InlineData("面白いｗｗｗ次も", "w", "ｗｗｗ")]
    [InlineData("東\u200B京\u200B駅", "東京", "東\u200B京")]
    [InlineData("甲\uD83D乙", "乙", "乙")]
    public void A_stretch_of_the_normalised_text_leads_back_to_what_it_was_made_of(string original, string stretch, string expected)
    {
        var text = NormalizedText.From(original);
        var span = text.ToOriginal(text.Text.IndexOf(stretch, StringComparison.Ordinal), stretch.Length);
        Assert.Equal(expected, span.Of(original).ToString());
    }

    [Theory]
    [InlineData("面白いｗｗｗ次", TextSignalKind.Laughter, "ｗｗｗ")]
    [InlineData("よかった（笑）", TextSignalKind.Laughter, "笑")]
    [InlineData("やばいいいい。", TextSignalKind.Elongation, "いいいい")]
    [InlineData("すご〜〜い", TextSignalKind.Elongation, "〜〜")]
    [InlineData("なぜ！？", TextSignalKind.Exclamation, "！？")]
    [InlineData("はあ・・・・", TextSignalKind.Ellipsis, "・・・・")]
    public void Folded_stress_is_kept_as_a_signal_with_its_place(string original, TextSignalKind kind, string expected)
    {
        var signal = Assert.Single(NormalizedText.From(original).Signals);
        Assert.Equal(kind, signal.Kind);
        Assert.Equal(expected, signal.Span.Of(original).ToString());
    }

    [Theory]
    [InlineData("談笑した")]
    [InlineData("Windowsとwebのサービス")]
    [InlineData("100000")]
    [InlineData("いいです")]
    public void Ordinary_words_are_no_signal(string original)
    {
        Assert.Empty(NormalizedText.From(original).Signals);
    }

    [Fact]
    public void A_text_in_good_order_is_not_copied()
    {
        var original = "電源が入りません。";
        Assert.Same(original, NormalizedText.From(original).Text);
    }

    [Fact]
    public void An_empty_stretch_leads_to_an_empty_one()
    {
        Assert.Equal(new TextSpan(4, 0), NormalizedText.From("ﾊﾞｯ！").ToOriginal(3, 0));
        Assert.Equal(new TextSpan(3, 0), NormalizedText.From("ﾊﾞｯ！").ToOriginal(2, 0));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 3)]
    [InlineData(2, 1)]
    public void A_stretch_outside_the_text_is_refused(int start, int length)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalizedText.From("ｱｲ").ToOriginal(start, length));
    }
}
