using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Voc.Benchmarks.Search.Queries;

namespace Voc.Benchmarks.Search;

/// <summary>One figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The figure.</param>
/// <param name="Bar">What it must not exceed, or must reach where <paramref name="AtLeast"/>; null where there is no bar.</param>
/// <param name="AtLeast">Whether more is better.</param>
/// <param name="Detail">What else there is to say.</param>
internal sealed record Measure(string Name, string Unit, double Value, double? Bar = null, bool AtLeast = false, string? Detail = null)
{
    public bool? Passed => Bar is null ? null : AtLeast ? Value >= Bar : Value <= Bar;
}

/// <summary>Durations of a class of queries, in milliseconds; the last of processor time.</summary>
internal sealed record ClassMeasure(string Name, int Queries, int MedianHits, double P50, double P95, double Max, double ProcessorP95, double? Bar)
{
    public bool? Passed => Bar is null ? null : P95 <= Bar;

    /// <summary>Another engine that was asked the same, or null.</summary>
    public OtherEngine? Beside { get; init; }

    public static ClassMeasure Of(TimedClass timed) => new(
        timed.Class.Name, timed.Class.Queries.Count, timed.Class.Queries.Select(q => q.Hits).Order().ElementAtOrDefault(timed.Class.Queries.Count / 2),
        timed.Clock.At(0.5), timed.Clock.At(0.95), timed.Clock.Max, timed.Processor.At(0.95), timed.Class.BarMilliseconds);
}

/// <summary>Durations of another engine for the same queries, in milliseconds.</summary>
internal sealed record OtherEngine(string Name, double P50, double P95);

/// <summary>What a benchmark of search found, as Markdown for docs/evaluation.md or as JSON.</summary>
internal sealed record SearchReport(int Texts, IReadOnlyList<Measure> Measures, IReadOnlyList<ClassMeasure> Classes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Version and commit that were measured.</summary>
    public string Version { get; } = typeof(SearchReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public string Machine { get; } = $"{Environment.ProcessorCount} cores, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}";

    public void Write(TextWriter to, bool json)
    {
        if (json)
        {
            to.WriteLine(JsonSerializer.Serialize(this, Json));
            return;
        }
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Texts:N0} texts; {Version}; {Machine}"));
        if (Measures.Count > 0)
        {
            to.WriteLine("\n| What | Bar | Measured | |\n|---|---|---|---|");
            foreach (var m in Measures)
            {
                to.WriteLine($"| {m.Name} | {Bar(m)} | {Number(m.Value)} {m.Unit}{(m.Detail is null ? "" : $" ({m.Detail})")} | {Verdict(m.Passed)} |");
            }
        }
        if (Classes.Count > 0)
        {
            WriteClasses(to);
        }
    }

    private void WriteClasses(TextWriter to)
    {
        var other = Classes[0].Beside?.Name;
        var (head, line) = other is null ? ("", "") : ($" {other}: p50 | p95 |", "---|---|");
        to.WriteLine($"\n| Class, milliseconds | Queries | Hits (median) | p50 | p95 | max | p95 of processor time | Bar for p95 | |{head}\n|---|---|---|---|---|---|---|---|---|{line}");
        foreach (var c in Classes)
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {c.Name} | {c.Queries} | {c.MedianHits:N0} | {Number(c.P50)} | {Number(c.P95)} | {Number(c.Max)} | {Number(c.ProcessorP95)} | {(c.Bar is { } bar ? $"≤ {bar}" : "")} | {Verdict(c.Passed)} |") +
                (c.Beside is null ? "" : $" {Number(c.Beside.P50)} | {Number(c.Beside.P95)} |"));
        }
    }

    private static string Bar(Measure m) => m.Bar is not { } bar ? "" : $"{(m.AtLeast ? "≥" : "≤")} {Number(bar)} {m.Unit}";

    private static string Verdict(bool? passed) => passed switch { true => "pass", false => "**miss**", null => "" };

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 || value == Math.Round(value) ? "N0" : Math.Abs(value) >= 10 ? "F1" : Math.Abs(value) >= 1 ? "F2" : "F3", CultureInfo.InvariantCulture);
}
