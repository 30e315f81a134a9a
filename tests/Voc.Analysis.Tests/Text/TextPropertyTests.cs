using System.Diagnostics;
using Voc.Analysis.Text;

namespace Voc.Analysis.Tests.Text;

public sealed class TextPropertyTests
{
    [Fact]
    public void Sentences_hold_all_but_white_space_in_order()
    {
        AnyText.Always(text =>
        {
            var end = 0;
            foreach (var sentence in SentenceSplitter.Split(text))
            {
                if (sentence.Length < 1 || !string.IsNullOrWhiteSpace(text[end..sentence.Start]) || sentence.Of(text).Trim().Length != sentence.Length)
                {
                    return false;
                }

                end = sentence.End;
            }

            return string.IsNullOrWhiteSpace(text[end..]);
        });
    }

    [Fact]
    public void Every_unit_of_a_normalised_text_leads_into_the_original_in_order()
    {
        AnyText.Always(text =>
        {
            var normalised = NormalizedText.From(text);
            var last = 0;
            for (var i = 0; i < normalised.Text.Length; i++)
            {
                var span = normalised.ToOriginal(i, 1);
                if (span.Length < 1 || span.Start < last || span.End > text.Length)
                {
                    return false;
                }

                last = span.Start;
            }

            var whole = normalised.ToOriginal(0, normalised.Text.Length);
            return whole.Start >= 0 && whole.End <= text.Length;
        });
    }

    [Fact]
    public void Signals_lie_inside_the_original()
    {
        AnyText.Always(text => NormalizedText.From(text).Signals.All(s => s.Span.Length > 0 && s.Span.Start >= 0 && s.Span.End <= text.Length));
    }

    [Fact]
    public void Normalised_texts_hold_no_control_characters_and_no_lone_surrogates()
    {
        AnyText.Always(text =>
        {
            var normalised = NormalizedText.From(text).Text;
            return !normalised.Any(c => char.IsControl(c) && c != '\n') && normalised.EnumerateRunes().SelectMany(r => r.ToString()).SequenceEqual(normalised);
        });
    }

    [Fact]
    public void A_language_is_one_of_five()
    {
        AnyText.Always(text => LanguageGuess.Of(text) is "ja" or "en" or "zh" or "ko" or "und");
    }

    [Theory]
    [MemberData(nameof(AnyText.Long), MemberType = typeof(AnyText))]
    public void A_megabyte_is_read_in_linear_time(string pattern)
    {
        var text = AnyText.Megabyte(pattern);
        var watch = Stopwatch.StartNew();
        var normalised = NormalizedText.From(text);
        SentenceSplitter.Split(text);
        SentenceSplitter.Split(normalised.Text);
        LanguageGuess.Of(text);
        Assert.True(watch.Elapsed < AnyText.Patience, $"It took {watch.Elapsed}.");
    }
}
