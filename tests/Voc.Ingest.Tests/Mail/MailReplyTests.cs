namespace Voc.Ingest.Tests.Mail;

public sealed class MailReplyTests
{
    [Theory]
    [InlineData("新しい話です。\n\n2025年6月9日(月) 10:00 サポート <support@example.jp>:\n> 以前の話\n> です")]
    [InlineData("新しい話です。\n\n2025年6月9日(月) 10:00 とても長い名前のサポート窓口\n<support@example.jp>:\n> 以前の話")]
    [InlineData("新しい話です。\n\nOn Mon, Jun 9, 2025 at 10:00 AM Support <support@example.jp>\nwrote:\n\n> old")]
    [InlineData("新しい話です。\n\n2025/06/09 10:00、サポート様のメール：\n\n以前の話、印なし")]
    [InlineData("新しい話です。\n\n-----Original Message-----\nFrom: support\n以前の話")]
    [InlineData("新しい話です。\n\n----- 元のメッセージ -----\n以前の話")]
    [InlineData("新しい話です。\n\n________________________________\n差出人: サポート\n送信日時: 2025年6月9日\n宛先: 山田\n件名: RE: 件\n\n以前の話")]
    [InlineData("新しい話です。\n\nFrom: Support\nSent: Monday\nTo: Yamada\nSubject: RE\n\nold")]
    [InlineData("新しい話です。\n\n-- \n山田 太郎\n090-0000-0000")]
    [InlineData("新しい話です。\n\n━━━━━━━━━━\n株式会社 山田商店\n〒100-0001\nTEL 03-0000-0000\n━━━━━━━━━━")]
    [InlineData("新しい話です。\n\niPhoneから送信")]
    [InlineData("新しい話です。\n\nSent from my iPhone")]
    [InlineData("> 以前の話\n\n新しい話です。")]
    [InlineData("＞ 以前の話\n新しい話です。")]
    public void History_and_signatures_are_left_out(string body) => Assert.Equal("新しい話です。", Mails.Text(body));

    [Fact]
    public void Answers_between_quoted_lines_stay() =>
        Assert.Equal("はい、点きません。\n\n白い型です。", Mails.Text("2025/06/09 10:00、サポート様のメール：\n> 電源は点きますか。\nはい、点きません。\n\n> 型番は。\n白い型です。"));

    [Fact]
    public void A_mail_that_is_passed_on_without_a_word_keeps_what_it_passes_on() =>
        Assert.Equal("転送されたお客さまの声です。", Mails.Text("---------- Forwarded message ---------\nFrom: 客\nDate: 2025年6月9日\nSubject: 件\nTo: support\n\n転送されたお客さまの声です。"));

    [Fact]
    public void Text_that_only_resembles_history_stays()
    {
        const string Said = "2025年6月に買いました。サポート様の対応は:丁寧でした。\n----------\n良い点\n差出人: 不明のはがきも届きました。";
        Assert.Equal(Said, Mails.Text(Said));
    }

    [Fact]
    public void Nothing_but_history_is_refused_with_the_reason()
    {
        var row = Assert.IsType<RejectedRow>(Assert.Single(Mails.Read(Mails.Plain("> 以前の話\n> だけ"))));
        Assert.Equal("body", row.Field);
        Assert.Contains("引用", row.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_were_only_wrapped_are_joined()
    {
        var mail = Mails.Bytes($"{Mails.Headers}Content-Type: text/plain; charset=UTF-8; format=flowed; delsp=yes\n\n炊飯器の蓋が \n閉まりません。\n別の行です。\n-- \n署名");
        Assert.Equal("炊飯器の蓋が閉まりません。\n別の行です。", Mails.One(mail).Text);
    }
}
