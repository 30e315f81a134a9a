using System.Globalization;
using Voc.Benchmarks.Search.Texts;
using Voc.Ingest;

namespace Voc.Benchmarks.Issues.Live;

/// <summary>
/// Products with ordinary reports over most of a year, and for each a cause of which customers begin to complain. Made up; no such product
/// exists.
/// </summary>
internal sealed class BurstTexts(string source, long seed)
{
    public const int Ordinary = 25;

    private const int PastDays = 300;

    private static readonly string[] Parts = ["給水口", "持ち手", "吸気口", "車輪", "配線カバー", "表示パネル", "排水ホース", "充電端子", "開閉レバー", "冷却ファン"];
    private static readonly string[] Faults = ["外れてしまう", "ひび割れている", "焦げ臭い", "動かなくなった", "熱くなって変形した", "異音がして止まる"];
    private static readonly string[] Ways =
    [
        "{0}が{1}。", "使い始めてすぐ{0}が{1}のですが。", "昨日から{0}が{1}ため使えません。", "{0}の部分が{1}。修理できますか。", "購入して間もないのに{0}が{1}。", "気がついたら{0}が{1}。危ないと思います。",
    ];

    private readonly SearchTexts _texts = new(seed);
    private readonly string _run = TimeProvider.System.GetTimestamp().ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The name of a product of this run.</summary>
    public string Product(int number) => string.Create(CultureInfo.InvariantCulture, $"試験機 {_run}-{number}");

    /// <summary>What was said about a product before.</summary>
    public IEnumerable<FeedbackDraft> Past(int number, DateTimeOffset now) => Enumerable.Range(0, Ordinary).Select(i => _texts.At((number * Ordinary) + i, now.AddDays(-1 - (i * (double)PastDays / Ordinary))) with
    {
        Source = source,
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"{_run}-past-{number}-{i}"),
        Product = Product(number),
    });

    /// <summary>A complaint about the cause of a product.</summary>
    public FeedbackDraft Complaint(int number, int report, DateTimeOffset now) => new()
    {
        Source = source,
        ExternalId = string.Create(CultureInfo.InvariantCulture, $"{_run}-burst-{number}-{report}"),
        Channel = Channel.ContactForm,
        Product = Product(number),
        Customer = string.Create(CultureInfo.InvariantCulture, $"B-{_run}-{number}-{report}"),
        OccurredAt = now,
        Text = string.Format(CultureInfo.InvariantCulture, Ways[report % Ways.Length], Parts[number % Parts.Length], Faults[number / Parts.Length % Faults.Length]),
    };

    /// <summary>Any other text, as many a second come.</summary>
    public FeedbackDraft Other(int number, DateTimeOffset now) => _texts.At(number, now) with { Source = source, ExternalId = string.Create(CultureInfo.InvariantCulture, $"{_run}-{number}") };
}
