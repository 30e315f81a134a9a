using System.Text.RegularExpressions;
using Voc.Ingest.Files;

namespace Voc.Ingest.Transcripts;

/// <summary>Lines that name their speaker: <c>お客様：…</c>, <c>Agent: …</c>, <c>【お客様】…</c>, each with a time before it or without.</summary>
internal static class SpeakerLine
{
    private const string Time = @"[0-9０-９]{1,2}(?:[:：][0-9０-９]{2}){1,2}(?:[.,．][0-9０-９]{1,3})?";

    // Without backtracking: a line may be long, and time must stay proportional to it.
    private static readonly Regex Pattern = new(
        $@"^[\s\u3000]*(?:[\[(（［【]?[\s\u3000]*{Time}[\s\u3000]*(?:(?:-->|-|–|~|〜|～)[\s\u3000]*{Time}[\s\u3000]*)?[\])）］】]?[\s\u3000]*)?" +
        @"(?:[\[［【<＜](?<speaker>[^\[\]［］【】<>＜＞:：\n]{1,40})[\]］】>＞][\s\u3000]*[:：]?|(?<speaker>[^\[\]［］【】<>＜＞:：「」『』、。，．！？!?,;""\t/\n]{1,30})[:：])[\s\u3000]*(?<text>.*)$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex TimeBefore = new($@"^[\s\u3000]*[\[(（［【]?{Time}[\])）］】]?[\s\u3000]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Splits a line into its speaker and what they say.</summary>
    public static bool TryRead(string line, out string speaker, out string text)
    {
        var match = Pattern.Match(line);
        (speaker, text) = (match.Groups["speaker"].Value.Trim(), match.Groups["text"].Value.TrimEnd());
        // 「受付は9:30から」 and addresses of pages have a colon too.
        return match.Success && speaker.Any(char.IsLetter) && !text.StartsWith("//", StringComparison.Ordinal)
            && !(char.IsDigit(speaker[^1]) && text.Length > 0 && char.IsDigit(text[0]));
    }

    /// <summary>A line without the time before it.</summary>
    public static string WithoutTime(string line) => TimeBefore.Replace(line, "").Trim();

    /// <summary>Whether a text reads like a transcript: its first lines name speakers, and one of them is known by their role or greets as staff do.</summary>
    public static bool Begins(string beginning)
    {
        string[] lines = [.. CappedLines.Read(new StringReader(beginning)).Select(line => line.Line?.Trim() ?? "").Where(line => line.Length > 0).Take(40)];
        var named = lines.Select(line => TryRead(line, out var speaker, out _) ? speaker : null).OfType<string>().ToList();
        return named.Count >= 2 && named.Count * 3 >= lines.Length && (named.Exists(name => Roles.Of(name) is not Role.Unknown) || Array.Exists(lines, Roles.Greets));
    }
}
