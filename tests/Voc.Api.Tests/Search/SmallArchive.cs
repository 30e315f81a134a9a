using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

/// <summary>A service with four texts in its archive, shared by tests that only read.</summary>
public sealed class SmallArchive : IAsyncLifetime
{
    internal static readonly Feedback[] Texts =
    [
        Some.Feedback("1", "配送が遅い。二週間待っても届かない。") with { Product = "ホシ便" },
        Some.Feedback("2", "アプリにログインできない。画面が真っ白。", channel: Channel.ContactForm) with { Product = "ホシアプリ", OccurredAt = Some.Time.AddDays(1) },
        Some.Feedback("3", "型番ZQ-1X299の電源が入らない。", source: "電話 窓口", channel: Channel.CallNote) with { OccurredAt = Some.Time.AddDays(31) },
        Some.Feedback("4", "アプリの配送通知が便利で助かる。", channel: Channel.Social) with { Product = "ホシアプリ", OccurredAt = Some.Time.AddDays(32) },
    ];

    internal VocServer Server { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await VocServer.StartAsync();
        await Server.SourceAsync("shop");
        await Server.SourceAsync("電話 窓口", Channel.CallNote, "notes");
        await Server.Get<Inbox>().AcceptAsync(Texts);
        await Server.DrainAsync();
        Client = await Server.WithKeyAsync("read");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
