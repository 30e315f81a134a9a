using Spectre.Console;

namespace Voc.Api.Commands;

/// <summary>Shows on standard error how far a task is: a bar on a terminal, else a line every few seconds.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs a task and shows its progress until it ends.</summary>
    /// <param name="work">The task.</param>
    /// <param name="state">What to say now, and the part that is done, 0 to 1, or null while it cannot be told.</param>
    public static async Task RunAsync(Func<Task> work, Func<(string Text, double? Done)> state)
    {
        if (Console.IsErrorRedirected)
        {
            await RunAsync(work(), LineInterval, () => Console.Error.WriteLine(state().Text));
            return;
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await terminal.Progress().AutoClear(true).Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(state().Text));
                await RunAsync(work(), BarInterval, () =>
                {
                    var (text, done) = state();
                    bar.Description = Markup.Escape(text);
                    bar.IsIndeterminate = done is null;
                    bar.Value = 100 * (done ?? 0);
                });
            });
    }

    private static async Task RunAsync(Task work, TimeSpan interval, Action show)
    {
        using var timer = new PeriodicTimer(interval, TimeProvider.System);
        var tick = timer.WaitForNextTickAsync().AsTask();
        while (await Task.WhenAny(work, tick) == tick)
        {
            show();
            tick = timer.WaitForNextTickAsync().AsTask();
        }
        await work;
    }
}
