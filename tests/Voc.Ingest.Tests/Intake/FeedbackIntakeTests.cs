namespace Voc.Ingest.Tests.Intake;

public sealed class FeedbackIntakeTests
{
    private readonly FeedbackIntake _intake = new(Samples.Context);

    [Fact]
    public void A_draft_becomes_masked_feedback()
    {
        var row = _intake.Take(7, Samples.Draft("電話は090-1234-5678です") with
        {
            Customer = "taro@example.com",
            Attributes = new Dictionary<string, string> { ["備考"] = "taro@example.comへ返信", ["地域"] = "東京", ["空"] = " " },
        });
        var feedback = Assert.IsType<AcceptedRow>(row).Feedback;
        Assert.Equal(7, row.Line);
        Assert.Equal("電話は[電話番号]です", feedback.Text);
        Assert.Matches("^c-[0-9a-f]{16}$", feedback.Customer);
        Assert.Equal(new Dictionary<string, string> { ["備考"] = "[メールアドレス]へ返信", ["地域"] = "東京" }, feedback.Attributes);
    }

    [Fact]
    public void An_identifier_that_is_a_mail_address_is_not_stored()
    {
        var row = _intake.Take(1, Samples.Draft() with { ExternalId = "taro@example.com" });
        Assert.Matches("^c-[0-9a-f]{16}$", Assert.IsType<AcceptedRow>(row).Feedback.ExternalId);
    }

    [Fact]
    public void Control_characters_and_halves_of_pairs_become_storable()
    {
        var row = _intake.Take(1, Samples.Draft("a\0b\uD83Dc\n😀"));
        Assert.Equal("a b\uFFFDc\n😀", Assert.IsType<AcceptedRow>(row).Feedback.Text);
    }

    public static TheoryData<string, FeedbackDraft, string> Bad() => new()
    {
        { "source", Samples.Draft() with { Source = " " }, "missing" },
        { "source", Samples.Draft() with { Source = "a\nb" }, "control characters" },
        { "source", Samples.Draft() with { Source = new string('a', 101) }, "at most 100" },
        { "externalId", Samples.Draft() with { ExternalId = null }, "empty" },
        { "externalId", Samples.Draft() with { ExternalId = new string('1', 201) }, "201" },
        { "text", Samples.Draft(null), "empty" },
        { "text", Samples.Draft(" 　\n"), "empty" },
        { "text", Samples.Draft(new string('あ', 100_001)), "100,001" },
        { "text", Samples.Draft(new string('あ', 1 << 20)), "1,048,576" },
        { "occurredAt", Samples.Draft(occurredAt: Samples.Now.AddDays(1.01)), "future" },
        { "occurredAt", Samples.Draft(occurredAt: new(1969, 12, 31, 0, 0, 0, TimeSpan.Zero)), "1970-01-01" },
        { "customer", Samples.Draft() with { Customer = new string('a', 201) }, "too long" },
        { "product", Samples.Draft() with { Product = new string('a', 201) }, "too long" },
        { "scores.nps", Samples.Draft() with { Scores = new Dictionary<string, double> { ["nps"] = 11 } }, "from 0 to 10" },
        { "scores.rating", Samples.Draft() with { Scores = new Dictionary<string, double> { ["rating"] = 0 } }, "from 1 to 5" },
        { "scores.x", Samples.Draft() with { Scores = new Dictionary<string, double> { ["x"] = double.NaN } }, "out of range" },
        { "scores", Samples.Draft() with { Scores = new Dictionary<string, double> { [" "] = 1 } }, "blank" },
        { "attributes", Samples.Draft() with { Attributes = Enumerable.Range(0, 101).ToDictionary(i => $"a{i}", _ => "x") }, "101" },
        { "attributes.a", Samples.Draft() with { Attributes = new Dictionary<string, string> { ["a"] = new('x', 2001) } }, "2,001" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_broken_rule_names_the_field_and_the_remedy(string field, FeedbackDraft draft, string message)
    {
        var rejected = Assert.IsType<RejectedRow>(_intake.Take(3, draft));
        Assert.Equal((3L, field), (rejected.Line, rejected.Field));
        Assert.Contains(message, rejected.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(rejected.Message.En, rejected.Message.Ja);
        Assert.EndsWith("。", rejected.Message.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void An_original_is_kept_only_where_the_source_keeps_it_and_masking_changed_the_text()
    {
        var intake = new FeedbackIntake(Samples.Context with { KeepOriginal = (source, text) => source == "店頭アンケート" ? $"<{text}>" : null });
        Assert.Equal("<田中様は親切>", Taken(intake, Samples.Draft("田中様は親切")).KeptOriginal);
        Assert.Null(Taken(intake, Samples.Draft("とても良い")).KeptOriginal);
        Assert.Null(Taken(intake, Samples.Draft("田中様は親切") with { Source = "別" }).KeptOriginal);
        Assert.Null(Taken(_intake, Samples.Draft("田中様は親切")).KeptOriginal);
    }

    [Theory]
    [InlineData("09012345678")]
    [InlineData("090-1234-5678")]
    [InlineData("a@example.com")]
    public void An_identifier_that_is_personal_data_becomes_a_pseudonym(string identifier) =>
        Assert.Matches("^c-[0-9a-f]{16}$", Taken(_intake, Samples.Draft() with { ExternalId = identifier }).ExternalId);

    [Fact]
    public void The_product_is_masked_too() =>
        Assert.Equal("ポット [電話番号]", Taken(_intake, Samples.Draft() with { Product = "ポット 090-1234-5678" }).Product);

    private static Feedback Taken(FeedbackIntake intake, FeedbackDraft draft) => ((AcceptedRow)intake.Take(1, draft)).Feedback;
}
