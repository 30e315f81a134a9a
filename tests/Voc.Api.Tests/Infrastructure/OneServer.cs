namespace Voc.Api.Tests.Infrastructure;

/// <summary>A service with somebody signed in, shared by tests that change nothing.</summary>
public sealed class OneServer : IAsyncLifetime
{
    internal VocServer Server { get; private set; } = null!;

    /// <summary>Signed in as a product manager.</summary>
    internal HttpClient Client { get; private set; } = null!;

    /// <summary>A feedback in the archive.</summary>
    internal long Feedback { get; private set; }

    public async Task InitializeAsync()
    {
        Server = await VocServer.StartAsync();
        Client = await Server.SignedInAsync("product");
        Feedback = (await Server.StoreAsync("ミラーが格納できない。"))[0];
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
