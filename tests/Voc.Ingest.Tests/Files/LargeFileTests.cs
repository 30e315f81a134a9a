using System.Text;

namespace Voc.Ingest.Tests.Files;

[Collection(Alone.Name)]
public sealed class LargeFileTests
{
    [Fact]
    public void Memory_does_not_grow_with_the_file()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"2025-06-01,K-{i},ポット,,東京,{i}回目の感想です。とても使いやすいです。\n"));
        var file = Encoding.UTF8.GetBytes("受付日,会員番号,商品,推奨度,地域,内容\n" + rows);
        // The memory is the whole process's: what another test leaves behind may disturb one reading, but not each of them.
        var growths = Enumerable.Range(0, 5).Select(_ => Growth(file)).TakeWhile(growth => growth >= 40_000_000).ToList();

        Assert.True(growths.Count < 5, $"{string.Join(", ", growths.Select(g => $"{g:N0}"))} bytes more");
    }

    /// <summary>By how many bytes memory grew at most while a file of 200,000 rows was read.</summary>
    private static long Growth(byte[] file)
    {
        using var reading = Imports.Open(file, """{"text":"内容","occurredAt":"受付日","product":"商品","customer":"会員番号","attributes":["地域"]}""");
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
        return most;
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
