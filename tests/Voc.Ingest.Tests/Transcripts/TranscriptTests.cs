using System.Text;
using Voc.Ingest.Tests.Files;

namespace Voc.Ingest.Tests.Transcripts;

public sealed class TranscriptTests
{
    internal const string Vtt = """
        WEBVTT - 応対記録

        NOTE オペレーター：これは注記です

        STYLE
        ::cue(v[voice="お客様"]) { color: blue }

        1
        00:00:01.000 --> 00:00:03.000 align:start position:10%
        <v オペレーター>お電話ありがとうございます。</v>

        00:00:02.500 --> 00:00:06.000
        <v.loud お客様>ポットの<c.red>蓋</c>が &lt;全然&gt; 閉まらないんです。

        00:00:06.000 --> 00:00:08.000
        まだ一週間です。

        00:00:08.000 --> 00:00:09.000
        <v オペレーター>申し訳ございません。
        """;

    internal const string Srt = """
        1
        00:00:01,000 --> 00:00:03,000
        Agent: Thank you for calling.

        2
        00:00:03,000 --> 00:00:06,000
        Customer: <i>The lid</i> does not close.

        3
        00:00:06,000 --> 00:00:07,000
        Agent: I am sorry.
        """;

    internal const string Plain = """
        [00:00:01] オペレーター：お電話ありがとうございます。
        [00:00:04] お客様：蓋が閉まりません。受付は9:30からですか。
        買ったばかりです。
        ００：１２　【オペレーター】申し訳ございません。
        お客様: 確認ですが：交換できますか。
        """;

    [Theory]
    [InlineData("call.vtt", Vtt, "ポットの蓋が <全然> 閉まらないんです。\nまだ一週間です。")]
    [InlineData("call.srt", Srt, "The lid does not close.")]
    [InlineData("call.txt", Plain, "蓋が閉まりません。受付は9:30からですか。\n買ったばかりです。\n確認ですが：交換できますか。")]
    public void A_call_is_one_feedback_of_what_the_customer_said(string name, string file, string said)
    {
        var call = Assert.Single(Imports.Read(file, fileName: name).Accepted());
        Assert.Equal((said, Channel.CallNote), (call.Text, call.Channel));
        Assert.StartsWith("call-", call.ExternalId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_CP932_with_line_ends_of_Windows_is_the_same_call()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(Plain.ReplaceLineEndings("\r\n"));
        Assert.Equal(Imports.Read(Plain, fileName: "a.txt").Ids(), Imports.Read(bytes, fileName: "b.txt").Ids());
    }

    [Fact]
    public void Captions_that_roll_on_and_repeat_are_told_once()
    {
        var call = Assert.Single(Imports.Read("""
            WEBVTT

            00:01.000 --> 00:03.000
            <v お客様>電源を入れると

            00:02.000 --> 00:05.000
            <v お客様>電源を入れるとすぐに

            00:03.000 --> 00:07.000
            <v お客様>すぐに消えます

            00:03.000 --> 00:07.000
            <v お客様>すぐに消えます
            """, fileName: "call.vtt").Accepted());
        Assert.Equal("電源を入れると\nすぐに\nすぐに消えます", call.Text);
    }

    [Fact]
    public void The_customer_is_known_by_what_the_other_one_says()
    {
        const string Call = "鈴木：お電話ありがとうございます。ポット社でございます。\n高橋：蓋が閉まらないんですけど。\n鈴木：失礼いたしました。\n高橋：交換してください。\n";
        using var reading = Imports.Open(Encoding.UTF8.GetBytes(Call), fileName: "call.vtt.txt");
        Assert.Equal(["#1", "#2"], reading.Columns);
        Assert.Equal(["#2"], reading.Mapping!.Text);
        Assert.Equal("蓋が閉まらないんですけど。\n交換してください。", Assert.Single(reading.Rows().ToList().Accepted()).Text);
    }

    [Fact]
    public void Where_nobody_can_tell_the_speakers_are_named_and_one_can_be_chosen()
    {
        const string Call = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Speaker 1>蓋が閉まりません。\n\n00:02.000 --> 00:03.000\n<v Speaker 2>そうですか。\n";
        Assert.Contains("#1, #2", Assert.IsType<RejectedRow>(Assert.Single(Imports.Read(Call, fileName: "call.vtt"))).Message.En, StringComparison.Ordinal);
        Assert.Equal("蓋が閉まりません。", Assert.Single(Imports.Read(Call, """{"text":"#1"}""", "call.vtt").Accepted()).Text);
        Assert.Equal("そうですか。", Assert.Single(Imports.Read(Call, """{"text":"Speaker 2"}""", "call.vtt").Accepted()).Text);
        Assert.Contains("not in this file", Imports.Refused(Call, """{"text":"お客様"}""", "call.vtt").En, StringComparison.Ordinal);
        Assert.Contains("no columns", Imports.Refused(Call, """{"text":"#1","customer":"#2"}""", "call.vtt").En, StringComparison.Ordinal);
        Assert.Contains("No speaker is named", Imports.Refused("WEBVTT\n\n00:01.000 --> 00:02.000\n蓋が閉まりません。\n", fileName: "call.vtt").En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_channel_is_that_of_notes_unless_another_is_asked_for()
    {
        using var asked = Imports.Open(Encoding.UTF8.GetBytes(Srt), """{"text":"Customer","channel":"survey"}""", "call.srt");
        Assert.Equal(Channel.Survey, Assert.Single(asked.Rows().ToList().Accepted()).Channel);
        using var usual = Imports.Open(Encoding.UTF8.GetBytes(Srt), fileName: "call.srt");
        Assert.Equal("call-note", usual.Mapping!.Channel);
    }

    [Theory]
    [InlineData("番号,内容\n1,お客様：蓋が閉まりません。\n2,お客様：良いです。\n")]
    [InlineData("内容,番号\n\"お客様：蓋が閉まりません。\",1\n\"お客様：良いです。\",2\n")]
    [InlineData("番号\t内容\n1\tお客様：蓋が閉まりません。\n2\tお客様：良いです。\n")]
    public void A_table_in_a_text_file_stays_a_table(string table) => Assert.Equal(2, Imports.Read(table, fileName: "notes.txt").Accepted().Count);

    [Fact]
    public void The_time_of_the_call_is_in_the_name_of_the_file()
    {
        Assert.Equal(new DateTimeOffset(2025, 6, 1, 10, 30, 0, TimeSpan.FromHours(9)), Imports.Read(Vtt, fileName: "call_20250601-103000.vtt").Accepted()[0].OccurredAt);
        Assert.Equal(Samples.Now, Imports.Read(Vtt, fileName: "call.vtt").Accepted()[0].OccurredAt);
    }

    [Fact]
    public void A_call_in_which_the_customer_says_nothing_is_reported() =>
        Assert.Equal("text", Assert.IsType<RejectedRow>(Assert.Single(Imports.Read("オペレーター：もしもし。\nお客様：\nオペレーター：切れました。\n", """{"text":"お客様"}""", "call.txt"))).Field);
}
