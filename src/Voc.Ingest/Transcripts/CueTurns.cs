using System.Net;
using System.Text.RegularExpressions;

namespace Voc.Ingest.Transcripts;

/// <summary>
/// Reads WebVTT (W3C, 2019) and SubRip alike, as recognisers of speech write them: blocks with a line of times, whose settings do not
/// matter, and what is said below it. Comments, styles and regions are left out.
/// </summary>
internal static class CueTurns
{
    private const int ShortestOverlap = 4;
    private const int LongestOverlap = 500;

    private static readonly Regex Voice = new(@"<v(?:\.[^\s>]{1,100})?[ \t]+(?<speaker>[^>]{1,100})>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    private static readonly Regex Tag = new(@"</?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{1,50}\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The turns in file order; a cue that names nobody goes on with the speaker before it.</summary>
    public static IEnumerable<Turn> Read(IEnumerable<(long Number, string? Line)> lines)
    {
        var (inCue, skipped, atStart) = (false, false, true);
        string? speaker = null;
        foreach (var (number, raw) in lines)
        {
            var line = raw?.Trim() ?? "";
            if (line.Length == 0)
            {
                (inCue, skipped, atStart) = (false, false, true);
            }
            else if (!skipped && line.Contains("-->", StringComparison.Ordinal))
            {
                (inCue, atStart) = (true, false);
            }
            else if (inCue)
            {
                foreach (var (name, text) in Spoken(line))
                {
                    speaker = name ?? speaker;
                    if (text.Length > 0)
                    {
                        yield return new(number, speaker, text);
                    }
                }
            }
            else if (atStart)
            {
                (skipped, atStart) = (IsBlock(line, "NOTE") || IsBlock(line, "STYLE") || IsBlock(line, "REGION"), false);
            }
        }
    }

    /// <summary>Turns without what a caption repeats of the one before it while it rolls on.</summary>
    public static IEnumerable<Turn> WithoutRepeats(IEnumerable<Turn> turns)
    {
        var last = new Dictionary<string, string>();
        foreach (var turn in turns)
        {
            var before = last.GetValueOrDefault(turn.Speaker ?? "", "");
            last[turn.Speaker ?? ""] = turn.Text;
            var fresh = turn.Text[Overlap(before, turn.Text)..].TrimStart();
            if (fresh.Length > 0)
            {
                yield return turn with { Text = fresh };
            }
        }
    }

    private static int Overlap(string before, string text)
    {
        if (before.Length >= ShortestOverlap && text.StartsWith(before, StringComparison.Ordinal))
        {
            return before.Length;
        }

        for (var length = Math.Min(LongestOverlap, Math.Min(before.Length, text.Length)); length >= ShortestOverlap; length--)
        {
            if (before.AsSpan(before.Length - length).SequenceEqual(text.AsSpan(0, length)))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsBlock(string line, string name) => line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || char.IsWhiteSpace(line[name.Length]));

    private static IEnumerable<(string? Speaker, string Text)> Spoken(string line)
    {
        var (start, speaker) = (0, (string?)null);
        foreach (Match voice in Voice.Matches(line))
        {
            if (voice.Index > start)
            {
                yield return Plain(speaker, line[start..voice.Index]);
            }
            (start, speaker) = (voice.Index + voice.Length, WebUtility.HtmlDecode(voice.Groups["speaker"].Value).Trim());
        }
        yield return Plain(speaker, line[start..]);
    }

    private static (string? Speaker, string Text) Plain(string? speaker, string marked)
    {
        var text = WebUtility.HtmlDecode(Tag.Replace(marked, "")).Trim();
        return speaker is null && SpeakerLine.TryRead(text, out var named, out var said) ? (named, said) : (speaker, text);
    }
}
