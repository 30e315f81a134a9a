using Voc.Analysis.Morphology;

namespace Voc.Analysis.Tests.Morphology;

public sealed class SegmentationTests
{
    [Fact]
    public void Wakati_is_one_line_without_the_space_between_words()
    {
        Assert.Equal("左 右 　 上", Format(" 左 右　上\n", SegmentationFormat.Wakati));
    }

    [Fact]
    public void Full_is_a_line_a_word_with_its_features_and_then_EOS()
    {
        Assert.Equal(
            "彁彁\t名詞,一般,*,*,*,*,*\nが\t助詞,格助詞,一般,*,*,*,が,ガ,ガ\n入ら\t動詞,自立,*,*,五段・ラ行,未然形,入る,ハイラ,ハイラ\nEOS",
            Format("彁彁が 入ら", SegmentationFormat.Full));
    }

    [Fact]
    public void An_empty_text_is_an_empty_line_or_only_EOS()
    {
        Assert.Equal("", Format("", SegmentationFormat.Wakati));
        Assert.Equal("EOS", Format("", SegmentationFormat.Full));
    }

    [Theory]
    [InlineData("wakati", true, SegmentationFormat.Wakati)]
    [InlineData("Full", true, SegmentationFormat.Full)]
    [InlineData("json", false, SegmentationFormat.Wakati)]
    [InlineData(null, false, SegmentationFormat.Wakati)]
    public void Formats_go_by_their_names(string? name, bool known, SegmentationFormat expected)
    {
        Assert.Equal(known, Segmentation.TryParse(name, out var format));
        Assert.Equal(expected, format);
    }

    private static string Format(string text, SegmentationFormat format) => Segmentation.Format(text, Ipadic.Tokenizer.Tokenize(text), format);
}
