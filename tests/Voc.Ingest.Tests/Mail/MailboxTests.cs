using System.Text;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Mail;

public sealed class MailboxTests
{
    private static string Mail(int number, string body) => $"""
        From yamada@example.jp Tue Jun 10 02:30:00 2025
        From: yamada@example.jp
        Date: Tue, 10 Jun 2025 11:30:00 +0900
        Message-ID: <m{number}@example.jp>
        Content-Type: text/plain; charset=UTF-8

        {body}


        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_mailbox_is_split_at_its_from_lines_and_protected_lines_are_restored(string lineEnd)
    {
        var file = (Mail(1, "一通目です。\n\n>From the start it was bad.\n>>From two") + Mail(2, "From here the text goes on.\n\nFrom 本文の行です") + Mail(3, "三通目です。")).ReplaceLineEndings(lineEnd);

        var rows = Mails.Read(Encoding.UTF8.GetBytes(file), "inbox.mbox");

        Assert.Equal([1L, 2, 3], rows.Select(row => row.Line));
        var texts = rows.Select(row => Assert.IsType<AcceptedRow>(row).Feedback.Text).ToList();
        Assert.Equal("一通目です。\n\nFrom the start it was bad.", texts[0]); // ">>From" is a quoted line after that.
        Assert.Equal("From here the text goes on.\n\nFrom 本文の行です", texts[1]);
        Assert.Equal("三通目です。", texts[2]);
    }

    [Fact]
    public void A_bad_mail_is_reported_with_its_number_and_the_others_go_in()
    {
        var broken = "From x Tue Jun 10 02:30:00 2025\nヘッダーのないメール\n\n";
        var rows = Mails.Read(Encoding.UTF8.GetBytes(Mail(1, "良い") + broken + Mail(3, "悪い")), "inbox");

        Assert.IsType<AcceptedRow>(rows[0]);
        Assert.Equal(2, Assert.IsType<RejectedRow>(rows[1]).Line);
        Assert.Equal("悪い", Assert.IsType<AcceptedRow>(rows[2]).Feedback.Text);
    }

    [Fact]
    public void A_mailbox_of_many_mails_is_read_one_by_one_and_the_same_mail_keeps_its_identifier()
    {
        const int Count = 3_000;
        var path = Path.GetTempFileName();
        try
        {
            using (var writer = new StreamWriter(path))
            {
                for (var i = 0; i < Count; i++)
                {
                    writer.Write(Mail(i % 1000, $"{i} 番目。" + new string('あ', 2_000)));
                }
            }

            using var stream = File.OpenRead(path);
            using var reading = new FileImport(Samples.Context).Open(stream, new("archive.mbox", "メール"));
            var ids = new HashSet<string>();
            var (rows, afterFirst) = (0, 0L);
            foreach (var row in reading.Rows())
            {
                afterFirst = rows++ == 0 ? stream.Position : afterFirst;
                ids.Add(Assert.IsType<AcceptedRow>(row).Feedback.ExternalId);
            }

            Assert.Equal((Count, 1000), (rows, ids.Count));
            Assert.True(afterFirst < stream.Length / 10, "The whole file was read before the first mail was given.");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_mail_that_is_too_large_is_refused_and_the_next_one_read()
    {
        var large = new byte[(64 << 20) + 100];
        Array.Fill(large, (byte)'x');
        byte[] file = [.. Encoding.UTF8.GetBytes(Mail(1, "前")), .. Encoding.UTF8.GetBytes(Mail(2, "")), .. large, .. "\n\n"u8, .. Encoding.UTF8.GetBytes(Mail(3, "後"))];

        var rows = Mails.Read(file, "large.mbox");

        Assert.Contains("64 MB", Assert.IsType<RejectedRow>(rows[1]).Message.En, StringComparison.Ordinal);
        Assert.Equal("後", Assert.IsType<AcceptedRow>(rows[2]).Feedback.Text);
    }
}
