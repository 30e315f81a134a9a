using System.Text;

namespace Voc.Ingest.Tests.Files;

/// <summary>Tests that fill memory or measure it run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}

[Collection(Alone.Name)]
public sealed class LargeFileTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"2025-06-01,K-{i},ポット,,東京,{i}回目の感想です。とても使いやすいです。\n"));
        using var reading = Imports.Open(Encoding.UTF8.GetBytes("受付日,会員番号,商品,推奨度,地域,内容\n" + rows), """{"text":"内容","occurredAt":"受付日","product":"商品","customer":"会員番号","attributes":["地域"]}""");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0, count = 0;
        foreach (var row in reading.Rows())
        {
            Assert.IsType<AcceptedRow>(row);
            if (++count % 50_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(200_000, count);
        Assert.True(most < 40_000_000, $"{most:N0} bytes more");
    }

    [Fact]
    public void A_quotation_mark_open_over_a_large_file_does_not_fill_the_memory()
    {
        var text = "内容\n良い\n\"" + string.Concat(Enumerable.Repeat("閉じない\n", 1_300_000));
        Assert.Contains("line 3 ", Imports.Refused(text, """{"text":"内容"}""").En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused() =>
        Assert.Contains("unpacks to too much", Imports.Refused(Workbook.Bomb(), null, "回答.xlsx").En, StringComparison.Ordinal);
}
