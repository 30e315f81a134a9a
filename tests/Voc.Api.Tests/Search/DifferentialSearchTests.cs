using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Search;
using Voc.Api.Tests.Search.Differential;

namespace Voc.Api.Tests.Search;

/// <summary>Compares what the service answers over HTTP with looking at every text.</summary>
public sealed class DifferentialSearchTests(GeneratedArchive archive) : IClassFixture<GeneratedArchive>
{
    [Fact]
    public void Any_request_is_answered_with_exactly_what_looking_at_every_text_finds_in_order_and_counted() =>
        Prop.ForAll(AnyQuery.Requests(archive.Plain).ToArbitrary(), request => Same(request)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Every_part_of_the_query_language_finds_something_of_what_is_generated()
    {
        var queries = AnyQuery.Of(archive.Plain, depth: 0).Sample(1000, new Rnd(7, 1), 30).Distinct().ToList();

        var found = queries.Where(q => archive.Plain.Find(new SearchRequest { Query = q }) is { Count: > 0 } texts && texts.Count < archive.Plain.Texts.Count).ToList();

        Assert.True(found.Count > queries.Count / 2, $"Only {found.Count} of {queries.Count} queries tell texts apart.");
        Assert.All((string[])["\"~", "'", "*", "^", "date:", "score:", "nps:", "opinion:", "pair:", "attribute:", "segment:", "product:", "customer:", "id:", "issue:", "term:", "topic:", "-"],
            sign => Assert.Contains(found, q => q.Contains(sign, StringComparison.Ordinal)));
    }

    [Fact]
    public void Pages_put_together_are_the_whole_result_in_either_order()
    {
        var search = archive.Served.Server.Get<ArchiveSearch>();
        foreach (var sort in Enum.GetValues<TextOrder>())
        {
            var request = new SearchRequest { Query = "アプリ OR 配送 OR 画面", Sort = sort, Limit = 500 };
            var whole = search.Search(request).Hits.Select(h => h.Id).ToList();
            var pages = Enumerable.Range(0, (whole.Count / 7) + 1).SelectMany(p => search.Search(request with { Limit = 7, Offset = 7 * p }).Hits.Select(h => h.Id));

            Assert.Equal(whole, pages);
            Assert.True(whole.Count > 50);
        }
        Assert.Equal(archive.Plain.Texts.Select(t => t.Id).OrderDescending(), search.Search(new SearchRequest { Limit = 500 }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void The_nesting_the_parser_allows_is_within_what_the_index_takes()
    {
        var search = archive.Served.Server.Get<ArchiveSearch>();
        var deep = string.Concat(Enumerable.Repeat("アプリ OR -(配送 画面 -", 4)) + "電源" + new string(')', 4);

        search.Search(new SearchRequest { Query = deep });
        search.Search(new SearchRequest { Query = string.Concat(Enumerable.Repeat("(ア OR イ (", 5)) + "電源" + new string(')', 10) });
        search.Search(new SearchRequest { Query = string.Join(" OR ", Enumerable.Range(0, 100).Select(i => $"関西国際空港{i}")) });
        search.Search(new SearchRequest { Query = string.Concat(Enumerable.Repeat("NOT ", 10)) + "電源" });
    }

    [Fact]
    public void Any_string_is_answered_or_refused_with_its_place()
    {
        const string Pieces = "アプリ配送 　\"”「」（）()*＊+-－:：~^=␣'{}[],.\\AND OR NOT NEAR channel:review\ud83d\ude00\ud83d\0\n";
        var (random, search) = (new Random(20260403), archive.Served.Server.Get<ArchiveSearch>());
        for (var i = 0; i < 3000; i++)
        {
            var query = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            try
            {
                search.Search(new SearchRequest { Query = query, Limit = 3 });
            }
            catch (QueryException wrong)
            {
                Assert.InRange(wrong.Position, 0, query.Length);
            }
        }
    }

    private void Same(SearchRequest request)
    {
        var difference = archive.Served.DifferenceAsync(archive.Plain, request).GetAwaiter().GetResult();
        Assert.True(difference is null, difference);
    }
}
