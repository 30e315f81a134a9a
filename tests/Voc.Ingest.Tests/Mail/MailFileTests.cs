using System.Text;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Mail;

public sealed class MailFileTests
{
    private const string Words = "炊飯器の蓋が閉まりません。交換してください。";

    [Fact]
    public void A_mail_becomes_feedback_with_its_time_its_identifier_and_a_pseudonym_of_its_writer()
    {
        var feedback = Mails.One(Mails.Plain(Words));

        Assert.Equal(Words, feedback.Text);
        Assert.Equal(new DateTimeOffset(2025, 6, 10, 11, 30, 0, TimeSpan.FromHours(9)), feedback.OccurredAt);
        Assert.Equal(Samples.Context.Pseudonyms.Of("yamada@example.jp"), feedback.Customer);
        Assert.Equal(Samples.Context.Pseudonyms.Of("m1@example.jp"), feedback.ExternalId);
        Assert.Equal(Channel.ContactForm, feedback.Channel);
        Assert.Equal("test", feedback.Attributes["subject"]);
        Assert.DoesNotContain(feedback.Attributes.Values, value => value.Contains("amada", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("iso-2022-jp", 50221)]
    [InlineData("Shift_JIS", 932)]
    [InlineData("cp932", 932)]
    [InlineData("euc-jp", 51932)]
    [InlineData("utf-8", 65001)]
    [InlineData("utf-8", 932)]
    [InlineData("x-nobody-knows", 51932)]
    public void A_body_is_read_in_its_encoding_even_where_the_name_is_wrong(string charset, int written)
    {
        var encoding = written switch { 932 => TextEncodings.ShiftJis, 51932 => TextEncodings.EucJp, 50221 => TextEncodings.Iso2022Jp, _ => Encoding.UTF8 };
        Assert.Equal(Words, Mails.One(Mails.Plain(Words, encoding, charset)).Text);
    }

    [Fact]
    public void An_encoded_subject_that_was_cut_in_the_middle_of_a_character_is_put_together()
    {
        var whole = Encoding.UTF8.GetBytes("炊飯器の不具合について");
        var mail = Mails.Plain(Words, subject: $"=?UTF-8?B?{Convert.ToBase64String(whole[..10])}?=\n =?UTF-8?B?{Convert.ToBase64String(whole[10..])}?=");
        Assert.Equal("炊飯器の不具合について", Mails.One(mail).Attributes["subject"]);
        Assert.Equal("返品の件", Mails.One(Mails.Plain(Words, subject: $"=?ISO-2022-JP?B?{Mails.Base64("返品の件", Mails.Jis)}?=")).Attributes["subject"]);
        Assert.Equal("返品の件", Mails.One(Mails.Plain(Words, subject: $"=?Shift_JIS?Q?{Mails.Quoted("返品の件", TextEncodings.ShiftJis).Replace("=\n", "")}?=")).Attributes["subject"]);
    }

    [Fact]
    public void Quoted_printable_and_base64_are_decoded()
    {
        var quoted = Mails.Bytes($"{Mails.Headers}Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: quoted-printable\n\n{Mails.Quoted(Words, Encoding.UTF8)}");
        var base64 = Mails.Bytes($"{Mails.Headers}Content-Type: text/plain; charset=ISO-2022-JP\nContent-Transfer-Encoding: base64\n\n{Mails.Base64(Words, Mails.Jis)}");
        Assert.Equal(Words, Mails.One(quoted).Text);
        Assert.Equal(Words, Mails.One(base64).Text);
    }

    [Fact]
    public void Of_alternatives_the_plain_text_is_taken_and_files_are_counted_only()
    {
        var feedback = Mails.One(Mails.Bytes($$"""
            {{Mails.Headers}}Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/html; charset=UTF-8

            <p>HTML の本文</p>
            --inner
            Content-Type: text/plain; charset=UTF-8

            文字の本文
            --inner--
            --outer
            Content-Type: text/plain; name="secret.txt"
            Content-Disposition: attachment; filename="secret.txt"

            添付の中身
            --outer
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --outer--
            """));
        Assert.Equal("文字の本文", feedback.Text);
        Assert.Equal("2", feedback.Attributes["attachments"]);
    }

    [Fact]
    public void Html_alone_is_read_as_text_without_history_scripts_and_hidden_words()
    {
        var feedback = Mails.One(Mails.Bytes($"""
            {Mails.Headers}Content-Type: text/html; charset=UTF-8

            <html><head><style>p{"{}"}</style></head><body><div style="display: none">プレビュー</div><p>画面が<b>固まります</b>。</p><p>困っています。</p>
            <script>alert(1)</script><div class="gmail_quote">以前のメール</div><blockquote type="cite">引用</blockquote></body></html>
            """));
        Assert.Equal("画面が固まります。\n困っています。", feedback.Text);
    }

    [Theory]
    [InlineData("Tue, 10 Jun 2025 11:30:00 +0900", "2025-06-10T02:30:00Z")]
    [InlineData("Tue, 10 Jun 2025 02:30:00 GMT", "2025-06-10T02:30:00Z")]
    [InlineData("Mon, 9 Jun 2025 19:30:00 -0700 (PDT)", "2025-06-10T02:30:00Z")]
    [InlineData("Mon, 9 Jun 2025 22:30:00 EDT", "2025-06-10T02:30:00Z")]
    [InlineData("Tue, 10 Jun 2025 11:30:00 JST", "2025-06-10T02:30:00Z")]
    [InlineData("Tue, 10 Jun 2025 11:30:00", "2025-06-10T02:30:00Z")]
    [InlineData("10 Jun 25 11:30 +0900", "2025-06-10T02:30:00Z")]
    public void Dates_are_read_with_their_zone(string header, string expected)
    {
        var mail = Encoding.UTF8.GetString(Mails.Plain(Words)).Replace("Tue, 10 Jun 2025 11:30:00 +0900", header, StringComparison.Ordinal);
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Mails.One(Encoding.UTF8.GetBytes(mail)).OccurredAt);
    }

    [Fact]
    public void A_mail_without_a_date_is_refused_unless_a_server_noted_one()
    {
        var mail = Encoding.UTF8.GetString(Mails.Plain(Words));
        var without = mail.Replace("Date: Tue, 10 Jun 2025 11:30:00 +0900", "Date: きのう", StringComparison.Ordinal);
        var rejected = Assert.IsType<RejectedRow>(Assert.Single(Mails.Read(Encoding.UTF8.GetBytes(without))));
        Assert.Equal("Date", rejected.Field);
        Assert.Contains("きのう", rejected.Message.Ja, StringComparison.Ordinal);

        var noted = "Received: from a by b; Tue, 10 Jun 2025 02:30:00 +0000\r\n" + without;
        Assert.Equal(new DateTimeOffset(2025, 6, 10, 2, 30, 0, TimeSpan.Zero), Mails.One(Encoding.UTF8.GetBytes(noted)).OccurredAt);
    }

    [Fact]
    public void Bounces_and_answering_machines_are_refused_and_so_is_what_is_no_mail()
    {
        static LocalizedText Refused(byte[] mail) => Assert.IsType<RejectedRow>(Assert.Single(Mails.Read(mail))).Message;
        Assert.Contains("自動応答", Refused([.. Mails.Bytes("Auto-Submitted: auto-replied\n"), .. Mails.Plain(Words)]).Ja, StringComparison.Ordinal);
        Assert.Contains("ヘッダー", Refused(Mails.Bytes("ただの文章です。\nメールではありません。")).Ja, StringComparison.Ordinal);
        Assert.Contains("空", Refused(Mails.Plain("", subject: "")).Ja, StringComparison.Ordinal);
        Assert.Contains("添付ファイルが 1 件", Refused(Mails.Bytes($"{Mails.Headers}Content-Type: application/pdf\n\n%PDF")).Ja, StringComparison.Ordinal);
        Assert.Contains(".msg", Assert.Throws<UnreadableFileException>(() => Mails.Read([1], "voice.msg")).Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_alone_is_what_the_customer_said() =>
        Assert.Equal("電源が入りません", Mails.One(Mails.Plain("", subject: "電源が入りません")).Text);

    [Fact]
    public void A_mail_without_an_identifier_has_the_same_one_each_time_and_personal_data_is_masked()
    {
        var mail = Encoding.UTF8.GetString(Mails.Plain("電話は 090-1234-5678 です。折り返してください。")).Replace("Message-ID: <m1@example.jp>\r\n", "", StringComparison.Ordinal);
        var (first, second) = (Mails.One(Encoding.UTF8.GetBytes(mail)), Mails.One(Encoding.UTF8.GetBytes(mail)));
        Assert.Equal(first.ExternalId, second.ExternalId);
        Assert.DoesNotContain("090", first.Text, StringComparison.Ordinal);
    }
}
