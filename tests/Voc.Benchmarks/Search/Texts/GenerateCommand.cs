using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Voc.Benchmarks.Search.Texts;

/// <summary><c>search-generate</c>: the texts as JSON lines of the form that the HTTP contract takes, or what they are like.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var texts = SearchOptions.Texts();
        var seed = SearchOptions.Seed();
        var statistics = new Option<bool>("--statistics") { Description = "Print lengths and term frequencies instead of the texts" };
        var command = new Command("search-generate", "Print the texts of the search benchmark") { texts, seed, statistics };
        command.SetAction(parsed =>
        {
            var made = new SearchTexts(parsed.GetValue(seed)).Take(parsed.GetValue(texts));
            if (parsed.GetValue(statistics))
            {
                Describe(TextStatistics.Of(made.Select(t => t.Text!)));
                return;
            }
            foreach (var text in made)
            {
                Console.WriteLine(JsonSerializer.Serialize(SubmissionJson.Of(text), Api.Server.Json));
            }
        });
        return command;
    }

    private static void Describe(TextStatistics texts)
    {
        Say($"{texts.Texts:N0} texts; characters: median {texts.Length(0.5)}, 5 % up to {texts.Length(0.05)}, 95 % up to {texts.Length(0.95)}, from {texts.Length(0)} to {texts.Length(1)}");
        Say($"{texts.DistinctTerms:N0} distinct terms, {texts.Documents.Values.Sum(d => (long)d) / (double)texts.Texts:F1} a text; {texts.Documents.Values.Count(d => d == 1):N0} in one text only");
        foreach (var (name, from, to) in new[] { ("over 20 %", 0.2, 1.0), ("12-20 %", 0.12, 0.2), ("5-12 %", 0.05, 0.12), ("0.7-1.3 %", 0.007, 0.013) })
        {
            var terms = texts.Terms(from, to);
            Say($"{name}: {terms.Count} terms: {string.Join(" ", terms.Take(40).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t} {100.0 * texts.Documents[t] / texts.Texts:F1}")))}");
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
