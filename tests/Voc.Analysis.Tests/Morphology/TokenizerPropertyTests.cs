using System.Diagnostics;
using Voc.Analysis.Morphology;

namespace Voc.Analysis.Tests.Morphology;

public sealed class TokenizerPropertyTests
{
    [Theory]
    [InlineData(TokenizeMode.Normal)]
    [InlineData(TokenizeMode.Search)]
    public void Tokens_concatenate_to_any_text(TokenizeMode mode)
    {
        AnyText.Always(text => Concatenates(text, Ipadic.Tokenizer.Tokenize(text, mode)));
    }

    [Fact]
    public void No_token_splits_a_surrogate_pair()
    {
        AnyText.Always(text => Ipadic.Tokenizer.Tokenize(text).All(t => t.Start == 0 || !char.IsSurrogatePair(text[t.Start - 1], text[t.Start])));
    }

    [Fact]
    public void Lines_are_read_independently()
    {
        AnyText.Always(text =>
        {
            var surfaces = Ipadic.Tokenizer.Tokenize(text).Where(t => !t.IsSpace).Select(t => t.Surface(text).ToString());
            var lines = text.Split('\n', '\r').SelectMany(line => Ipadic.Tokenizer.Tokenize(line).Where(t => !t.IsSpace).Select(t => t.Surface(line).ToString()));
            return surfaces.SequenceEqual(lines);
        });
    }

    [Fact]
    public async Task A_text_gives_the_same_answer_on_any_thread()
    {
        string[] texts = ["すもももももももものうち", "自動ブレーキが誤って作動した。\n返品したい", "😀ｗｗｗ最高", AnyText.Megabyte("電源が入りません")[..20_000]];
        var expected = texts.Select(t => Ipadic.Tokenizer.Tokenize(t)).ToArray();
        var runs = Enumerable.Range(0, 8).Select(run => Task.Run(() =>
        {
            for (var i = 0; i < 40; i++)
            {
                Assert.Equal(expected[(i + run) % texts.Length], Ipadic.Tokenizer.Tokenize(texts[(i + run) % texts.Length]));
            }
        }));
        await Task.WhenAll(runs);
    }

    [Theory]
    [MemberData(nameof(AnyText.Long), MemberType = typeof(AnyText))]
    public void A_megabyte_is_segmented_in_linear_time(string pattern)
    {
        var text = AnyText.Megabyte(pattern);
        var watch = Stopwatch.StartNew();
        var tokens = Ipadic.Tokenizer.Tokenize(text);
        Assert.True(watch.Elapsed < AnyText.Patience, $"It took {watch.Elapsed}.");
        Assert.True(Concatenates(text, tokens));
    }

    [Fact]
    public void Where_a_long_line_is_cut_makes_no_difference()
    {
        // The sentence ends at its full stop whatever is around it, so the many are the one many times.
        const string sentence = "昨日届いた新しい掃除機の電源が入らないので、販売店に電話して交換をお願いしました。";
        var one = Ipadic.Surfaces(sentence);
        var many = Ipadic.Surfaces(string.Concat(Enumerable.Repeat(sentence, 500)));
        Assert.Equal(Enumerable.Repeat(one, 500).SelectMany(s => s), many);
    }

    [Fact]
    public void A_text_costs_no_allocation_once_the_tokenizer_is_warm()
    {
        const string text = "自動ブレーキが誤って作動し、何もないところで急に止まった。";
        var tokenizer = Ipadic.Another();
        var tokens = new List<Token>(256);
        tokenizer.Tokenize(text, TokenizeMode.Normal, tokens);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            tokenizer.Tokenize(text, TokenizeMode.Normal, tokens);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool Concatenates(string text, IReadOnlyList<Token> tokens)
    {
        var end = 0;
        foreach (var token in tokens)
        {
            if (token.Start != end || token.Length < 1)
            {
                return false;
            }

            end = token.End;
        }

        return end == text.Length;
    }
}
