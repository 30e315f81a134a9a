using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Voc.Analysis.Morphology;

namespace Voc.Benchmarks.Morphology;

/// <summary>
/// Our tokenizer beside MeCab (<c>apt install mecab mecab-ipadic-utf8</c>) and Kuromoji (the npm package the dictionary comes
/// from, run by Node) on the same text in one run: one core each, loading excluded, the best of a few rounds.
/// </summary>
internal static class TokenizerPeers
{
    private const int Megabytes = 4;
    private const int Rounds = 3;
    private const int Copies = 3;
    private const string MecabDictionary = "/var/lib/mecab/dic/ipadic-utf8";

    /// <summary>Measures all three.</summary>
    /// <param name="source">A text file, or null for the demo company's feedback; repeated or cut to a few megabytes.</param>
    public static void Run(string? source)
    {
        var folder = Directory.CreateTempSubdirectory("voc-peers");
        try
        {
            var once = Path.Combine(folder.FullName, "once.txt");
            var more = Path.Combine(folder.FullName, "more.txt");
            var lines = Lines(source);
            File.WriteAllLines(once, lines);
            File.WriteAllLines(more, Enumerable.Repeat(lines, Copies).SelectMany(l => l));
            var bytes = lines.Sum(l => (long)Encoding.UTF8.GetByteCount(l));
            Console.WriteLine($"{lines.Length} lines, {bytes / 1e6:F1} MB of UTF-8, one core each, loading excluded");
            Report("Voc", Ours(lines, bytes));
            Report("MeCab", Mecab(once, more, bytes));
            Report("Kuromoji", Kuromoji(once));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Report(string name, (double Speed, string? Missing) result) =>
        Console.WriteLine(result.Missing is null ? $"{name,-9} {result.Speed:F2} MB/s" : $"{name,-9} not measured: {result.Missing}");

    private static string[] Lines(string? source)
    {
        var texts = Texts.Read(source).Select(t => t.ReplaceLineEndings(" ")).Where(t => t.Length > 0).ToArray();
        var (lines, bytes) = (new List<string>(), 0L);
        for (var i = 0; bytes < Megabytes * 1_000_000L; i++)
        {
            lines.Add(texts[i % texts.Length]);
            bytes += Encoding.UTF8.GetByteCount(lines[^1]);
        }

        return [.. lines];
    }

    private static (double Speed, string? Missing) Ours(string[] lines, long bytes)
    {
        var (tokenizer, tokens) = (Tokenizer.Load(), new List<Token>());
        var best = TimeSpan.MaxValue;
        for (var round = 0; round <= Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var line in lines)
            {
                tokenizer.Tokenize(line, TokenizeMode.Normal, tokens);
            }

            // The first round warms up.
            best = round > 0 && Stopwatch.GetElapsedTime(started) < best ? Stopwatch.GetElapsedTime(started) : best;
        }

        return (bytes / best.TotalSeconds / 1e6, null);
    }

    // What it takes longer for more of the same text has nothing of start and loading in it.
    private static (double Speed, string? Missing) Mecab(string once, string more, long bytes)
    {
        if (!Directory.Exists(MecabDictionary))
        {
            return (0, "run apt install mecab mecab-ipadic-utf8");
        }

        var (little, much) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            if (Wakati(once) is not { } small || Wakati(more) is not { } large)
            {
                return (0, "mecab does not run; run apt install mecab mecab-ipadic-utf8");
            }

            (little, much) = (small < little ? small : little, large < much ? large : much);
        }

        return ((Copies - 1) * bytes / (much - little).TotalSeconds / 1e6, null);
    }

    private static TimeSpan? Wakati(string file)
    {
        var started = Stopwatch.GetTimestamp();
        return Output("mecab", "-Owakati", "-d", MecabDictionary, "-o", "/dev/null", file) is null ? null : Stopwatch.GetElapsedTime(started);
    }

    private static (double Speed, string? Missing) Kuromoji(string file)
    {
        var package = Path.Combine(Texts.Repository(), "src", "Voc.Analysis", "node_modules", "kuromoji");
        var script = Path.Combine(Texts.Repository(), "tests", "Voc.Benchmarks", "Morphology", "kuromoji-speed.cjs");
        if (!Directory.Exists(package))
        {
            return (0, "the npm package is not restored; build src/Voc.Analysis");
        }

        return Output("node", script, package, file, $"{Rounds}") is { } seconds
            ? (double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture), null)
            : (0, "node does not run; install Node.js");
    }

    /// <summary>What a program printed, or null where it is not there or failed.</summary>
    private static string? Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
