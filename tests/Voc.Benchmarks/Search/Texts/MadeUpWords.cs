using System.Globalization;

namespace Voc.Benchmarks.Search.Texts;

/// <summary>
/// The long tail of the vocabulary: names, model codes and brands that nobody else has, each for ever the same for its rank, drawn
/// with Zipf frequencies; places; and order numbers, of which hardly two are the same.
/// </summary>
internal sealed class MadeUpWords(FragmentBook book, long seed)
{
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static readonly string[] Beginnings = ["lu", "mi", "vo", "ra", "ke", "so", "ni", "ta", "zo", "fe", "ha", "ju", "py", "bre", "cla", "dro"];
    private static readonly string[] Middles = ["mi", "na", "ro", "le", "sta", "vi", "du", "ko", "ri", "ma", "ze", "lo"];
    private static readonly string[] Ends = ["vo", "x", "na", "ra", "kit", "lab", "go", "tix", "sa", "ly", "on", "um"];

    private readonly ZipfRanks _names = new(120_000, 0.95);
    private readonly ZipfRanks _models = new(60_000, 1.0);
    private readonly ZipfRanks _brands = new(20_000, 1.0);
    private readonly ZipfRanks _firsts = new(book["place.first"].Fragments.Count, 0.7);
    private readonly ZipfRanks _lasts = new(book["place.last"].Fragments.Count, 0.7);

    /// <summary>A word of a kind, or null where there is no such kind.</summary>
    public string? Draw(string kind, ref SeededRandom random) => kind switch
    {
        "name" => Name(_names.Draw(ref random)),
        "model" => Model(_models.Draw(ref random)),
        "brand" => Brand(_brands.Draw(ref random)),
        "place" => book["place.first"].Fragments[_firsts.Draw(ref random)] + book["place.last"].Fragments[_lasts.Draw(ref random)],
        "order" => string.Create(CultureInfo.InvariantCulture, $"N{20 + random.Next(7)}-{1_000_000 + random.Next(9_000_000)}"),
        "number" => (2 + random.Next(8)).ToString(CultureInfo.InvariantCulture),
        "price" => string.Create(CultureInfo.InvariantCulture, $"{1 + random.Next(49)},{random.Next(10)}80円"),
        _ => null,
    };

    /// <summary>Such as ミラノベルク.</summary>
    private string Name(int rank)
    {
        var own = new SeededRandom(seed, rank);
        var name = "";
        for (var syllables = 3 + own.Next(3); syllables > 0; syllables--)
        {
            name += own.Of(book["syllable"].Fragments);
        }
        return name;
    }

    /// <summary>Such as ZQ-1X299, RT5-203 or HK-1180.</summary>
    private string Model(int rank)
    {
        var own = new SeededRandom(seed + 1, rank);
        var (first, second, third) = (own.Of(Capitals.ToCharArray()), own.Of(Capitals.ToCharArray()), own.Of(Capitals.ToCharArray()));
        return own.Next(3) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{first}{second}-{own.Next(10)}{third}{own.Next(1000):000}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{first}{second}{own.Next(10)}-{own.Next(1000):000}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{first}{second}-{1000 + own.Next(9000)}"),
        };
    }

    /// <summary>Such as Luminavo.</summary>
    private string Brand(int rank)
    {
        var own = new SeededRandom(seed + 2, rank);
        var brand = own.Of(Beginnings) + own.Of(Middles) + (own.Next(2) == 0 ? own.Of(Middles) : "") + own.Of(Ends);
        return char.ToUpperInvariant(brand[0]) + brand[1..];
    }
}
