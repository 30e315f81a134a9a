using System.Text;
using Voc.Ingest.Files;
using Voc.Ingest.Surveys;
using Voc.Ingest.Tests.Files;

namespace Voc.Ingest.Tests.Surveys;

public sealed class SurveyPresetTests
{
    private const string GoogleForms = """
        タイムスタンプ,メールアドレス,本製品を友人に薦めたいと思いますか,ご意見・ご感想をお書きください,お住まいの地域
        2025/06/01 13:05:22,taro@example.com,9,とても使いやすくて、毎日のように使っています。,関東
        2025/06/02 1:05:22 午後 GMT+9,jiro@example.com,3,蓋が閉まりにくいので、改良してほしいです。,関西
        2025/06/03 9:00:00,saburo@example.com,10,色がきれいで気に入っています。,関東
        """;

    private const string MicrosoftForms = """
        ID,開始時刻,完了時刻,メール,名前,総合的な満足度を教えてください,改善してほしい点を自由にお書きください
        1,2025-06-01 13:00:00,2025-06-01 13:05:22,anonymous,,4,説明書の字が小さくて読めませんでした。
        2,2025-06-01 14:00:00,2025-06-01 14:05:22,anonymous,,2,電話がなかなかつながりませんでした。
        """;

    private const string SurveyMonkey = """
        Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely are you to recommend us?,What should we improve?
        ,,,,,,,,,Response,Open-Ended Response
        118000001,42,06/01/2025 01:00:00 PM,06/01/2025 01:05:22 PM,192.0.2.1,,,,,9,"The lid does not close, please fix it."
        118000002,42,06/02/2025 01:00:00 PM,06/02/2025 01:05:22 PM,192.0.2.2,,,,,2,Support never answers the phone on weekends.
        """;

    private const string LimeSurvey = """
        "回答ID","送信日時","最後のページ","開始言語","シード","ご意見をお聞かせください"
        "1","2025-06-01 13:05:22","3","ja","123456","蓋が閉まりにくいので、改良してほしいです。"
        "2","2025-06-02 13:05:22","3","ja","123457","色がきれいで気に入っています。"
        """;

    private const string Questant = """
        No,回答者ID,回答日時,デバイス,お店の感想を教えてください
        1,q-001,2025/06/01 13:05:22,PC,スタッフの説明がとても丁寧でした。
        2,q-002,2025/06/02 13:05:22,スマートフォン,駐車場が狭くて入りにくかったです。
        """;

    private const string GooglePlay = """
        Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link
        com.example.pot,210,2.1.0,ja,oriole,2025-05-30T01:00:00Z,1748566800000,2025-06-01T04:05:22Z,1748750722000,2,開かない,更新してから起動しなくなりました。毎回落ちます。,2025-06-02T01:00:00Z,1748826000000,ご不便をおかけしております。,http://play.google.com/console/review-details?reviewId=a
        com.example.pot,210,2.1.0,ja,oriole,2025-06-01T04:05:22Z,1748750722000,2025-06-01T04:05:22Z,1748750722000,5,,,,,,
        """;

    private const string ContactCentre = """
        受付日時,受付番号,顧客番号,商品,区分,問い合わせ内容,対応内容,対応者
        2025/06/01 13:05:22,A-0001,C-77,炊飯器,不具合,蓋が閉まらなくなったので困っています。,交換品の手配をご案内しました。,佐藤
        2025/06/02 9:10:00,A-0002,C-78,掃除機,質問,フィルターの洗い方が分かりません。,説明書の該当ページをご案内しました。,佐藤
        2025/06/02 9:30:00,A-0003,C-79,炊飯器,不具合,,無言電話のため終話しました。,鈴木
        2025/06/03 10:00:00,A-0004,C-77,炊飯器,要望,内釜だけ買えるようにしてほしいです。,ご要望として承りました。,鈴木
        """;

    private static readonly DateTimeOffset FirstAnswer = new(2025, 6, 1, 13, 5, 22, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("google-forms", GoogleForms, "ご意見・ご感想をお書きください", null)]
    [InlineData("microsoft-forms", MicrosoftForms, "改善してほしい点を自由にお書きください", "1")]
    [InlineData("surveymonkey", SurveyMonkey, "What should we improve?", "118000001")]
    [InlineData("limesurvey", LimeSurvey, "ご意見をお聞かせください", "1")]
    [InlineData("questant", Questant, "お店の感想を教えてください", "q-001")]
    public void An_export_is_recognised_and_read_without_a_mapping(string preset, string export, string text, string? firstId)
    {
        using var reading = Imports.Open(Encoding.UTF8.GetBytes(export));
        var feedback = reading.Rows().ToList().Accepted();
        Assert.Equal(preset, reading.Preset);
        Assert.Equal([text], reading.Mapping!.Text);
        Assert.Equal(FirstAnswer, feedback[0].OccurredAt);
        Assert.Equal(Channel.Survey, feedback[0].Channel);
        if (firstId is not null)
        {
            Assert.Equal(firstId, feedback[0].ExternalId);
        }
    }

    [Fact]
    public void Reviews_of_Google_Play_are_read_as_its_console_writes_them()
    {
        using var reading = Imports.Open([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(GooglePlay)], fileName: "reviews_com.example.pot_202506.csv");
        var rows = reading.Rows().ToList();
        var review = Assert.IsType<AcceptedRow>(rows[0]).Feedback;
        Assert.Equal("google-play", reading.Preset);
        Assert.Equal((Channel.Review, "更新してから起動しなくなりました。毎回落ちます。", "com.example.pot", 2.0), (review.Channel, review.Text, review.Product, review.Scores["rating"]));
        Assert.Equal(FirstAnswer, review.OccurredAt);
        Assert.Equal(["App Version Name=2.1.0", "Device=oriole", "Reviewer Language=ja"], review.Attributes.Select(pair => $"{pair.Key}={pair.Value}").Order());
        Assert.Equal("Review Text", Assert.IsType<RejectedRow>(rows[1]).Field);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void Questions_about_recommending_and_satisfaction_become_scores()
    {
        Assert.Equal([9.0, 3.0, 10.0], Imports.Read(GoogleForms).Accepted().Select(f => f.Scores["nps"]));
        Assert.Equal([4.0, 2.0], Imports.Read(MicrosoftForms).Accepted().Select(f => f.Scores["csat"]));
        Assert.Equal([9.0, 2.0], Imports.Read(SurveyMonkey).Accepted().Select(f => f.Scores["nps"]));
    }

    [Fact]
    public void What_identifies_a_person_is_no_attribute()
    {
        var feedback = Imports.Read(GoogleForms).Accepted();
        Assert.Equal(new Dictionary<string, string> { ["お住まいの地域"] = "関東" }, feedback[0].Attributes);
        Assert.Equal(Samples.Context.Pseudonyms.Of("taro@example.com"), feedback[0].Customer);
        Assert.All(Imports.Read(MicrosoftForms).Accepted(), f => Assert.Null(f.Customer));
        Assert.All(Imports.Read(SurveyMonkey).Accepted(), f => Assert.Empty(f.Attributes));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("contact-centre")]
    public void Of_the_records_of_a_contact_centre_only_the_words_of_the_customer_go_in(string? preset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reading = Imports.Open(Encoding.GetEncoding(932).GetBytes(ContactCentre), preset: preset);
        var rows = reading.Rows().ToList();
        var feedback = rows.OfType<AcceptedRow>().Select(row => row.Feedback).ToList();
        Assert.Equal("contact-centre", reading.Preset);
        Assert.Equal(4, Assert.Single(rows.OfType<RejectedRow>()).Line);
        Assert.Equal(["A-0001", "A-0002", "A-0004"], feedback.Select(f => f.ExternalId));
        Assert.Equal("蓋が閉まらなくなったので困っています。", feedback[0].Text);
        Assert.Equal(FirstAnswer, feedback[0].OccurredAt);
        Assert.All(feedback, f => Assert.Equal(Channel.CallNote, f.Channel));
        Assert.Equal(["炊飯器", "掃除機", "炊飯器"], feedback.Select(f => f.Product));
        Assert.Equal(Samples.Context.Pseudonyms.Of("C-77"), feedback[2].Customer);
        Assert.Equal(new Dictionary<string, string> { ["区分"] = "不具合" }, feedback[0].Attributes);
    }

    [Fact]
    public void Answers_of_staff_are_no_text_in_files_of_no_known_tool_either()
    {
        using var reading = Imports.Open(Encoding.UTF8.GetBytes(ContactCentre.Replace("受付日時", "記録日時", StringComparison.Ordinal)));
        Assert.Null(reading.Preset);
        Assert.Equal(["問い合わせ内容"], reading.Mapping!.Text);
    }

    [Fact]
    public void A_preset_that_does_not_fit_says_what_is_missing()
    {
        var problem = Assert.Throws<UnreadableFileException>(() => Imports.Open(Encoding.UTF8.GetBytes(GoogleForms), preset: "surveymonkey")).Problem;
        Assert.Contains("Respondent ID, Collector ID", problem.En, StringComparison.Ordinal);
        Assert.Contains("タイムスタンプ", problem.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_preset_is_answered_with_those_there_are()
    {
        var problem = Assert.Throws<UnreadableFileException>(() => Imports.Open(Encoding.UTF8.GetBytes(GoogleForms), preset: "monkey")).Problem;
        Assert.All(SurveyPresets.All, preset => Assert.Contains(preset.Id, problem.En, StringComparison.Ordinal));
    }
}
