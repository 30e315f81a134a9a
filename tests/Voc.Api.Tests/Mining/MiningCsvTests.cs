using System.Text;
using CsvHelper;

namespace Voc.Api.Tests.Mining;

public sealed class MiningCsvTests(MiningArchive archive) : IClassFixture<MiningArchive>
{
    [Theory]
    [InlineData("keywords", "", "rows")]
    [InlineData("opinions", "", "pairs")]
    [InlineData("opinions", "table=targets", "targets")]
    [InlineData("characteristic", "product=ホシ便", "groups/rows")]
    [InlineData("characteristic", "by=segment&minimum=1", "groups/rows")]
    [InlineData("network", "", "edges")]
    [InlineData("network", "table=nodes", "nodes")]
    [InlineData("heatmap", "rows=channel&columns=sentiment&table=counts", "rows")]
    [InlineData("heatmap", "rows=channel&columns=sentiment&table=residuals", "rows")]
    [InlineData("heatmap", "rows=channel&columns=sentiment", "counts/")]
    [InlineData("correspondence", "columns=channel&table=counts", "rows")]
    [InlineData("correspondence", "columns=channel&limit=10&dimensions=3", "rows columns")]
    [InlineData("timeline", "terms=配送,遅い&interval=month", "series/counts")]
    [InlineData("kwic", "word=配送", "lines")]
    public async Task Every_view_is_a_file_with_a_cover_line_headings_and_a_line_for_each_row(string view, string parameters, string rows)
    {
        var answer = await archive.GetAsync(view, parameters + (view == "kwic" ? "&limit=200" : ""));
        var expected = rows.Split(' ').Sum(list => list.Split('/') is [var outer, var inner]
            ? answer[outer]!.AsArray().Sum(o => (inner.Length == 0 ? o! : o![inner]!).AsArray().Count)
            : answer[list]!.AsArray().Count);

        var file = await FileAsync(view, parameters);

        Assert.True(expected > 1);
        Assert.StartsWith("# Table: ", file[0][0], StringComparison.Ordinal);
        Assert.Contains($"Texts: {answer["total"]}", file[0][0], StringComparison.Ordinal);
        Assert.Equal(expected, file.Count - 2);
        Assert.All(file.Skip(1), line => Assert.Equal(file[1].Length, line.Length));
    }

    [Fact]
    public async Task No_cell_is_a_formula_and_headings_are_in_the_readers_language()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, MiningArchive.Address("mining/kwic", "word='SUM'&context=1&format=csv")) { Headers = { { "Accept-Language", "ja" } } };
        using var answer = await archive.Client.SendAsync(request);
        var lines = Read(await answer.Content.ReadAsByteArrayAsync());

        Assert.Contains("検索式: *", lines[0][0], StringComparison.Ordinal);
        Assert.Equal("左文脈", lines[1][6]);
        Assert.All(lines.Skip(2), line => Assert.Equal("'=", line[6]));
        Assert.Matches(@"^attachment; filename=voc-kwic-\d{8}-\d{4}\.csv", answer.Content.Headers.ContentDisposition!.ToString());
    }

    [Theory]
    [InlineData("en", "ja", "件数")]
    [InlineData("ja", "en", "Texts")]
    [InlineData("en", "zz", "Texts")]
    public async Task A_link_says_its_language_itself_whatever_the_browser_prefers(string browser, string link, string heading)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, MiningArchive.Address("mining/keywords", $"format=csv&lang={link}")) { Headers = { { "Accept-Language", browser } } };
        using var answer = await archive.Client.SendAsync(request);

        Assert.Contains(heading, Read(await answer.Content.ReadAsByteArrayAsync())[1]);
    }

    private async Task<List<string[]>> FileAsync(string view, string parameters)
    {
        using var answer = await archive.Client.GetAsync(MiningArchive.Address("mining/" + view, parameters + "&format=csv"));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.DoesNotContain("\n", Encoding.UTF8.GetString(bytes).Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return Read(bytes);
    }

    private static List<string[]> Read(byte[] bytes)
    {
        using var reader = CsvReader.Create(new StreamReader(new MemoryStream(bytes)), new CsvReaderOptions { HasHeader = false });
        var lines = new List<string[]>();
        while (reader.Read())
        {
            lines.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i) ?? "")]);
        }
        return lines;
    }
}
