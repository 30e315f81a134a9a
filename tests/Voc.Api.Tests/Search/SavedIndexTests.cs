using Microsoft.Extensions.Logging.Abstractions;
using Voc.Analysis.Search;
using Voc.Api.Feedbacks;
using Voc.Api.Search;
using Voc.Api.Storage;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

/// <summary>A process that starts with a saved index knows what the store does.</summary>
public sealed class SavedIndexTests : IAsyncLifetime
{
    private VocServer _server = null!;
    private IReadOnlyList<long> _ids = [];

    public async Task InitializeAsync()
    {
        _server = await VocServer.StartAsync();
        _ids = await _server.StoreAsync("配送が遅い。", "配送が早い。", "アプリが落ちる。");
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task What_changed_since_it_was_saved_is_brought_in()
    {
        Save();
        await _server.StoreAsync("配送先を変えたい。");
        await _server.Get<FeedbackDeletion>().DeleteAsync(_ids[0], "somebody", default);
        using var index = Open();
        Assert.Equal(2, Count(index, new TermsMatch(["配送"], Prefix: false)));
        Assert.Equal(2, Count(index, new ExactMatch("配送")));
        Assert.Equal(0, Count(index, new ExactMatch("遅い")));
    }

    [Fact]
    public void It_is_used_and_not_made_anew()
    {
        Save();
        using (var connection = _server.Get<Store>().Open())
        {
            connection.Execute("UPDATE search_row SET Terms=$terms", ("$terms", "別の語"u8.ToArray()));
        }
        using var index = Open();
        Assert.Equal(2, Count(index, new TermsMatch(["配送"], Prefix: false)));
    }

    [Fact]
    public async Task That_of_another_store_is_not_used()
    {
        Save();
        await using var other = await VocServer.StartAsync();
        await other.StoreAsync("画面が暗い。", "画面が明るい。", "画面が割れた。");
        File.Copy(_server.Options.PathOf("index.bin"), other.Options.PathOf("index.bin"));
        using var index = Open(other);
        Assert.Equal(3, Count(index, new TermsMatch(["画面"], Prefix: false)));
    }

    [Fact]
    public void A_damaged_one_is_not_used()
    {
        Save();
        var path = _server.Options.PathOf("index.bin");
        var bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);
        using var index = Open();
        Assert.Equal(2, Count(index, new TermsMatch(["配送"], Prefix: false)));
    }

    [Fact]
    public async Task It_is_saved_where_enough_changed_or_it_ends_and_goes_with_what_it_held()
    {
        var path = _server.Options.PathOf("index.bin");
        using var index = Open(least: 3);
        Assert.Equal(3, Count(index, Match.Everything));
        index.SaveWhereDue(ending: false);
        var saved = File.GetLastWriteTimeUtc(path);
        await _server.StoreAsync("配送先を変えたい。");
        Assert.Equal(4, Count(index, Match.Everything));
        index.SaveWhereDue(ending: false);
        Assert.Equal(saved, File.GetLastWriteTimeUtc(path));
        index.SaveWhereDue(ending: true);
        Assert.NotEqual(saved, File.GetLastWriteTimeUtc(path));

        await _server.Get<FeedbackDeletion>().DeleteAsync(_ids[0], "somebody", default);
        await _server.Get<FeedbackDeletion>().DeleteAsync(_ids[1], "somebody", default);
        Assert.Equal(2, Count(index, Match.Everything));
        index.SaveWhereDue(ending: true);
        Assert.False(File.Exists(path));
    }

    private void Save()
    {
        using var index = Open(least: 1);
        using (index.Open())
        {
            index.SaveWhereDue(ending: true);
        }
        Assert.True(File.Exists(_server.Options.PathOf("index.bin")));
    }

    private CurrentIndex Open(VocServer? server = null, int least = 50_000) =>
        new((server ?? _server).Get<Store>(), (server ?? _server).Options, TimeProvider.System, NullLogger<CurrentIndex>.Instance) { LeastSaved = least };

    private static int Count(CurrentIndex index, Match match)
    {
        using var session = index.Open();
        return session.Index.Find(match, CancellationToken.None).Total;
    }
}
