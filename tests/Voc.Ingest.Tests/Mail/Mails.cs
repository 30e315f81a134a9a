using System.Text;
using Voc.Ingest.Decoding;
using Voc.Ingest.Files;

namespace Voc.Ingest.Tests.Mail;

/// <summary>Writes mails as mail programs send them.</summary>
internal static class Mails
{
    public const string Headers = """
        From: =?UTF-8?B?5bGx55Sw?= <Yamada@Example.jp>
        To: support@voc.example.jp
        Date: Tue, 10 Jun 2025 11:30:00 +0900
        Message-ID: <m1@example.jp>
        MIME-Version: 1.0

        """;

    /// <summary>A mail of plain text in an encoding, as it is.</summary>
    public static byte[] Plain(string body, Encoding? encoding = null, string charset = "UTF-8", string subject = "test") =>
        [.. Bytes($"{Headers}Subject: {subject}\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"), .. (encoding ?? Encoding.UTF8).GetBytes(body.ReplaceLineEndings("\r\n"))];

    public static byte[] Bytes(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    public static string Base64(string text, Encoding encoding) => Convert.ToBase64String(encoding.GetBytes(text));

    public static string Quoted(string text, Encoding encoding) => string.Concat(encoding.GetBytes(text).Select((b, i) => $"={b:X2}{(i % 20 == 19 ? "=\n" : "")}"));

    public static List<IngestedRow> Read(byte[] file, string name = "mail.eml")
    {
        using var reading = new FileImport(Samples.Context).Open(new MemoryStream(file), new(name, "問い合わせメール"));
        Assert.Equal(FileKind.Mail, reading.Kind);
        return [.. reading.Rows()];
    }

    public static Feedback One(byte[] file) => Assert.IsType<AcceptedRow>(Assert.Single(Read(file))).Feedback;

    public static string Text(string body) => One(Plain(body)).Text;

    public static Encoding Jis => TextEncodings.Iso2022Jp;
}
