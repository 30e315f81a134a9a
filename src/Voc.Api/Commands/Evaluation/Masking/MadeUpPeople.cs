namespace Voc.Api.Commands.Evaluation.Masking;

/// <summary>A made-up name with its reading in katakana.</summary>
internal readonly record struct MadeUpName(string Kanji, string Reading);

/// <summary>A made-up place: prefecture, municipality and town.</summary>
internal readonly record struct MadeUpPlace(string Prefecture, string Municipality, string Town);

/// <summary>Names and places to make people up from; the earlier a surname stands, the more often it is drawn.</summary>
internal sealed class MadeUpPeople
{
    private readonly MadeUpName[] _surnames;
    private readonly MadeUpName[] _given;
    private readonly MadeUpPlace[] _places;
    private readonly string[] _buildings;

    public MadeUpPeople(string file)
    {
        var sections = new Dictionary<string, List<string>>();
        var section = new List<string>();
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '[')
            {
                sections[line.Trim('[', ']')] = section = [];
            }
            else
            {
                section.AddRange(line.Split(','));
            }
        }

        _surnames = [.. sections["surnames"].Select(Name)];
        _given = [.. sections["given"].Select(Name)];
        _places = [.. sections["places"].Select(p => p.Split(' ')).Select(p => new MadeUpPlace(p[0], p[1], p[2]))];
        _buildings = [.. sections["buildings"]];
    }

    /// <summary>A surname: half of them from the first third of the list, as surnames are spread in Japan.</summary>
    public MadeUpName Surname(Random random) => _surnames[random.Next(random.Next(2) == 0 ? _surnames.Length / 3 : _surnames.Length)];

    public MadeUpName Given(Random random) => _given[random.Next(_given.Length)];

    public MadeUpPlace Place(Random random) => _places[random.Next(_places.Length)];

    public string Building(Random random) => _buildings[random.Next(_buildings.Length)];

    private static MadeUpName Name(string pair) => pair.Split(' ') is [var kanji, var reading] ? new(kanji, reading) : throw new InvalidDataException(pair);
}
