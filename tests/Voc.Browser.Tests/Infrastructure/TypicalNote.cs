using Microsoft.Playwright;

namespace Voc.Browser.Tests.Infrastructure;

/// <summary>Japanese and the keys an input method takes for it: the romaji, and for each clause between spaces one to convert and one to accept.</summary>
internal sealed record Words(string Romaji, string Text)
{
    public int Keys => Romaji.Replace(" ", "", StringComparison.Ordinal).Length + (2 * Romaji.Split(' ').Length);

    /// <summary>Puts them in as an input method does, which keeps its keys from the page, and answers how many those are.</summary>
    public async Task<int> SayAsync(IPage page)
    {
        await page.Keyboard.InsertTextAsync(Text);
        return Keys;
    }
}

/// <summary>A part of a note.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsBlank">Whether a snippet leaves it to be filled by hand.</param>
internal sealed record Piece(Words Text, bool IsBlank = false);

/// <summary>Pieces that follow one another, and the snippet that says them.</summary>
/// <param name="Key">Romaji and kana of the snippet's key, or null where there is none.</param>
/// <param name="Pieces">What is said.</param>
internal sealed record Passage(Words? Key, params Piece[] Pieces)
{
    public async Task<int> WriteAsync(IPage page)
    {
        var keys = 0;
        foreach (var piece in Pieces)
        {
            keys += await piece.Text.SayAsync(page);
        }
        return keys;
    }

    /// <summary>By its snippet where it has one; the cursor is behind it then.</summary>
    public async Task<int> RecallAsync(IPage page)
    {
        if (Key is null)
        {
            return await WriteAsync(page);
        }
        await page.Keyboard.InsertTextAsync("；" + Key.Text);
        await page.Keyboard.PressAsync("Tab");
        var keys = 1 + Key.Romaji.Length + 1; // The semicolon, the kana, and accepting them as they are.
        var blanks = Pieces.Where(piece => piece.IsBlank).ToList();
        foreach (var blank in blanks)
        {
            if (blank != blanks[0])
            {
                await page.Keyboard.PressAsync("Tab");
            }
            keys += await blank.Text.SayAsync(page);
        }
        if (blanks.Count > 0)
        {
            await page.Keyboard.PressAsync("Control+End");
        }
        return keys;
    }
}

/// <summary>A note as support staff of the demo's company write it.</summary>
/// <param name="Product">The product, one of the known.</param>
/// <param name="ProductBegins">What is typed of it until it is the first that is offered.</param>
/// <param name="Passages">What the note says.</param>
internal sealed record TypicalNote(string Product, Words ProductBegins, params Passage[] Passages)
{
    private static readonly Passage Unplugged = new(
        new("denn", "でん"), new Piece(new("denngennpuraguwo nuki, 1punn matte sasinaosite itadaitaga kaizennsezu.", "電源プラグを抜き、1 分待って差し直していただいたが改善せず。")));

    public string Text => string.Concat(Passages.SelectMany(passage => passage.Pieces).Select(piece => piece.Text.Text));

    /// <summary>Ten notes of different lengths; the first three say nothing that the company has a snippet for.</summary>
    public static IReadOnlyList<TypicalNote> All { get; } =
    [
        Humidifier(Said("suiirannpuga tennmetusuru tonokoto. mizuha haitteiru.", "水位ランプが点滅するとのこと。水は入っている。")),
        App(Said("kousinngokara roguinn dekinai tonokoto. pasuwa-doha saisettei zumi.", "更新後からログインできないとのこと。パスワードは再設定済み。")),
        Cooker(Said("okayugaoisiku takerutonokoto. resipino tuikawo gokibou.", "おかゆがおいしく炊けるとのこと。レシピの追加をご希望。")),
        Humidifier(Said("denngennga hairanai tonokoto.", "電源が入らないとのこと。"), Unplugged),
        Cleaner(Said("juudennga susumanai tonokoto.", "充電が進まないとのこと。"), Unplugged, CallBack("asu gogo", "明日の午後")),
        Cooker(Said("hutaga simaranai tonokoto.", "蓋が閉まらないとのこと。"), Repair("ari", "あり", "ryouhanntenn", "量販店")),
        Humidifier(Said("mizumoreno omouside.", "水漏れのお申し出。"), Exchange("sizukukasituki M-2", "しずく加湿器 M-2")),
        Cooker(Said("hoonnga yonakani kireru tonokoto.", "保温が夜中に切れるとのこと。"), Unplugged, CallBack("yuugata", "夕方")),
        App(Said("tuutiga ooi tonokoto.", "通知が多いとのこと。"), CallBack("heijitu yuugata", "平日の夕方")),
        Cleaner(Said("burasiga mawaranai tonokoto.", "ブラシが回らないとのこと。"), Unplugged, Repair("nasi", "なし", "tuuhann", "通販")),
    ];

    private static Passage Said(string romaji, string text) => new(null, new Piece(new(romaji, text)));

    private static Passage CallBack(string romaji, string when) => new(
        new("ori", "おり"),
        new Piece(new("orikaesiwo gokibou. gotugouno yoi jikann:", "折り返しをご希望。ご都合のよい時間：")),
        new Piece(new(romaji, when), IsBlank: true),
        new Piece(new(".", "。")));

    private static Passage Repair(string has, string warranty, string where, string shop) => new(
        new("syuu", "しゅう"),
        new Piece(new("syuuriuketukewo goannnai. hosyousyo:", "修理受付をご案内。保証書：")),
        new Piece(new(has, warranty), IsBlank: true),
        new Piece(new(". kounyuutenn:", "。購入店：")),
        new Piece(new(where, shop), IsBlank: true),
        new Piece(new(". hiyouha tennkenngoni osirasesuruto otutaesita.", "。費用は点検後にお知らせするとお伝えした。")));

    private static Passage Exchange(string romaji, string product) => new(
        new("kou", "こう"),
        new Piece(new(romaji, product)),
        new Piece(new("no koukannwo goannnai, ryousyou itadaita. toutyakumade issyuukannhodoto otutaesita.", "の交換をご案内、了承いただいた。到着まで一週間ほどとお伝えした。")));

    private static TypicalNote Humidifier(params Passage[] passages) => new("しずく加湿器 M-2", new("sizuku", "しずく"), passages);

    private static TypicalNote Cooker(params Passage[] passages) => new("ホシゾラ炊飯器 H-10", new("suihann", "炊飯"), passages);

    private static TypicalNote Cleaner(params Passage[] passages) => new("そらクリーナー S-3", new("sora", "そら"), passages);

    private static TypicalNote App(params Passage[] passages) => new("ほしアプリ", new("hosi", "ほし"), passages);
}
