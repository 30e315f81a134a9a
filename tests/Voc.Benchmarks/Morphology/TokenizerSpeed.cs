using System.Diagnostics;
using System.Text;
using Voc.Analysis.Morphology;

namespace Voc.Benchmarks.Morphology;

/// <summary>Time and memory of loading the dictionary and of segmenting texts on one thread.</summary>
internal static class TokenizerSpeed
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    public static void Run(string? file)
    {
        var texts = Texts.Read(file);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var tokenizer = Tokenizer.Load();
        var load = Stopwatch.GetElapsedTime(started);
        var dictionary = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"load {load.TotalMilliseconds:F0} ms, {dictionary / 1e6:F0} MB");
        foreach (var mode in Enum.GetValues<TokenizeMode>())
        {
            Report($"{mode}, {texts.Length} texts", tokenizer, mode, texts);
        }

        Report("Normal, all as one line", tokenizer, TokenizeMode.Normal, [string.Concat(texts).ReplaceLineEndings("")]);
        Console.WriteLine($"with the words met {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F0} MB");
        GC.KeepAlive(tokenizer);
    }

    private static void Report(string name, Tokenizer tokenizer, TokenizeMode mode, string[] texts)
    {
        var tokens = new List<Token>();
        Round(tokenizer, mode, texts, tokens);
        var (count, rounds, allocated) = (0L, 0, GC.GetAllocatedBytesForCurrentThread());
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Measured)
        {
            count += Round(tokenizer, mode, texts, tokens);
            rounds++;
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var bytes = rounds * texts.Sum(t => (long)Encoding.UTF8.GetByteCount(t));
        Console.WriteLine($"{name}: {bytes / seconds / 1e6:F1} MB/s of UTF-8, {count / seconds / 1e6:F2} M tokens/s, {(double)allocated / count:F3} bytes allocated a token");
    }

    private static long Round(Tokenizer tokenizer, TokenizeMode mode, string[] texts, List<Token> tokens)
    {
        var count = 0L;
        foreach (var text in texts)
        {
            tokenizer.Tokenize(text, mode, tokens);
            count += tokens.Count;
        }

        return count;
    }
}
