namespace Voc.Ingest.Tests.Files;

public sealed class RowIdentityTests
{
    private const string Header = "日付,商品,地域,内容\n";
    private const string Mapping = """{"text":"内容","occurredAt":"日付","product":"商品","attributes":["地域"]}""";

    [Fact]
    public void Identical_rows_stay_apart_and_the_same_file_brings_the_same_identifiers()
    {
        const string Text = Header + "2025-06-01,ポット,東京,良い\n2025-06-01,ポット,東京,良い\n2025-06-01,ポット,大阪,良い\n";
        var ids = Imports.Read(Text, Mapping).Ids();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids, Imports.Read(Text, Mapping).Ids());
    }

    [Fact]
    public void A_longer_export_in_another_order_adds_only_what_is_new()
    {
        string[] lines = [.. Enumerable.Range(0, 50).Select(i => $"2025-06-0{1 + (i % 9)},ポット,東京,感想{i % 20}")];
        var before = Imports.Read(Header + string.Join('\n', lines), Mapping).Ids();
        var after = Imports.Read(Header + string.Join('\n', lines.Reverse().Prepend("2025-06-10,ケトル,東京,新しい").Append(lines[0])), Mapping).Ids();
        Assert.Equal(52, after.Distinct().Count());
        Assert.Equal(2, after.Except(before).Count());
        Assert.Empty(before.Except(after));
    }

    [Fact]
    public void How_the_data_is_written_does_not_matter()
    {
        var csv = Imports.Read(Header + "2025-06-01,ポット,東京,\"一行目\r\n二行目\"\r\n", Mapping).Ids();
        var tsv = Imports.Read("内容\t地域\t商品\t日付\tメモ\n\"一行目\n二行目 \"\t東京\tポット\t2025年6月1日\t無関係\n", Mapping).Ids();
        Assert.Equal(csv, tsv);
    }

    [Fact]
    public void Without_a_time_the_moment_of_the_import_does_not_count()
    {
        var ids = Imports.Read("内容\n良い\n", """{"text":"内容"}""").Ids();
        Assert.StartsWith("row-", Assert.Single(ids), StringComparison.Ordinal);
    }

    [Fact]
    public void An_identifier_used_twice_for_different_things_is_reported_and_a_repeated_row_is_not()
    {
        var rows = Imports.Read("番号,内容\n1,良い\n1,悪い\n2,普通\n2,普通\n,番号なし\n", """{"text":"内容","externalId":"番号"}""");
        Assert.Equal(["1", "2", "2"], rows.OfType<AcceptedRow>().Select(row => row.Feedback.ExternalId));
        Assert.Collection(
            rows.OfType<RejectedRow>(),
            row =>
            {
                Assert.Equal((3L, "番号"), (row.Line, row.Field));
                Assert.Contains("line 2", row.Message.En, StringComparison.Ordinal);
            },
            row => Assert.Equal((6L, "番号"), (row.Line, row.Field)));
    }

    [Fact]
    public void Each_text_column_becomes_feedback_of_its_own()
    {
        const string Text = "番号,良かった点,悪かった点\n1,早い,高い\n2,,なし\n3,,\n4,同じ,同じ\n";
        var byId = Imports.Read(Text, """{"text":["良かった点","悪かった点"],"externalId":"番号"}""");
        Assert.Equal(["1#良かった点", "1#悪かった点", "2#悪かった点", "4#良かった点", "4#悪かった点"], byId.OfType<AcceptedRow>().Select(row => row.Feedback.ExternalId));
        Assert.Equal(4, Assert.Single(byId.OfType<RejectedRow>()).Line);
        var byContent = Imports.Read(Text, """{"text":["良かった点","悪かった点"]}""");
        Assert.Equal(5, byContent.OfType<AcceptedRow>().Select(row => row.Feedback.ExternalId).Distinct().Count());
    }
}
