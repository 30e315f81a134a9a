using System.IO.Compression;
using Voc.Api.Pipeline;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Commands;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voc-backup").FullName;

    private string File(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_made_while_feedback_arrives_restores_to_the_same_feedback_keys_and_pseudonyms()
    {
        await using var server = await VocServer.StartAsync();
        await server.SourceAsync("shop");
        await server.Get<Inbox>().AcceptAsync([.. Enumerable.Range(0, 300).Select(i => Some.Feedback($"before {i}"))]);
        var key = await server.KeyAsync("read");
        var pseudonyms = PseudonymKey.Of(server.Options);
        await System.IO.File.WriteAllTextAsync(server.Get<Voc.Api.Imports.ImportStore>().Incoming(), "half an upload");
        using var done = new CancellationTokenSource();
        var arriving = Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                await server.Get<Inbox>().AcceptAsync([Some.Feedback($"during {i}")]);
            }
        });

        var (exitCode, output, errors) = await RunAsync("backup", File("voc.zip"), "--data", server.Options.DataDirectory);
        await done.CancelAsync();
        await arriving;

        Assert.True(exitCode == 0, errors);
        Assert.Equal("", output);
        Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(File("voc.zip")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(["voc.zip"], Directory.GetFiles(_folder).Select(Path.GetFileName));

        var restored = await RunAsync("restore", File("voc.zip"), "--data", File("new"));
        Assert.True(restored.ExitCode == 0, restored.Errors);
        Assert.False(Directory.Exists(File("new/imports")));
        Assert.Equal(pseudonyms, PseudonymKey.Of(new VocOptions { DataDirectory = File("new") }));
        await using var again = await VocServer.StartAsync(folder: File("new"));
        await again.DrainAsync();
        using var connection = again.Get<Store>().Open();
        Assert.Equal(300L, connection.Scalar("SELECT count(*) FROM feedback WHERE ExternalId LIKE 'before%'"));
        Assert.Equal(connection.Scalar("SELECT count(*) FROM feedback"), connection.Scalar("SELECT count(*) FROM search_row"));
        using var client = again.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.True((await client.GetAsync("/api/v1/feedback")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Restoring_over_data_is_refused_and_with_force_keeps_what_was_there()
    {
        await MakeAsync("old", "source of the old");
        await MakeAsync("other", "source of the other");
        Assert.Equal(0, (await RunAsync("backup", File("old.zip"), "--data", File("old"))).ExitCode);

        var refused = await RunAsync("restore", File("old.zip"), "--data", File("other"));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--force", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(["source of the other"], Sources("other"));

        var forced = await RunAsync("restore", File("old.zip"), "--data", File("other"), "--force");
        Assert.True(forced.ExitCode == 0, forced.Errors);
        Assert.Equal(["source of the old"], Sources("other"));
        var aside = Path.GetFileName(Assert.Single(Directory.GetDirectories(File("other"), "before-restore-*")));
        Assert.Equal(["source of the other"], Sources(Path.Combine("other", aside)));
    }

    [Fact]
    public async Task Restoring_under_a_running_service_is_refused()
    {
        await MakeAsync("old", "shop");
        Assert.Equal(0, (await RunAsync("backup", File("old.zip"), "--data", File("old"))).ExitCode);
        await using var server = await VocServer.StartAsync();
        await WorkersHaveTheLockAsync(server.Options);

        var (exitCode, _, errors) = await RunAsync("restore", File("old.zip"), "--data", server.Options.DataDirectory, "--force");

        Assert.Equal(1, exitCode);
        Assert.Contains("in use", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a file that is no backup")]
    [InlineData("a damaged database")]
    [InlineData("a newer version")]
    [InlineData("a name that leads out of the folder")]
    public async Task What_is_no_whole_backup_is_refused_and_changes_nothing(string what)
    {
        await MakeAsync("old", "shop");
        Assert.Equal(0, (await RunAsync("backup", File("old.zip"), "--data", File("old"))).ExitCode);
        switch (what)
        {
            case "a file that is no backup":
                await System.IO.File.WriteAllTextAsync(File("old.zip"), "番号,本文");
                break;
            case "a damaged database":
                Replace("voc.db", bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
                break;
            case "a newer version":
                Edit("\"version\": 1", "\"version\": 2");
                break;
            default:
                Edit("pseudonym.key", "../pseudonym.key");
                break;
        }

        var (exitCode, output, errors) = await RunAsync("restore", File("old.zip"), "--data", File("new"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("old.zip", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File("new/voc.db")));
    }

    private static async Task WorkersHaveTheLockAsync(VocOptions options)
    {
        while (true)
        {
            using var free = new PipelineLock(options, TimeProvider.System);
            if (!free.TryAcquire())
            {
                return;
            }
            free.Dispose();
            await Task.Delay(50);
        }
    }

    private async Task MakeAsync(string name, string source)
    {
        var options = new VocOptions { DataDirectory = File(name) };
        var store = new Store(options);
        await store.MigrateAsync();
        using var writer = new GroupCommitWriter(store);
        await new SourceDirectory(store, writer, TimeProvider.System).EnsureAsync(source, Channel.Review, "api");
        PseudonymKey.Of(options);
    }

    private List<string> Sources(string name)
    {
        // A pooled connection would go on reading the file that was moved away.
        using var context = new Store(new VocOptions { DataDirectory = File(name), Database = $"Data Source={File(name)}/voc.db;Pooling=False" }).Context();
        return [.. context.Sources.Select(s => s.Name)];
    }

    private void Edit(string from, string to) =>
        Replace("manifest.json", bytes => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace(from, to, StringComparison.Ordinal)));

    private void Replace(string entry, Func<byte[], byte[]> change)
    {
        using var archive = ZipFile.Open(File("old.zip"), ZipArchiveMode.Update);
        using var stream = archive.GetEntry(entry)!.Open();
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        var changed = change(whole.ToArray());
        stream.SetLength(0);
        stream.Write(changed);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = VocProcess.Start(arguments);
        return await process.EndAsync();
    }
}
