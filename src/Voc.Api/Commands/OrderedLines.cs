using System.Text;
using System.Threading.Channels;

namespace Voc.Api.Commands;

/// <summary>Answers each line of the input by one of the output, in order, on every core, without ever holding the whole input.</summary>
internal static class OrderedLines
{
    /// <summary>Runs until the input ends.</summary>
    /// <param name="input">Lines in UTF-8.</param>
    /// <param name="output">Receives the answers as they become ready; flushed whenever nothing more is ready.</param>
    /// <param name="answer">Makes the answer to a line and its number, counted from 1; called on several threads.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task RunAsync(Stream input, Stream output, Func<string, long, string> answer, CancellationToken cancellationToken)
    {
        var answers = System.Threading.Channels.Channel.CreateBounded<Task<string>>(Environment.ProcessorCount * 16);
        var reading = ReadAsync(input, answers.Writer, answer, cancellationToken);
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        while (await answers.Reader.WaitToReadAsync(cancellationToken))
        {
            while (answers.Reader.TryRead(out var next))
            {
                if (!next.IsCompleted)
                {
                    await writer.FlushAsync(cancellationToken);
                }
                await writer.WriteLineAsync(await next);
            }
            await writer.FlushAsync(cancellationToken);
        }
        await reading;
    }

    private static async Task ReadAsync(Stream input, ChannelWriter<Task<string>> answers, Func<string, long, string> answer, CancellationToken cancellationToken)
    {
        await Task.Yield();
        try
        {
            using var reader = new StreamReader(input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
            for (long number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
            {
                var at = number;
                await answers.WriteAsync(Task.Run(() => answer(line, at), cancellationToken), cancellationToken);
            }
            answers.Complete();
        }
        catch (Exception failure)
        {
            answers.Complete(failure);
            throw;
        }
    }
}
