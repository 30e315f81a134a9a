using System.Globalization;
using System.Text.RegularExpressions;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

public sealed class EvaluateMaskingCommandTests : IDisposable
{
    private static readonly Dictionary<string, double> Bars = new()
    {
        ["phone"] = .995,
        ["e-mail"] = .995,
        ["card"] = .99,
        ["My Number"] = .99,
        ["address"] = .95,
        ["name with honorific or introduction"] = .95,
        ["bare full name"] = .85,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("voc-masking").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Personal_data_in_sentences_that_were_held_out_are_masked_as_promised()
    {
        var output = await RunAsync();
        var heldOut = output[output.IndexOf("**Held out**", StringComparison.Ordinal)..output.IndexOf("**Read while", StringComparison.Ordinal)];
        var recall = Regex.Matches(heldOut, @"^\| (?<kind>[^|]+) \| [\d,]+ \| [\d,]+ \| (?<recall>1?\.\d+)", RegexOptions.Multiline)
            .ToDictionary(m => m.Groups["kind"].Value, m => double.Parse(m.Groups["recall"].Value, CultureInfo.InvariantCulture));
        Assert.All(Bars, bar => Assert.True(recall[bar.Key] >= bar.Value, $"{bar.Key}: {recall[bar.Key]}"));
        Assert.DoesNotContain("{", heldOut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_are_touched_are_counted_and_shown()
    {
        var file = Path.Combine(_folder, "a.csv");
        await File.WriteAllTextAsync(file, "本文\nエンジンが止まった\n担当の田中さんに言った\n電話は090-1234-5678です\n大根と小松菜\n");
        using var process = VocProcess.Start(["evaluate", "masking", "--input", file, "--text", "本文", "--misses", "9"]);
        var (exitCode, output, errors) = await process.EndAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("**a.csv**: of 4 texts 2 are touched (50.00 %): name 1, phone 1", output, StringComparison.Ordinal);
        Assert.Contains("name: 担当の【田中】さんに言った", errors, StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync()
    {
        using var process = VocProcess.Start(["evaluate", "masking"]);
        var (exitCode, output, _) = await process.EndAsync();
        Assert.Equal(0, exitCode);
        return output;
    }
}
