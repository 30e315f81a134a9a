using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class MentionRoleTests
{
    [Theory]
    [InlineData("の不具合")]
    [InlineData("不良のため交換")]
    [InlineData("に亀裂が見つかった")]
    [InlineData("が原因だと言われた")]
    [InlineData("ワイヤーの断線")] // of the compound ブレーキワイヤー
    public void What_failed_counts_most(string after) => Assert.Equal(2, MentionRole.Prominence(after));

    [Theory]
    [InlineData("が効かない")]
    [InlineData("は半年で壊れた")]
    [InlineData("から音がする")]
    public void A_subject_counts_more_than_a_mere_mention(string after) => Assert.Equal(1.5f, MentionRole.Prominence(after));

    [Theory]
    [InlineData("を踏むと")]
    [InlineData("を強く踏んだら")]
    [InlineData("を押しても")]
    [InlineData("をオフにして")]
    public void What_was_handled_in_passing_counts_least(string after) => Assert.Equal(0.3f, MentionRole.Prominence(after));

    [Theory]
    [InlineData("を交換した")]
    [InlineData("を何度も何度も踏んだ")]
    [InlineData("を")]
    [InlineData("")]
    [InlineData("ワイヤー")]
    [InlineData("かどうか")]
    public void Other_mentions_count_as_one(string after) => Assert.Equal(1, MentionRole.Prominence(after));

    [Theory]
    [InlineData("の下", 1.2f)]
    [InlineData("に入れた", 0.6f)]
    [InlineData("で待った", 0.6f)]
    public void What_something_is_in_or_of_counts_between(string after, float counts) => Assert.Equal(counts, MentionRole.Prominence(after));

    [Theory]
    [InlineData("ブレーキを踏むとハンドルがぶれる", "vehicles.g-steering", 2.25f)]
    [InlineData("ブレーキを踏むとハンドルがぶれる", "vehicles.g-brakes", 0.45f)]
    [InlineData("エンジンをかけるとブレーキの異音が出る", "vehicles.g-brakes", 3)]
    [InlineData("エンジンをかけるとブレーキの異音が出る", "vehicles.g-engine", 0.45f)]
    [InlineData("ブレーキを踏んでもＡＢＳの故障で止まれない", "vehicles.g-brakes", 3)]
    [InlineData("ブレーキを直した。次の日。エンジンが止まる。またブレーキを踏む", "vehicles.g-brakes", 1.95f)]
    public void A_report_is_about_what_fails_and_less_about_what_was_done(string text, string group, float prominence) =>
        Assert.Equal(prominence, Assert.Single(ReportFeatures.Of(text, new AnalyzedText { Language = "ja", Sentiment = new(SentimentLabel.Neutral, 0, 1) }), f => f.Number == ReportFeatures.Number(FeatureKind.Group, group)).Prominence, 3);
}
