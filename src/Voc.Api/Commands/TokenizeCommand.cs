using System.CommandLine;
using Voc.Analysis.Morphology;

namespace Voc.Api.Commands;

internal static class TokenizeCommand
{
    public static Command Create()
    {
        var mode = new Option<string>("--mode") { Description = "normal: as MeCab segments; search: long compounds are split too", DefaultValueFactory = _ => "normal" };
        mode.AcceptOnlyFromAmong("normal", "search");
        var format = new Option<string>("--format") { Description = "wakati: words joined by spaces, a line each; full: a line a word with its features, then EOS", DefaultValueFactory = _ => "wakati" };
        format.AcceptOnlyFromAmong("wakati", "full");
        var command = new Command("tokenize", "Segment the lines of standard input into words") { mode, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var tokenizer = Tokenizer.Load();
            var finely = parsed.GetValue(mode) == "search" ? TokenizeMode.Search : TokenizeMode.Normal;
            var shape = parsed.GetValue(format) == "full" ? SegmentationFormat.Full : SegmentationFormat.Wakati;
            await using var input = Console.OpenStandardInput();
            await using var output = Console.OpenStandardOutput();
            await OrderedLines.RunAsync(input, output, (line, _) => Segmentation.Format(line, tokenizer.Tokenize(line, finely), shape), cancellationToken);
            return 0;
        });
        return command;
    }
}
