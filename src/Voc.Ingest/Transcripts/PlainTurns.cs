namespace Voc.Ingest.Transcripts;

/// <summary>Reads plain text with speakers: a line that names none goes on with what was said before it.</summary>
internal static class PlainTurns
{
    /// <summary>The turns in file order; whoever is named has one, be it empty.</summary>
    public static IEnumerable<Turn> Read(IReadOnlyList<(long Number, string? Line)> lines)
    {
        var named = lines.Select(line => Speaker(line.Line)).OfType<string>().GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count());
        string? speaker = null;
        foreach (var (number, raw) in lines)
        {
            var line = raw?.Trim() ?? "";
            var text = SpeakerLine.WithoutTime(line);
            // 「確認ですが：」 is named once, and nobody is called that.
            var isNamed = SpeakerLine.TryRead(line, out var name, out var said) && (named[name] > 1 || named.Count <= 2 || Roles.Of(name) is not Role.Unknown);
            if (isNamed)
            {
                (speaker, text) = (name, said);
            }
            if (isNamed || text.Length > 0)
            {
                yield return new(number, speaker, text);
            }
        }
    }

    private static string? Speaker(string? line) => line is not null && SpeakerLine.TryRead(line.Trim(), out var name, out _) ? name : null;
}
