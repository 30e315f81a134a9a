using System.Text.RegularExpressions;

namespace Voc.Ingest.Mail;

/// <summary>
/// Finds what the writer says in a mail: without lines of earlier mails, the line that introduces them, and the signature. Answers
/// written between quoted lines stay; a mail that was only passed on keeps what it passes on.
/// </summary>
internal static partial class MailReply
{
    private const int SignatureLines = 15;
    private const int WidestSignature = 80;

    /// <summary>The writer's own words; empty where there are none.</summary>
    public static string Own(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        var own = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (lines[i] is "-- " || line == "--")
            {
                break;
            }

            if (Separator().IsMatch(line) || HeaderBlock(lines, i) > 0)
            {
                if (own.Any(said => said.Length > 0))
                {
                    break;
                }

                i += Math.Max(HeaderBlock(lines, i), HeaderBlock(lines, i + 1) + 1) - 1;
            }
            else if (Introduction(lines, i) is var count and > 0)
            {
                if (!IsQuoted(NextSaid(lines, i + count)))
                {
                    break; // What follows is history that nothing marks.
                }

                i += count - 1;
            }
            else if (!IsQuoted(line) && !SentFrom().IsMatch(line))
            {
                own.Add(lines[i].TrimEnd());
            }
        }

        return ManyLines().Replace(string.Join('\n', WithoutSignature(own)), "\n\n").Trim();
    }

    private static bool IsQuoted(string line) => line.StartsWith('>') || line.StartsWith('＞');

    private static string NextSaid(string[] lines, int from) => lines.Skip(from).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? ">";

    /// <summary>How many lines from here introduce a quoted mail; mail programs wrap long ones.</summary>
    private static int Introduction(string[] lines, int at)
    {
        var joined = lines[at].Trim();
        for (var count = 1; count <= 3 && joined.Length > 0; count++)
        {
            if (joined.Length <= 300 && Introduces().IsMatch(joined))
            {
                return count;
            }

            if (at + count >= lines.Length || !IntroductionStart().IsMatch(joined))
            {
                return 0;
            }

            joined += " " + lines[at + count].Trim();
        }

        return 0;
    }

    /// <summary>How many lines of a block of header fields, such as Outlook writes above a quoted mail, stand here; 0 where there is none.</summary>
    private static int HeaderBlock(string[] lines, int at)
    {
        if (at >= lines.Length || !FirstHeader().IsMatch(lines[at].Trim()))
        {
            return 0;
        }

        var count = 1;
        while (at + count < lines.Length && count < 8 && OtherHeader().IsMatch(lines[at + count].Trim()))
        {
            count++;
        }

        return count >= 3 ? count : 0;
    }

    /// <summary>Leaves out a block with means of contact below a ruled line near the end.</summary>
    private static List<string> WithoutSignature(List<string> lines)
    {
        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        for (var i = Math.Max(1, lines.Count - SignatureLines); i < lines.Count; i++)
        {
            var below = lines[(i + 1)..];
            if (Rule().IsMatch(lines[i].Trim()) && below.Any(line => Contact().IsMatch(line)) && below.TrueForAll(line => line.Length <= WidestSignature))
            {
                return lines[..i];
            }
        }

        return lines;
    }

    [GeneratedRegex("^-{2,}\\s*(?:Original Message|Original Appointment|Forwarded message|元のメッセージ|オリジナルメッセージ|転送メッセージ|転送されたメッセージ|Forwarded by .{0,100})\\s*-{2,}$|^Begin forwarded message:$|^_{20,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex("^(?:From|差出人|送信者)\\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstHeader();

    [GeneratedRegex("^(?:Sent|Date|To|Cc|Subject|送信日時|日時|日付|宛先|件名|From|差出人|返信先|Reply-To)\\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherHeader();

    [GeneratedRegex("^(?:On\\b|\\d{4}[年/.-]|[^\\s].{0,80}(?:さん|様|氏)|.{0,120}<[^<>]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex IntroductionStart();

    [GeneratedRegex("^On\\b.{5,280}\\bwrote\\s*[:：]$|^\\d{4}[年/.-].{3,280}(?:<[^<>\\s]+@[^<>\\s]+>|さん|様|氏)[^:：]{0,20}[:：]$|^.{1,280}(?:さん|様|氏|>)(?:は|が)?(?:書きました|のメール|からのメール|wrote)\\s*[:：]$|^(?:Le|Am)\\b.{5,280}(?:écrit|schrieb).{0,60}[:：]$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduces();

    [GeneratedRegex("^(?:iPhone|iPad|Android|スマートフォン|携帯|.{0,30}携帯).{0,20}から送信(?:しました)?[。]?$|^Sent from (?:my |Yahoo|Outlook|Mail).{0,60}$|^Get Outlook for .{0,80}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SentFrom();

    [GeneratedRegex("^[-=_*＊─━―－＝~〜+#◆◇■□●○☆★・.:：\\s]{6,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex("@|＠|〒|https?://|TEL|ＴＥＬ|Tel\\b|電話|FAX|携帯|株式会社|有限会社|\\d{2,4}-\\d{2,4}-\\d{3,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();

    [GeneratedRegex("\n(?:[ \t\u3000]*\n){2,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ManyLines();
}
