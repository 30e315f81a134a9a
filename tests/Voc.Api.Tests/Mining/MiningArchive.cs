using System.Net;
using System.Text.Json.Nodes;
using Voc.Api.Pipeline;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Mining;

/// <summary>A service with some dozens of texts in its archive, shared by tests that only read.</summary>
public sealed class MiningArchive : IAsyncLifetime
{
    private static readonly (string Text, string? Product, string? Segment)[] Said =
    [
        ("アプリにログインできない。画面が真っ白になる。", "ホシアプリ", "個人"),
        ("アプリの画面が見やすい。操作も簡単で便利。", "ホシアプリ", "個人"),
        ("アプリが遅い。画面がすぐ固まる。", "ホシアプリ", "法人"),
        ("配送が遅い。二週間待っても届かない。", "ホシ便", "法人"),
        ("配送が早くて助かる。梱包も丁寧。", "ホシ便", "個人"),
        ("配送の箱がつぶれていた。返品したい。", "ホシ便", "法人"),
        ("型番ZQ-1X299の電源が入らない。", "ZQ-1", "法人"),
        ("サポートの対応が丁寧で助かりました。", null, "個人"),
        ("サポートに電話がつながらない。何度もかけた。", null, null),
        ("ログインの画面でエラーになる。パスワードを変えても同じ。", "ホシアプリ", null),
        ("請求書の\"宛名\"が違う。=SUMのような式に見える。", "ｚｑ－１", "法人"),
        ("The app crashes when I open the delivery screen.", "ホシアプリ", "個人"),
        ("👨‍👩‍👧家族で使っています。👍🏽配送も満足。", "ホシ便", "個人"),
        ("はいはい、はいとしか言わない。㍿ホシの対応が悪い。", null, "個人"),
        ("解約したい。料金が高い。", "ホシアプリ", "法人"),
        ("炊飯器で炊飯できない。説明書も分かりにくい。", "炊飯器", "個人"),
        ("再起動しても炊飯器が動かない。三回も二十分も待った。", "炊飯器", "法人"),
        ("！？", null, "個人"),
    ];

    private static readonly Channel[] ChannelsOf = [Channel.Review, Channel.ContactForm, Channel.CallNote, Channel.Social, Channel.Survey];

    /// <summary>Each text in several months and channels, so that everything is counted more than once.</summary>
    internal static readonly Feedback[] Texts =
    [
        .. Enumerable.Range(0, 4 * Said.Length).Select(i => (Number: i, Said: Said[i % Said.Length])).Select(t => Some.Feedback(
            $"m{t.Number}", t.Number < Said.Length ? t.Said.Text : $"{t.Said.Text}{Said[(t.Number * 7) % Said.Length].Text}", channel: ChannelsOf[t.Number % 5]) with
        {
            Product = t.Said.Product,
            OccurredAt = Some.Time.AddDays(t.Number * 3).AddMinutes(t.Number),
            Attributes = t.Said.Segment is { } segment
                ? new Dictionary<string, string> { ["segment"] = segment, ["地域"] = t.Number % 3 == 0 ? "関東" : "関西" }
                : new Dictionary<string, string>(),
        }),
    ];

    internal VocServer Server { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await VocServer.StartAsync();
        await Server.SourceAsync("shop");
        await Server.Get<Inbox>().AcceptAsync(Texts);
        await Server.DrainAsync();
        Client = await Server.WithKeyAsync("read");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>An answer of <c>GET /api/v1/mining/…</c>; parameters are written plainly and escaped here.</summary>
    internal async Task<JsonNode> GetAsync(string view, string parameters = "") =>
        await (await Client.GetAsync(Address("mining/" + view, parameters))).JsonAsync(HttpStatusCode.OK);

    /// <summary>How many texts a search finds once a view's query is added to it.</summary>
    internal async Task<int> CountAsync(string search, params string?[] added)
    {
        var q = Parameter(search, "q");
        var query = string.Join(' ', added.Prepend(q.Length > 0 ? $"({q})" : "").Where(part => part!.Length > 0));
        var rest = string.Concat(search.Split('&').Where(p => p.Length > 0 && !p.StartsWith("q=", StringComparison.Ordinal)).Select(p => "&" + p));
        var answer = await (await Client.GetAsync(Address("search", $"q={query}&limit=0{rest}"))).JsonAsync(HttpStatusCode.OK);
        return answer["total"]!.GetValue<int>();
    }

    internal static string Address(string path, string parameters) =>
        $"/api/v1/{path}?" + string.Join('&', parameters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => $"{p[0]}={Uri.EscapeDataString(p[1])}"));

    private static string Parameter(string parameters, string name) =>
        parameters.Split('&').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == name)?[1] ?? "";
}
