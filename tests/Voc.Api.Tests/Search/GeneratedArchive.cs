using Voc.Api.Pipeline;
using Voc.Api.Reading;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Search;

/// <summary>A service with a few hundred generated texts, and the same texts at hand to compare with.</summary>
public sealed class GeneratedArchive : IAsyncLifetime
{
    private static readonly string[] Phrases =
    [
        "アプリが落ちる", "ログインできない", "配送が遅い", "画面が真っ白になる", "とても便利です", "電源が入らない", "返金してほしい", "型番ZQ-1X299", "問い合わせの返事が来ない", "関西国際空港で受け取った",
        "音がうるさい", "サポートの対応が丁寧だった", "解約したい", "加湿器", "バージョン2.0.1", "値上げは残念", "箱が潰れていた", "アプリの配送通知", "＝と\"引用\"", "NOT AND OR",
    ];

    private static readonly string?[] Products = [null, "ZQ-1", "ZQ-1 ミニ", "ほしアプリ", "it's \"new\"", "加湿器 M-2"];

    internal VocServer Server { get; private set; } = null!;

    /// <summary>What was stored, by identifier, each analysed apart from the index.</summary>
    internal Dictionary<long, AnalyzedFeedback> Texts { get; } = [];

    public async Task InitializeAsync()
    {
        Server = await VocServer.StartAsync();
        await Server.SourceAsync("shop");
        await Server.SourceAsync("電話 窓口", Channel.CallNote, "notes");
        var random = new Random(20260402);
        var feedback = Enumerable.Range(0, 400).Select(i => Make(i, random)).ToList();
        var receipts = await Server.Get<Inbox>().AcceptAsync(feedback);
        await Server.DrainAsync();
        foreach (var (receipt, one) in receipts.Zip(feedback))
        {
            Texts.Add(receipt.Id, new AnalyzedFeedback(receipt.Id, one, Server.Get<CurrentReading>().Analyzer.Analyze(one.Text)));
        }
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    private static Feedback Make(int number, Random random) => new()
    {
        Source = random.Next(3) == 0 ? "電話 窓口" : "shop",
        ExternalId = $"{number}",
        Channel = (Channel)random.Next(5),
        Text = string.Join(random.Next(2) == 0 ? "。" : "、", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Phrases[random.Next(Phrases.Length)])),
        OccurredAt = Some.Time.AddMinutes(random.Next(60 * 24 * 120)),
        Product = Products[random.Next(Products.Length)],
    };
}
