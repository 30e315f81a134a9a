namespace Voc.Api.Commands.Evaluation.Masking;

/// <summary>Makes up telephone, card and individual numbers that pass the checks real ones pass, in the ways people write them.</summary>
internal static class MadeUpNumbers
{
    private static readonly (string Prefix, int Length)[] Cards = [("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("3530", 16), ("3588", 16), ("34", 15), ("37", 15), ("36", 14), ("6011", 16)];

    public static string Phone(Random random)
    {
        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));
        string Exchange(int count) => (char)('1' + random.Next(9)) + Digits(count - 1);
        string[] groups = random.Next(20) switch
        {
            < 10 => ["0" + "789"[random.Next(3)] + "0", Exchange(4), Digits(4)],
            10 or 11 => ["03", Exchange(4), Digits(4)],
            12 => ["06", Exchange(4), Digits(4)],
            13 => ["045", Exchange(3), Digits(4)],
            14 => ["0466", Exchange(2), Digits(4)],
            15 => ["01267", Exchange(1), Digits(4)],
            16 => ["0120", Exchange(3), Digits(3)],
            17 => ["0800", Exchange(3), Digits(4)],
            18 => ["050", Exchange(4), Digits(4)],
            _ => ["0570", Exchange(3), Digits(3)],
        };
        return Written(random, groups);
    }

    public static string Card(Random random)
    {
        var (prefix, length) = Cards[random.Next(Cards.Length)];
        var digits = prefix + string.Concat(Enumerable.Range(0, length - prefix.Length - 1).Select(_ => (char)('0' + random.Next(10))));
        digits += (char)('0' + ((10 - (LuhnSum(digits) % 10)) % 10));
        string[] groups = length switch
        {
            16 => [digits[..4], digits[4..8], digits[8..12], digits[12..]],
            _ => [digits[..4], digits[4..10], digits[10..]],
        };
        return random.Next(5) switch
        {
            0 => digits,
            1 => string.Join(' ', groups),
            2 => string.Join('-', groups),
            3 => Wide(string.Join('-', groups)),
            _ => Wide(digits),
        };
    }

    public static string MyNumber(Random random)
    {
        var digits = Enumerable.Range(0, 11).Select(_ => random.Next(10)).ToArray();
        var sum = 0;
        for (var n = 1; n <= 11; n++)
        {
            sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5);
        }

        var text = string.Concat(digits) + (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
        return random.Next(4) switch
        {
            0 => text,
            1 => $"{text[..4]} {text[4..8]} {text[8..]}",
            2 => $"{text[..4]}-{text[4..8]}-{text[8..]}",
            _ => Wide(text),
        };
    }

    /// <summary>Full-width letters, digits and signs.</summary>
    public static string Wide(string text) => string.Concat(text.Select(c => c == '-' ? '－' : c is > ' ' and < '\u007F' ? (char)(c + 0xFEE0) : c));

    private static string Written(Random random, string[] groups)
    {
        var international = $"+81-{groups[0][1..]}-{groups[1]}-{groups[2]}";
        return random.Next(20) switch
        {
            < 8 => string.Join('-', groups),
            < 11 => string.Concat(groups),
            11 => string.Join(' ', groups),
            12 => string.Join('.', groups),
            13 or 14 => Wide(string.Join('-', groups)),
            15 => Wide(string.Concat(groups)),
            16 => $"{groups[0]}({groups[1]}){groups[2]}",
            17 => $"（{groups[0]}）{groups[1]}-{groups[2]}",
            18 => random.Next(2) == 0 ? international : international.Replace('-', ' '),
            _ => $"{groups[0]}ー{groups[1]}ー{groups[2]}",
        };
    }

    private static int LuhnSum(string digitsWithoutCheck)
    {
        var sum = 0;
        for (var i = 0; i < digitsWithoutCheck.Length; i++)
        {
            var digit = digitsWithoutCheck[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum;
    }
}
