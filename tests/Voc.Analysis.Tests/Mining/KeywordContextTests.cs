using System.Diagnostics;
using System.Globalization;
using System.Text;
using Voc.Analysis.Mining;

namespace Voc.Analysis.Tests.Mining;

public sealed class KeywordContextTests
{
    [Theory]
    [InlineData("配送が遅いので困ります", "遅い", 2, "送が", "ので", true, true)]
    [InlineData("配送が遅い", "遅い", 30, "配送が", "", false, false)]
    [InlineData("👨‍👩‍👧と🏽行く", "と", 1, "👨‍👩‍👧", "🏽", false, true)]
    [InlineData("か\u3099配送か\u3099遅い", "配送", 1, "か\u3099", "か\u3099", false, true)]
    [InlineData("雨\r\n配送\n遅い", "配送", 3, "雨  ", " 遅い", false, false)]
    public void Context_counts_the_characters_a_reader_sees(string text, string keyword, int context, string left, string right, bool leftCut, bool rightCut) =>
        Assert.Equal(
            new KeywordLine(left, keyword, right, leftCut, rightCut),
            new KeywordContext(text).Around(text.IndexOf(keyword, StringComparison.Ordinal), keyword.Length, context));

    [Fact]
    public void The_left_context_is_read_from_the_keyword_outwards() =>
        Assert.Equal("た👨‍👩‍👧か\u3099来", KeywordContext.Outwards("来か\u3099👨‍👩‍👧た"));

    [Fact]
    public void Any_stretch_of_any_text_has_a_context_that_is_around_it_and_no_longer_than_asked()
    {
        AnyText.Always(text =>
        {
            var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            var context = new KeywordContext(valid);
            var starts = StringInfo.ParseCombiningCharacters(valid);
            return starts.All(start =>
            {
                var length = StringInfo.GetNextTextElementLength(valid, start);
                var line = context.Around(start, length, 3);
                int Characters(int from, int units) => new StringInfo(valid.Substring(from, units)).LengthInTextElements;
                return Flat(valid).AsSpan(start - line.Left.Length).StartsWith(line.Left + line.Keyword + line.Right, StringComparison.Ordinal)
                    && line.Keyword.Length == length && Characters(start - line.Left.Length, line.Left.Length) <= 3 && Characters(start + length, line.Right.Length) <= 3
                    && line.LeftCut == (line.Left.Length < start) && line.RightCut == (line.Right.Length < valid.Length - start - length)
                    && !line.Left.Any(char.IsControl) && KeywordContext.Outwards(line.Left).Length == line.Left.Length;
            });
        });

        static string Flat(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
    }

    [Theory]
    [MemberData(nameof(AnyText.Long), MemberType = typeof(AnyText))]
    public void A_long_text_has_its_lines_in_bounded_time(string pattern)
    {
        var text = AnyText.Megabyte(pattern);
        var started = Stopwatch.GetTimestamp();
        var context = new KeywordContext(text);
        var lines = Enumerable.Range(0, 1000).Select(i => context.Around(i * (text.Length / 1000), 0, 200)).ToList();

        Assert.All(lines, line => Assert.InRange(line.Left.Length + line.Right.Length, 0, 2 * 200 * 16));
        Assert.True(Stopwatch.GetElapsedTime(started) < AnyText.Patience, "It takes more than linear time.");
    }
}
