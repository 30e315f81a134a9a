using System.Text;

namespace Voc.Analysis.Morphology;

/// <summary>Reads a line of a user dictionary: CSV with quotes as in RFC 4180, but for line breaks inside quotes.</summary>
internal static class UserDictionaryLine
{
    /// <summary>Reads a line into an entry, or tells what is wrong with it.</summary>
    public static UserWord Read(ReadOnlySpan<char> line, out LocalizedText? fault)
    {
        var fields = Fields(line, out var closed);
        fault = closed && fields.Count <= 4
            ? null
            : new(
                "「表記,分割,読み,品詞」の 4 列までにし、引用符は閉じてください。",
                "Give at most four columns (surface, segments, readings, part of speech) and close quotes.");
        return new UserWord(
            fields[0].Trim(),
            Words(fields.ElementAtOrDefault(1)),
            Words(fields.ElementAtOrDefault(2)),
            string.IsNullOrWhiteSpace(fields.ElementAtOrDefault(3)) ? UserWord.DefaultPartOfSpeech : fields[3].Trim());
    }

    private static string[] Words(string? field) =>
        (field ?? "").Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Fields(ReadOnlySpan<char> line, out bool closed)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                field.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(line[i]);
            }
        }

        fields.Add(field.ToString());
        closed = !quoted;
        return fields;
    }
}
