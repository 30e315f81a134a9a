using System.Collections.Concurrent;
using System.Text;

namespace Voc.Analysis.Morphology;

/// <summary>Makes words of the feature lines of IPADIC: surface, four parts of speech, conjugation type and form, base form, reading, pronunciation.</summary>
internal sealed class WordReader
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Reads one line in UTF-8. Missing and <c>*</c> fields at the end mean that the dictionary does not tell.</summary>
    public Word Read(ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[11];
        var text = Encoding.UTF8.GetString(line);
        var count = text.AsSpan().Split(fields, ',');
        var pronunciation = Told(text, fields, count, 9);
        var reading = Told(text, fields, count, 8);
        return new Word
        {
            PartOfSpeech = Name(text, fields, count, 1),
            Detail1 = Name(text, fields, count, 2),
            Detail2 = Name(text, fields, count, 3),
            Detail3 = Name(text, fields, count, 4),
            ConjugationType = Name(text, fields, count, 5),
            ConjugationForm = Name(text, fields, count, 6),
            BaseForm = Told(text, fields, count, 7),
            Reading = reading,
            Pronunciation = pronunciation == reading ? reading : pronunciation,
        };
    }

    private static string? Told(string text, ReadOnlySpan<Range> fields, int count, int index)
    {
        var field = index < count ? text[fields[index]] : "*";
        return field == "*" ? null : field;
    }

    private string Name(string text, ReadOnlySpan<Range> fields, int count, int index)
    {
        var name = index < count ? text[fields[index]] : "*";
        return _names.GetOrAdd(name, name);
    }
}
