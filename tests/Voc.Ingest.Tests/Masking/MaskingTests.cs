using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Voc.Ingest.Masking;

namespace Voc.Ingest.Tests.Masking;

public sealed class MaskingTests
{
    public static IEnumerable<object[]> Cases => SpecTable.Rows("Masking/Specs/masking.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Masks_what_the_specification_says(string text, string masked) =>
        Assert.Equal(masked, Samples.Masker.Mask(text).Text);

    [Fact]
    public void Offsets_count_units_of_the_text_as_given()
    {
        const string Text = "😀田中です。０９０－１２３４－５６７８、a@example.com";
        var masked = Samples.Masker.Mask(Text);
        Assert.Equal(
            [(PersonalDataKind.Phone, "０９０－１２３４－５６７８"), (PersonalDataKind.Email, "a@example.com")],
            masked.Found.Select(d => (d.Kind, Text.Substring(d.Start, d.Length))));
    }

    [Fact]
    public void Any_text_is_masked_without_overlaps()
    {
        string[] pieces = ["090-1234-5678", "a@b.example", "〒100-0001", "東京都", "港区", "芝", "1-2-3", "丁目", "氏名：", "田中", "様", "と申します", " ", "-", "+81", "(", "0", "\uD83D", "\uDE00", "ー", "12", "\n", "市", "@", "."];
        var texts = Gen.Choose(0, 40).SelectMany(n => Gen.ArrayOf(Gen.Elements(pieces), n)).Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var masked = Samples.Masker.Mask(text);
            var end = 0;
            foreach (var data in masked.Found)
            {
                Assert.True(data.Start >= end && data.Length > 0 && data.End <= text.Length);
                end = data.End;
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("090-1234-567")]
    [InlineData("1")]
    [InlineData("0 ")]
    [InlineData("1-")]
    [InlineData("a@")]
    [InlineData("市")]
    [InlineData("東京都港区")]
    [InlineData("田中")]
    [InlineData("様")]
    [InlineData("氏名：")]
    [InlineData("たなか ")]
    [InlineData("タナカ")]
    [InlineData("Tanaka ")]
    [InlineData("田中太郎様")]
    [InlineData("http://a?token=")]
    [InlineData("LINE ID ")]
    [InlineData("生年月日1")]
    [InlineData("[氏名]さん")]
    public void Time_is_linear_in_the_length_of_hostile_text(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
        Samples.Masker.Mask(text);
        var watch = Stopwatch.StartNew();
        Samples.Masker.Mask(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("03-1234-5678", "代表は０３（１２３４）５６７８です", "代表は０３（１２３４）５６７８です")]
    [InlineData("03-1234-5678", "私は03-1234-5679です", "私は[電話番号]です")]
    [InlineData("03-1234-5678", "私は03-1234-56789012です", "私は03-1234-56789012です")]
    [InlineData("高橋さん", "高橋さんの味噌", "高橋さんの味噌")]
    [InlineData("高橋さんの味噌", "高橋さんの味噌と高橋さんの対応", "高橋さんの味噌と[氏名]さんの対応")]
    [InlineData("Support@Example.com", "ｓｕｐｐｏｒｔ@example.comとa@example.com", "ｓｕｐｐｏｒｔ@example.comと[メールアドレス]")]
    [InlineData(" - ", "090-1234-5678", "[電話番号]")]
    public void What_is_allowed_stays(string allowed, string text, string masked) =>
        Assert.Equal(masked, Samples.Masker.With(new AllowList([allowed])).Mask(text).Text);

    [Fact]
    public void A_customer_has_one_pseudonym_under_one_key()
    {
        var pseudonyms = new CustomerPseudonyms(Encoding.UTF8.GetBytes("an installation key"));
        var other = new CustomerPseudonyms(Encoding.UTF8.GetBytes("another installation"));
        var pseudonym = pseudonyms.Of("Taro@example.com");
        Assert.Matches("^c-[0-9a-f]{16}$", pseudonym);
        Assert.Equal(pseudonym, pseudonyms.Of(" ｔａｒｏ@example.com "));
        Assert.NotEqual(pseudonym, pseudonyms.Of("jiro@example.com"));
        Assert.NotEqual(pseudonym, other.Of("Taro@example.com"));
        Assert.Null(pseudonyms.Of(" "));
        Assert.Throws<ArgumentException>(() => new CustomerPseudonyms(new byte[8]));
    }
}
