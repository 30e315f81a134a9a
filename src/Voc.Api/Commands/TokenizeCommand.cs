using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis.Morphology;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Storage;
using Voc.Api.Vocabulary;

namespace Voc.Api.Commands;

internal static class TokenizeCommand
{
    public static Command Create()
    {
        var mode = new Option<string>("--mode") { Description = "normal: as MeCab segments; search: long compounds are split too", DefaultValueFactory = _ => "normal" };
        mode.AcceptOnlyFromAmong("normal", "search");
        var format = new Option<string>("--format") { Description = "wakati: words joined by spaces, a line each; full: a line a word with its features, then EOS", DefaultValueFactory = _ => "wakati" };
        format.AcceptOnlyFromAmong("wakati", "full");
        var command = new Command("tokenize", "Segment the lines of standard input into words, with the company's own where there is a data folder") { mode, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var tokenizer = Tokenizer.Load(user: await OwnWordsAsync(parsed.Options(), cancellationToken));
            var finely = parsed.GetValue(mode) == "search" ? TokenizeMode.Search : TokenizeMode.Normal;
            var shape = parsed.GetValue(format) == "full" ? SegmentationFormat.Full : SegmentationFormat.Wakati;
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await OrderedLines.RunAsync(input, output, (line, _) => Segmentation.Format(line, tokenizer.Tokenize(line, finely), shape), cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>The words of the company whose data there is; null where there are none or they cannot be read.</summary>
    private static async Task<UserDictionary?> OwnWordsAsync(VocOptions options, CancellationToken cancellationToken)
    {
        if (!Store.Exists(options))
        {
            return null;
        }
        var problems = new List<LocalizedText>();
        try
        {
            await using var context = new Store(options).Context();
            var words = ReadingComposer.Words(await context.Set<DictionaryWordRow>().AsNoTracking().ToListAsync(cancellationToken), problems);
            return words.Count == 0 ? null : new UserDictionary(words);
        }
        catch (SqliteException failure)
        {
            problems.Add(new($"登録した単語を読み込めないため、標準の辞書だけを使います: {failure.Message}", $"The company's own words could not be read; only the shipped dictionary is used: {failure.Message}"));
            return null;
        }
        finally
        {
            foreach (var problem in problems)
            {
                await Console.Error.WriteLineAsync(problem.Say());
            }
        }
    }
}
