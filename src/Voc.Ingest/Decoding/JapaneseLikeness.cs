using System.Text;

namespace Voc.Ingest.Decoding;

/// <summary>
/// How much bytes look like Japanese in an encoding. Bytes of EUC-JP are mostly valid CP932 too, but read as half-width katakana
/// and rare kanji, without the hiragana that Japanese text is full of.
/// </summary>
internal static class JapaneseLikeness
{
    /// <summary>Mean weight of the characters outside ASCII; 0 where there are none.</summary>
    public static double Of(ReadOnlySpan<byte> sample, Encoding encoding)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        var chars = new char[lenient.GetMaxCharCount(sample.Length)];
        // The sample may end inside a character; that one does not count.
        var count = lenient.GetDecoder().GetChars(sample, chars, flush: false);
        double sum = 0;
        var seen = 0;
        foreach (var c in chars.AsSpan(0, count))
        {
            if (c >= 0x80)
            {
                sum += Weight(c);
                seen++;
            }
        }

        return seen == 0 ? 0 : sum / seen;
    }

    private static double Weight(char c) => c switch
    {
        >= '\u3041' and <= '\u3096' or '、' or '。' or 'ー' => 2,
        >= '\u30A1' and <= '\u30FA' => 1,
        >= '\u4E00' and <= '\u9FFF' => 0.5,
        >= '\uFF10' and <= '\uFF5A' => 0.5,
        >= '\u0080' and <= '\u00A0' or >= '\uE000' and <= '\uF8FF' or '\uFFFD' => -2,
        >= '\uFF61' and <= '\uFF9F' => -1,
        _ => 0,
    };
}
