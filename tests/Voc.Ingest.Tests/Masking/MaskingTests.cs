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
        Assert.Equal(masked, PersonalDataMasker.Mask(text).Text);

    [Fact]
    public void Offsets_count_units_of_the_text_as_given()
    {
        const string Text = "😀田中です。０９０－１２３４－５６７８、a@example.com";
        var masked = PersonalDataMasker.Mask(Text);
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
            var masked = PersonalDataMasker.Mask(text);
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
    public void Time_is_linear_in_the_length_of_hostile_text(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString();
        PersonalDataMasker.Mask(text);
        var watch = Stopwatch.StartNew();
        PersonalDataMasker.Mask(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }

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
