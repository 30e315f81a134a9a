using System.CommandLine;
using Voc.Api.Backups;
using Voc.Api.Pipeline;
using Voc.Api.Problems;
using Voc.Api.Storage;

namespace Voc.Api.Commands;

internal static class BackupCommands
{
    public static Command Backup()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to; a file that is there is replaced once the new one is whole" };
        var command = new Command("backup", "Write everything an installation keeps into one file (zip); the service may go on running") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            var to = parsed.GetValue(file)!.FullName;
            if (!File.Exists(new Store(options).FilePath))
            {
                return Complain(new($"{options.DataDirectory} にデータがありません。--data を確認してください。", $"There is no data in {options.DataDirectory}. Check --data."));
            }
            var store = new Store(options);
            await store.MigrateAsync(cancellationToken);
            var done = new Done();
            BackupManifest? manifest = null;
            try
            {
                await ProgressLine.RunAsync(
                    async () => manifest = await new Backup(options, store, TimeProvider.System).WriteAsync(to, done, cancellationToken),
                    () => (new LocalizedText("バックアップ中", "Backing up").Say() + $" {done.Part:P0}", done.Part));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return Complain(new($"{to} に書き込めません: {failure.Message}", $"{to} cannot be written: {failure.Message}"));
            }
            await Console.Error.WriteLineAsync(new LocalizedText(
                $"{to}: {manifest!.Files.Count} ファイル、{new FileInfo(to).Length:N0} バイト。顧客の仮名化キーを含みます。安全な場所に保管してください。",
                $"{to}: {manifest.Files.Count} files, {new FileInfo(to).Length:N0} bytes. It holds the installation's keys; keep it safe.").Say());
            return 0;
        });
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file that backup wrote" };
        var force = new Option<bool>("--force") { Description = "Replace the data that is there; it is kept in a folder before-restore-… of the data folder" };
        var command = new Command("restore", "Put a backup into an empty data folder; the service must not be running") { file, force };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = parsed.Options();
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                return Complain(new($"{from.FullName} はありません。", $"There is no file {from.FullName}."));
            }
            var database = Path.GetFullPath(new Store(options).FilePath);
            using var pipeline = new PipelineLock(options, TimeProvider.System);
            if (!pipeline.TryAcquire())
            {
                return Complain(new($"{options.DataDirectory} は使用中です。サービスや取り込みを止めてからやり直してください。", $"{options.DataDirectory} is in use. Stop the service or import and try again."));
            }
            var done = new Done();
            string? aside = null;
            try
            {
                await ProgressLine.RunAsync(
                    async () => aside = await new Restore(options, database, TimeProvider.System).ReadAsync(from.FullName, parsed.GetValue(force), done, cancellationToken),
                    () => (new LocalizedText("復元中", "Restoring").Say() + $" {done.Part:P0}", done.Part));
            }
            catch (RestoreException refused)
            {
                return Complain(refused.Problem);
            }
            await new Store(options).MigrateAsync(cancellationToken);
            await Console.Error.WriteLineAsync(new LocalizedText(
                $"{options.DataDirectory} に復元しました。" + (aside is null ? "" : $"以前のデータは {aside} にあります。"),
                $"Restored to {options.DataDirectory}." + (aside is null ? "" : $" What was there before is in {aside}.")).Say());
            return 0;
        });
        return command;
    }

    private static int Complain(LocalizedText problem)
    {
        Console.Error.WriteLine(problem.Say());
        return 1;
    }

    private sealed class Done : IProgress<double>
    {
        public double Part { get; private set; }

        public void Report(double value) => Part = value;
    }
}
