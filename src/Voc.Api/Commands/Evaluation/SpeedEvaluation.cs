using System.Diagnostics;
using System.Globalization;
using System.Text;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Analysis.Morphology;

namespace Voc.Api.Commands.Evaluation;

/// <summary>How fast one thread segments and reads. Machines are noisy: the median of several rounds is told, with the slowest and the fastest.</summary>
internal static class SpeedEvaluation
{
    private const int Shortest = 60;
    private const int Longest = 85;
    private const int Rounds = 7;
    private const int Times = 10;

    /// <summary>Measures and reports.</summary>
    public static void Of(Analyzer analyzer, IReadOnlyList<LabelledText> texts, EvaluationReport report)
    {
        string[] pieces = [.. texts.Select(t => t.Text).Where(t => t.Length is >= Shortest and <= Longest)];
        var tokens = new List<Token>();
        var megabytes = pieces.Sum(piece => (double)Encoding.UTF8.GetByteCount(piece)) / 1e6;
        report.Line($"**Speed** of one thread, {pieces.Length:N0} texts of {pieces.Average(p => p.Length):F0} characters each on average, median of {Rounds} rounds (slowest–fastest):");
        report.Table(["", "a second"], [
            ["segmentation, MB of UTF-8", Rates(pieces, text => analyzer.Tokenizer.Tokenize(text, TokenizeMode.Normal, tokens), megabytes, "F1")],
            ["full analysis, texts", Rates(pieces, text => analyzer.Analyze(text), pieces.Length, "N0")],
        ]);
    }

    private static string Rates(string[] texts, Action<string> read, double amount, string format)
    {
        // The first rounds warm up.
        var rates = new List<double>();
        for (var round = -3; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var time = 0; time < Times; time++)
            {
                Array.ForEach(texts, read);
            }

            if (round >= 0)
            {
                rates.Add(Times * amount / Stopwatch.GetElapsedTime(started).TotalSeconds);
            }
        }

        rates.Sort();
        string Write(double rate) => rate.ToString(format, CultureInfo.InvariantCulture);
        return $"{Write(rates[Rounds / 2])} ({Write(rates[0])}–{Write(rates[^1])})";
    }
}
