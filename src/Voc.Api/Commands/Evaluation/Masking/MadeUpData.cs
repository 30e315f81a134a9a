using System.Globalization;

namespace Voc.Api.Commands.Evaluation.Masking;

/// <summary>What is written into a slot, and the parts of it that must not be seen afterwards.</summary>
/// <param name="Kind">What the figures are told by.</param>
/// <param name="Text">What is written.</param>
/// <param name="Hidden">The parts to be masked; null where it is all of it.</param>
internal sealed record MadeUpDatum(string Kind, string Text, IReadOnlyList<string>? Hidden = null);

/// <summary>Makes up personal data of each kind in the ways people write it. The same seed makes the same data.</summary>
internal sealed class MadeUpData(MadeUpPeople people, Random random)
{
    private static readonly string[] Domains = ["example.com", "example.co.jp", "example.ne.jp", "mail.example.jp", "example.org", "docomo.example.ne.jp"];

    /// <summary>Fills a slot.</summary>
    /// <exception cref="InvalidDataException">There is no such slot.</exception>
    public MadeUpDatum Of(string slot) => slot switch
    {
        "phone" => new("phone", MadeUpNumbers.Phone(random)),
        "email" => new("e-mail", Email()),
        "card" => new("card", MadeUpNumbers.Card(random)),
        "mynumber" => new("My Number", MadeUpNumbers.MyNumber(random)),
        "postal" => new("postal code", Postal()),
        "address" => new("address", Address()),
        "account" => Account(),
        "yucho" => Yucho(),
        "birth" => new("birth date", Birth()),
        "url" => new("URL with token", Url()),
        "line" => new("account id", Handle()),
        "sns" => new("account id", "@" + Handle()),
        "titled" => new("name with honorific or introduction", Titled()),
        "said" => new("name said otherwise (田中です)", Titled()),
        "bare" => new("bare full name", Bare()),
        "roman" => new("bare full name", Roman(people.Given(random)) + " " + Roman(people.Surname(random))),
        _ => throw new InvalidDataException($"There is no slot {{{slot}}}."),
    };

    private int Digit(int low, int high) => random.Next(low, high + 1);

    private string Titled()
    {
        var (surname, given) = (people.Surname(random), people.Given(random));
        return random.Next(100) switch
        {
            < 60 => surname.Kanji,
            < 72 => surname.Kanji + given.Kanji,
            < 82 => $"{surname.Kanji}{(random.Next(2) == 0 ? ' ' : '　')}{given.Kanji}",
            < 88 => surname.Reading,
            < 94 => Hiragana(surname.Reading),
            < 97 => Roman(surname),
            _ => $"{surname.Reading} {given.Reading}",
        };
    }

    private string Bare()
    {
        var (surname, given) = (people.Surname(random), people.Given(random));
        return random.Next(100) switch
        {
            < 62 => surname.Kanji + given.Kanji,
            < 84 => $"{surname.Kanji}{(random.Next(2) == 0 ? ' ' : '　')}{given.Kanji}",
            < 90 => $"{surname.Reading} {given.Reading}",
            < 93 => surname.Reading + given.Reading,
            < 96 => $"{Hiragana(surname.Reading)} {Hiragana(given.Reading)}",
            < 98 => $"{Roman(surname)} {Roman(given)}",
            _ => $"{Roman(given).ToUpperInvariant()} {Roman(surname).ToUpperInvariant()}",
        };
    }

    private string Email()
    {
        var (surname, given) = (Roman(people.Surname(random)).ToLowerInvariant(), Roman(people.Given(random)).ToLowerInvariant());
        var local = random.Next(6) switch
        {
            0 => $"{given}.{surname}",
            1 => $"{surname}{Digit(1, 9999)}",
            2 => $"{given[0]}-{surname}",
            3 => $"{surname}_{given}{Digit(60, 99)}",
            4 => $"{given}+shop",
            _ => $"{given}..{surname}.",
        };
        var domain = Domains[random.Next(Domains.Length)];
        return random.Next(20) switch
        {
            < 11 => $"{local}@{domain}",
            < 13 => $"{local}＠{domain}",
            < 15 => Wide($"{local}@{domain}"),
            15 => $"{local}[at]{domain}",
            16 => $"{local}(at){domain.Replace(".", "[dot]", StringComparison.Ordinal)}",
            17 => $"{local}★{domain}",
            18 => $"{local.TrimEnd('.')} @ {domain}",
            _ => $"{local.ToUpperInvariant()}@{domain.ToUpperInvariant()}",
        };
    }

    private string Postal()
    {
        var (first, last) = ($"{Digit(10, 999):000}", $"{Digit(0, 9999):0000}");
        return random.Next(4) switch
        {
            0 => $"〒{first}-{last}",
            1 => $"〒{first}{last}",
            2 => "〒" + Wide($"{first}-{last}"),
            _ => $"〒 {first}-{last}",
        };
    }

    private string Address()
    {
        var place = people.Place(random);
        var (a, b, c) = (Digit(1, 9), Digit(1, 40), Digit(1, 30));
        var number = random.Next(9) switch
        {
            0 => $"{a}-{b}-{c}",
            1 => $"{a}丁目{b}番{c}号",
            2 => $"{a}丁目{b}-{c}",
            3 => Wide($"{a}-{b}-{c}"),
            4 => $"{b}番地",
            5 => $"{a}-{b}",
            6 => $"{KanjiNumber(a)}丁目{b}番地{c}",
            7 => $"{Digit(100, 3999)}番地の{c}",
            _ => $"{a}−{b}−{c}",
        };
        var room = random.Next(4) switch
        {
            0 => $" {people.Building(random)}{Digit(1, 12)}0{Digit(1, 9)}号室",
            1 => $"{people.Building(random)}{Digit(1, 12)}0{Digit(1, 9)}",
            _ => "",
        };
        var town = place.Town.StartsWith("大字", StringComparison.Ordinal) && random.Next(2) == 0 ? place.Town[2..] : place.Town;
        return (random.Next(10) < 7 ? place.Prefecture : "") + place.Municipality + town + number + room;
    }

    private MadeUpDatum Account()
    {
        var number = $"{Digit(0, 9_999_999):0000000}";
        var text = random.Next(5) switch
        {
            0 => $"みどり銀行 駅前支店 普通 {number}",
            1 => $"あさひ信用金庫本店（普通）{number}",
            2 => $"支店番号{Digit(100, 999)} 口座番号{number}",
            3 => "普通預金" + Wide(number),
            _ => $"店番{Digit(100, 999)}・普通預金・{number}",
        };
        return new("bank account", text, [text.Contains(number, StringComparison.Ordinal) ? number : Wide(number)]);
    }

    private MadeUpDatum Yucho()
    {
        var (sign, number) = ($"1{Digit(0, 999):000}0", $"{Digit(10, 999_999)}{Digit(0, 9)}1".PadLeft(7, '1'));
        var text = random.Next(3) switch
        {
            0 => $"記号{sign} 番号{number}",
            1 => $"記号：{Wide(sign)}　番号：{Wide(number)}",
            _ => $"口座（{sign}-{number}）",
        };
        return new("bank account", text, random.Next(1) == 0 && text.Contains(sign, StringComparison.Ordinal) ? [sign, number] : [Wide(sign), Wide(number)]);
    }

    private string Birth()
    {
        var (year, month, day) = (Digit(1940, 2018), Digit(1, 12), Digit(1, 28));
        var (era, of) = year >= 1990 ? ("平成", year - 1988) : ("昭和", year - 1925);
        return random.Next(7) switch
        {
            0 => $"{year}年{month}月{day}日",
            1 => $"{year}/{month:00}/{day:00}",
            2 => $"{year}-{month}-{day}",
            3 => $"{era}{of}年{month}月{day}日",
            4 => $"{(era == "平成" ? 'H' : 'S')}{of}.{month}.{day}",
            5 => Wide($"{year}") + "年" + Wide($"{month}") + "月" + Wide($"{day}") + "日",
            _ => $"{year}.{month}.{day}",
        };
    }

    private string Url() => random.Next(5) switch
    {
        0 => $"https://shop.example.com/reset?token={Secret(32)}",
        1 => $"https://example.jp/invite/{Secret(28)}",
        2 => $"https://my.example.co.jp/login?mail=a{Digit(10, 99)}@example.com&lang=ja",
        3 => $"http://example.com/p?id=5&session={Secret(16)}",
        _ => $"https://app.example.com/#access_token={Secret(40)}",
    };

    private string Secret(int length)
    {
        const string Signs = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        return string.Create(length, (random, Signs), static (secret, made) =>
        {
            for (var i = 0; i < secret.Length; i++)
            {
                secret[i] = made.Signs[i % 3 == 2 ? made.random.Next(48, made.Signs.Length) : made.random.Next(made.Signs.Length)];
            }
        });
    }

    private string Handle() => random.Next(4) switch
    {
        0 => $"{Roman(people.Given(random)).ToLowerInvariant()}_{Digit(10, 9999)}",
        1 => $"{Roman(people.Surname(random)).ToLowerInvariant()}.{Roman(people.Given(random)).ToLowerInvariant()}",
        2 => $"{Roman(people.Given(random)).ToLowerInvariant()}love{Digit(1, 99)}",
        _ => $"neko_{Roman(people.Given(random)).ToLowerInvariant()}",
    };

    private static string KanjiNumber(int number) => "一二三四五六七八九"[number - 1].ToString(CultureInfo.InvariantCulture);

    private static string Hiragana(string katakana) => string.Concat(katakana.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 0x60) : c));

    private static string Roman(MadeUpName name) => MadeUpRomaji.Of(name.Reading);

    private static string Wide(string text) => MadeUpNumbers.Wide(text);
}
