using System.Net;
using System.Text.Json.Nodes;
using Voc.Api.Tests.Infrastructure;

namespace Voc.Api.Tests.Mining;

public sealed class MiningProblemTests(MiningArchive archive) : IClassFixture<MiningArchive>
{
    [Theory]
    [InlineData("keywords", "q=(配送", "q")]
    [InlineData("keywords", "from=yesterday", "from")]
    [InlineData("keywords", "channel=fax", "channel")]
    [InlineData("keywords", "pos=particle", "pos")]
    [InlineData("keywords", "stop=all", "stop")]
    [InlineData("keywords", "sort=best", "sort")]
    [InlineData("keywords", "limit=1001", "limit")]
    [InlineData("keywords", "minimum=0", "minimum")]
    [InlineData("keywords", "format=pdf", "format")]
    [InlineData("opinions", "polarity=angry", "polarity")]
    [InlineData("opinions", "format=csv&table=rows", "table")]
    [InlineData("characteristic", "against=(配送", "against")]
    [InlineData("characteristic", "by=weather", "by")]
    [InlineData("characteristic", "by=segment&against=配送", "against")]
    [InlineData("characteristic", "sign=minus", "sign")]
    [InlineData("characteristic", "by=segment&values=21", "values")]
    [InlineData("network", "nodes=151", "nodes")]
    [InlineData("network", "edges=0", "edges")]
    [InlineData("network", "threshold=1.5", "threshold")]
    [InlineData("network", "choose=random", "choose")]
    [InlineData("heatmap", "rows=weather", "rows")]
    [InlineData("heatmap", "rows=attribute:", "rows")]
    [InlineData("heatmap", "rows=topic&columns=topic", "columns")]
    [InlineData("heatmap", "rowLimit=0", "rowLimit")]
    [InlineData("correspondence", "rows=weather", "rows")]
    [InlineData("correspondence", "columns=words", "columns")]
    [InlineData("correspondence", "dimensions=11", "dimensions")]
    [InlineData("timeline", "interval=year", "interval")]
    [InlineData("timeline", "terms=(配送", "terms")]
    [InlineData("timeline", "terms=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", "terms")]
    [InlineData("timeline", "from=1970-01-01&interval=day", "interval")]
    [InlineData("timeline", "top=0", "top")]
    [InlineData("kwic", "", "word")]
    [InlineData("kwic", "word=channel:review", "word")]
    [InlineData("kwic", "word=\"配送", "word")]
    [InlineData("kwic", "word=の", "word")]
    [InlineData("kwic", "word=配送&context=201", "context")]
    [InlineData("kwic", "word=配送&sort=random", "sort")]
    [InlineData("kwic", "word=配送&limit=201", "limit")]
    [InlineData("kwic", "word=配送&offset=-1", "offset")]
    public async Task A_parameter_that_does_not_hold_what_it_should_is_named_in_both_languages(string view, string parameters, string field)
    {
        var messages = new List<string>();
        foreach (var language in new[] { "ja", "en" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, MiningArchive.Address("mining/" + view, parameters)) { Headers = { { "Accept-Language", language } } };
            messages.Add(await (await archive.Client.SendAsync(request)).ProblemAsync(HttpStatusCode.BadRequest, field));
        }

        Assert.Contains(messages[0], c => c is >= 'ぁ' and <= 'ん');
        Assert.DoesNotContain(messages[1], c => c is >= 'ぁ' and <= 'ん');
    }

    [Theory]
    [InlineData("keywords")]
    [InlineData("opinions")]
    [InlineData("characteristic")]
    [InlineData("network")]
    [InlineData("heatmap")]
    [InlineData("correspondence")]
    [InlineData("timeline")]
    [InlineData("kwic")]
    public async Task Nobody_sees_a_view_without_signing_in(string view)
    {
        using var anonymous = archive.Server.Anonymous();
        using var ingest = await archive.Server.WithKeyAsync("ingest");

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(MiningArchive.Address("mining/" + view, ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ingest.GetAsync(MiningArchive.Address("mining/" + view, ""))).StatusCode);
    }

    [Fact]
    public async Task Notes_are_in_the_readers_language()
    {
        Assert.Contains("比較する相手", await InJapaneseAsync("characteristic", ""), StringComparison.Ordinal);
        Assert.Contains("no texts to compare", (await archive.GetAsync("characteristic"))["notes"]![0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("「顧客区分」の値がない", await InJapaneseAsync("correspondence", "rows=product&columns=segment"), StringComparison.Ordinal);
    }

    private async Task<string> InJapaneseAsync(string view, string search)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, MiningArchive.Address("mining/" + view, search)) { Headers = { { "Accept-Language", "ja" } } };
        var answer = JsonNode.Parse(await (await archive.Client.SendAsync(request)).Content.ReadAsStringAsync())!;
        return string.Join('\n', answer["notes"]!.AsArray().Select(note => note!["text"]!.GetValue<string>()));
    }
}
