using System.Buffers;

namespace Voc.Ingest.Masking;

/// <summary>
/// Finds street addresses: a prefecture or a municipality, the town, and a number, with the building after it.
/// A region without a number is no address: analysis needs it.
/// </summary>
internal static class AddressFinder
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("都道府県市区郡");
    private const int MaxTown = 25;
    private const int MaxMunicipality = 6;
    private static readonly string[] HiraganaCities = ["さいたま", "つくば", "いわき", "うるま", "ひたちなか", "つがる", "にかほ", "みどり", "ふじみ野", "あきる野", "いすみ", "かほく", "あわら", "みやま", "うきは", "えびの", "かすみがうら", "つくばみらい"];
    private static readonly string[] NoDistricts = ["地区", "学区", "校区", "管区", "特区", "鉱区", "都市"];

    public static void Find(FoldedText text, List<PersonalData> found)
    {
        var from = 0;
        while (from < text.Length)
        {
            var next = text.Original[from..].IndexOfAny(Marks);
            if (next < 0)
            {
                return;
            }

            var mark = from + next;
            from = mark + 1;
            var prefecture = Prefecture.LengthBefore(text.Original[..from]);
            var start = prefecture > 0 ? from - prefecture : MunicipalityStart(text, mark);
            var end = start < 0 ? -1 : StreetEnd(text, from, prefecture > 0);
            if (end > 0)
            {
                end = Building.End(text, end);
                found.Add(new(PersonalDataKind.Address, start, end - start));
                from = end;
            }
        }
    }

    /// <summary>Whether an address without its prefecture starts at an offset.</summary>
    public static bool StartsAt(FoldedText text, int start)
    {
        for (var mark = start + 1; mark < text.Length && mark - start <= MaxMunicipality + 2; mark++)
        {
            if (text.Original[mark] is '市' or '区' or '郡')
            {
                return MunicipalityStart(text, mark) == start && StreetEnd(text, mark + 1, false) > 0;
            }
        }

        return false;
    }

    /// <summary>Where the name of the municipality that ends in this sign starts, or −1.</summary>
    private static int MunicipalityStart(FoldedText text, int mark)
    {
        if (text.Original[mark] is '都' or '道' or '府' or '県')
        {
            return -1;
        }

        foreach (var word in NoDistricts)
        {
            if (text.EndsBefore(word, mark + 1))
            {
                return -1;
            }
        }

        foreach (var city in HiraganaCities)
        {
            if (text.EndsBefore(city, mark))
            {
                return mark - city.Length;
            }
        }

        var start = mark;
        while (start > 0 && mark - start < MaxMunicipality && Script.IsNameScript(text.Original[start - 1]))
        {
            start--;
        }

        return start < mark ? start : -1;
    }

    private static int StreetEnd(FoldedText text, int from, bool hasPrefecture)
    {
        var hasMunicipality = !hasPrefecture;
        var hasHiragana = false;
        for (var i = from; i < text.Length && i - from < MaxTown; i++)
        {
            var c = text.Original[i];
            if (BlockNumber.Read(text, i) is { } number)
            {
                var strong = hasHiragana && !hasPrefecture ? number.IsSurelyStreet : number.IsStreet;
                var loose = hasPrefecture && !hasHiragana && i > from && number.StandsAlone;
                return hasMunicipality && (strong || loose) ? number.End : -1;
            }

            if (i == from && "にでへをはもがとや".Contains(c, StringComparison.Ordinal))
            {
                return -1;
            }

            hasMunicipality |= c is '市' or '区' or '町' or '村' or '郡';
            hasHiragana |= Script.IsHiragana(c) && c != 'の';
            if (!Script.IsNameScript(c) && !Script.IsHiragana(c) && c is not (' ' or '　'))
            {
                return -1;
            }
        }

        return -1;
    }
}
