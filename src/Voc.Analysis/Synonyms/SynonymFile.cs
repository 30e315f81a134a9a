using System.Text.Json;

namespace Voc.Analysis.Synonyms;

/// <summary>Reads the JSON of the npm package sudachi-synonyms-dictionary: an array of groups, each with an array of items.</summary>
internal static class SynonymFile
{
    public static List<SynonymEntry> Read(string path)
    {
        var entries = new List<SynonymEntry>();
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        try
        {
            var group = 0;
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("items"u8))
                {
                    ReadItems(ref reader, group++, entries);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw Unusable(path, e.Message);
        }
        return entries.Count > 0 ? entries : throw Unusable(path, "There are no words in it.");
    }

    private static void ReadItems(ref Utf8JsonReader reader, int group, List<SynonymEntry> entries)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var entry = new SynonymEntry("", group, SynonymEntry.Alone, false, SynonymExpansion.Always, true, 0, SynonymSpelling.Usual);
            var isMistake = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                isMistake |= ReadProperty(ref reader, ref entry);
            }
            if (entry.Text.Length > 0 && !isMistake)
            {
                entries.Add(entry);
            }
        }
    }

    /// <summary>Reads one property into the entry; says whether the word is there as a mistake.</summary>
    private static bool ReadProperty(ref Utf8JsonReader reader, ref SynonymEntry entry)
    {
        if (reader.ValueTextEquals("midashi"u8))
        {
            entry = entry with { Text = Next(ref reader).GetString()!.Trim() };
        }
        else if (reader.ValueTextEquals("taigenYogen"u8))
        {
            entry = entry with { Inflects = Next(ref reader).ValueTextEquals("用言") };
        }
        else if (reader.ValueTextEquals("expandControl"u8))
        {
            entry = entry with { Expansion = Next(ref reader).GetInt32() switch { 0 => SynonymExpansion.Always, 1 => SynonymExpansion.AsTarget, _ => SynonymExpansion.Never } };
        }
        else if (reader.ValueTextEquals("vocabularyNumber"u8))
        {
            entry = entry with { Word = Next(ref reader).TokenType == JsonTokenType.Null ? SynonymEntry.Alone : reader.GetInt32() };
        }
        else if (reader.ValueTextEquals("gokeiSyubetsu"u8))
        {
            entry = entry with { IsCurrent = Next(ref reader).ValueTextEquals("代表語") };
            return reader.ValueTextEquals("間違い");
        }
        else if (reader.ValueTextEquals("ryakusyou"u8))
        {
            entry = entry with { Short = Next(ref reader).ValueTextEquals("代表語形") ? (byte)0 : reader.ValueTextEquals("略語・略称") ? (byte)1 : (byte)2 };
        }
        else if (reader.ValueTextEquals("hyoukiYure"u8))
        {
            Next(ref reader);
            entry = entry with
            {
                Spelling = reader.ValueTextEquals("アルファベット表記") ? SynonymSpelling.Latin
                    : reader.ValueTextEquals("異表記・表記ゆれ") ? SynonymSpelling.Variant
                    : reader.ValueTextEquals("間違い表記") ? SynonymSpelling.Wrong : SynonymSpelling.Usual,
            };
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
        return false;
    }

    private static ref Utf8JsonReader Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }

    private static DataFileException Unusable(string path, string reason) =>
        new(Path.GetFileName(path), new("同義語辞書として読めません。", $"This is no synonym dictionary: {reason}"));
}
