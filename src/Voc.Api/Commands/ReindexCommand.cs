using System.CommandLine;
using System.Globalization;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class ReindexCommand
{
    public static Command Create()
    {
        var restart = new Option<bool>("--restart") { Description = "Begin again, even if the last run was interrupted" };
        var command = new Command("reindex", "Read every text anew and rebuild the search index; search keeps working, and an interrupted run goes on where it stopped") { restart };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            await new Store(options).MigrateAsync(cancellationToken);
            await using var services = new ServiceCollection().AddLogging().AddVoc(options).BuildServiceProvider();
            var reindexer = services.GetRequiredService<Reindexer>();
            var (done, progress) = (0L, new Latest());
            await ProgressLine.RunAsync(
                async () => done = await reindexer.RunAsync(parsed.GetValue(restart), progress, cancellationToken),
                () => ($"{Number(progress.Value.Done)} / {Number(progress.Value.Total)} 件 / texts", progress.Value.Total == 0 ? null : (double)progress.Value.Done / progress.Value.Total));
            await Console.Error.WriteLineAsync($"{Number(done)} 件を読み直しました / texts read anew");
            return 0;
        });
        return command;
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class Latest : IProgress<ReindexProgress>
    {
        public ReindexProgress Value { get; private set; }

        public void Report(ReindexProgress value) => Value = value;
    }
}
