using Voc.Api.Pipeline;

namespace Voc.Api.Tests.Infrastructure;

/// <summary>Puts texts into the archive of a server.</summary>
internal static class Archive
{
    /// <summary>Stores and analyses texts, an hour apart, and returns their identifiers in order.</summary>
    public static async Task<IReadOnlyList<long>> StoreAsync(this VocServer server, params string[] texts)
    {
        await server.SourceAsync("shop");
        var start = Guid.NewGuid().ToString("N");
        var receipts = await server.Get<Inbox>().AcceptAsync([.. texts.Select((t, i) => Some.Feedback($"{start}-{i}", t) with { OccurredAt = Some.Time.AddHours(i) })]);
        await server.DrainAsync();
        return [.. receipts.Select(r => r.Id)];
    }
}
