using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;
using Voc.Ingest.Tests.Mail;
using Voc.Ingest.Tests.Transcripts;

namespace Voc.Ingest.Tests.Files;

/// <summary>
/// Files that are damaged at random, each from its own seed, are taken in or refused in words; nothing else comes of them.
/// <c>VOC_FUZZ</c> sets how many; 2,000 by default.
/// </summary>
public sealed partial class FuzzTests
{
    private const string Csv = """
        受付日,会員番号,商品,推奨度,地域,内容
        2025-06-01,K-1,ポット,10,東京,とても使いやすいです。
        2025年6月2日 13:05,K-2,ポット,３,大阪,"蓋が閉まりません。
        折り返しは090-1234-5678へ、""至急""お願いします。"
        2025/6/3,,ケトル,,,音が大きい
        """;

    private const string JsonLines = """
        {"externalId":"a","channel":"review","text":"ふっくら炊けて満足です。","occurredAt":"2025-04-01T09:00:00+09:00","scores":{"nps":9},"attributes":{"地域":"東京"}}
        {"externalId":"b","channel":"social","text":"蓋が閉まらない\n困る","customer":"K-1","product":"炊飯器"}
        """;

    private const string OtherJson = """[{"comment":"良い","when":{"at":"2025-04-01"}},{"comment":"悪い","when":{"at":"2025-04-02"}}]""";

    private const string Page = """
        <!doctype html><html><body><div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">静かで満足</p><time itemprop="datePublished" datetime="2025-04-01">4月</time></div>
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"炊飯器","review":[{"@type":"Review","@id":"r1","reviewBody":"ふっくら炊けた。","datePublished":"2025-04-01","reviewRating":{"ratingValue":5}}]}</script></body></html>
        """;

    private const string Alternatives = Mails.Headers + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=x\n\n<p>本文<blockquote>\n--b\nContent-Type: text/plain; format=flowed; delsp=yes\n\n本文 \n続き\n--b--\n";

    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("VOC_FUZZ") ?? "2000", CultureInfo.InvariantCulture);

    private static readonly (string Name, byte[] Content)[] Whole =
    [
        ("声.csv", TextEncodings.Utf8.GetBytes(Csv)),
        ("声.csv", TextEncodings.ShiftJis.GetBytes(Csv)),
        ("声.csv", TextEncodings.EucJp.GetBytes(Csv)),
        ("声.csv", TextEncodings.Iso2022Jp.GetBytes(Csv)),
        ("声.tsv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Csv.Replace(',', '\t'))]),
        ("声.xlsx", Workbook.Of(["番号", "回答日時", "満足度", "内容"], [20250601001, new DateTime(2025, 6, 1, 13, 5, 0), 5, "とても使いやすい\n<満足>"], ["A-3", "2025/6/3", 2.0, "音が大きい"])),
        ("声.jsonl", Encoding.UTF8.GetBytes(JsonLines)),
        ("声.json", Encoding.UTF8.GetBytes(OtherJson)),
        ("声.html", Encoding.UTF8.GetBytes(Page)),
        ("通話.vtt", Encoding.UTF8.GetBytes(TranscriptTests.Vtt)),
        ("通話.srt", Encoding.UTF8.GetBytes(TranscriptTests.Srt)),
        ("通話.txt", TextEncodings.ShiftJis.GetBytes(TranscriptTests.Plain)),
        ("声.eml", Mails.Plain("蓋が閉まりません。\n-- \n署名", TextEncodings.Iso2022Jp, "ISO-2022-JP", $"=?ISO-2022-JP?B?{Mails.Base64("件名", Mails.Jis)}?=")),
        ("声.eml", Mails.Bytes(Alternatives)),
        ("声.mbox", Mails.Bytes($"From yamada Tue Jun 10 11:30:00 2025\n{Mails.Headers}\n一通目\n>From ここまで\n\nFrom sato Tue Jun 10 12:30:00 2025\n{Alternatives}\n")),
    ];

    [Fact]
    public void Damaged_files_are_taken_in_or_refused_in_words()
    {
        var (taken, refused) = (0, 0);
        Parallel.For(0, Count, new() { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var random = new Random(seed);
            var (name, whole) = Whole[seed % Whole.Length];
            var file = Mutation.Of(whole, Whole[random.Next(Whole.Length)].Content, random);
            try
            {
                var rows = Imports.Read(file, null, name);
                Assert.True(rows.Count < 100_000, $"{rows.Count} rows came of {file.Length} bytes.");
                foreach (var row in rows)
                {
                    AssertSound(row);
                }
                Interlocked.Increment(ref taken);
            }
            catch (UnreadableFileException unreadable)
            {
                AssertTold(unreadable.Problem);
                Interlocked.Increment(ref refused);
            }
            catch (Exception crash)
            {
                throw new InvalidOperationException($"Seed {seed} ({name}): {crash.Message}", crash);
            }
        });
        Assert.True(taken > Count / 5 && refused > Count / 50, $"{taken} taken in, {refused} refused: the damage is too small or too great to tell anything.");
    }

    [Fact]
    public void Ten_thousand_columns_and_a_cell_of_fifty_megabytes_are_taken_in_or_reported()
    {
        var wide = "内容," + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"列{i}")) + "\n良い\n";
        var tall = "日付,内容\n2025-04-01,\"" + new string('長', 17_000_000) + "\"\n2025-04-02,短い\n";

        foreach (var file in new[] { wide, tall })
        {
            try
            {
                Assert.All(Imports.Read(file), AssertSound);
            }
            catch (UnreadableFileException unreadable)
            {
                AssertTold(unreadable.Problem);
            }
        }
    }

    [Fact]
    public void Entities_that_multiply_in_a_workbook_are_not_expanded()
    {
        var laughs = "<!DOCTYPE sst [<!ENTITY a \"ははははははははは\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY {(char)('a' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i - 1)};", 10))}\">")) + "]>";

        AssertTold(Imports.Refused(Workbook.With("xl/sharedStrings.xml", xml => laughs + xml.Replace("内容", "&j;", StringComparison.Ordinal), ["日付", "内容"], ["2025-04-01", "良い"]), null, "回答.xlsx"));
    }

    [Theory]
    [InlineData(@"\uFFFE")]
    [InlineData(@"\ud800")]
    [InlineData(@"\udc00")]
    public void Characters_that_nobody_may_send_do_not_keep_the_rest_out(string escape)
    {
        var page = Page.Replace("ふっくら炊けた", $"ふっくら{escape}炊けた", StringComparison.Ordinal).Replace("炊飯器", $"炊飯{escape}器", StringComparison.Ordinal);
        var json = $$"""{"externalId":"a{{escape}}","text":"良い{{escape}}悪い"}""" + "\n" + """{"externalId":"b","text":"良い"}""";

        Assert.Contains(Imports.Read(page, null, "声.html").OfType<AcceptedRow>(), row => row.Feedback.Text == "ふっくら\uFFFD炊けた。");
        Assert.Contains(Imports.Read(json, null, "声.jsonl").OfType<AcceptedRow>(), row => row.Feedback.Text == "良い");
    }

    [Fact]
    public void A_reserved_character_in_a_cell_is_replaced_whatever_the_column_holds() =>
        Assert.Equal(["良い\uFFFD悪い"], Imports.Read("日付,内容,商品,評価\n2025/4/1\uFFFE,良い\uFFFE悪い,\uFFFE,\uFFFE5\n").OfType<AcceptedRow>().Select(row => row.Feedback.Text));

    private static void AssertSound(IngestedRow row)
    {
        if (row is AcceptedRow accepted)
        {
            Assert.NotEmpty(accepted.Feedback.Text.Trim());
            Assert.DoesNotContain('\0', accepted.Feedback.Text);
            Assert.NotEmpty(accepted.Feedback.ExternalId);
            Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetByteCount(accepted.Feedback.Text);
        }
        else
        {
            AssertTold(Assert.IsType<RejectedRow>(row).Message);
        }
    }

    private static void AssertTold(LocalizedText told)
    {
        Assert.Matches(Japanese(), told.Ja);
        Assert.NotEmpty(told.En);
        Assert.DoesNotContain("Exception", told.En, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\p{IsHiragana}")]
    private static partial Regex Japanese();
}
