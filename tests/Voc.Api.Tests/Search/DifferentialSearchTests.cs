using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;
using Voc.Api.Reading;
using Voc.Api.Search;
using Voc.Api.Storage;

namespace Voc.Api.Tests.Search;

/// <summary>Compares the index with a plain walk over all texts.</summary>
public sealed class DifferentialSearchTests(GeneratedArchive archive) : IClassFixture<GeneratedArchive>
{
    private static readonly Facet[] AllFacets = Enum.GetValues<Facet>();
    private static readonly SearchFacet[] AllSearchFacets = [.. AllFacets.Select(f => new SearchFacet(f))];

    private static readonly Gen<string> Leaf = Gen.Elements(
        "アプリ", "落ちる", "ログイン", "ログインできない", "配送", "遅い", "画面", "電源", "返金", "ZQ-1X299", "1x299", "zq*", "2.0.1", "関西国際空港", "空港", "国際", "空*", "ア*", "通知", "引用", "not", "存在しない語",
        "\"アプリが落ちる\"", "\"配送が遅い\"", "\"落ちる アプリ\"", "\"アプリ 配送\"*", "\"関西国際\"", "\"NOT AND OR\"",
        "channel:review", "channel:(social OR call-note)", "sentiment:negative", "感情:肯定", "product:ZQ-1", "product:\"zq-1 ミニ\"", "product:ＺＱ*", "product:\"it's \"", "source:shop", "source:\"電話 窓口\"", "topic:app", "topic:delivery.delay", "intent:complaint", "intent:churn-risk");

    private static readonly Arbitrary<string> Queries = Query(4).ToArbitrary();

    [Fact]
    public void Any_query_finds_exactly_what_a_plain_walk_over_all_texts_finds() =>
        Prop.ForAll(Queries, query => Same(new SearchRequest { Query = query, Facets = AllSearchFacets, Limit = 500 }))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void Any_filters_and_days_find_exactly_what_a_plain_walk_finds()
    {
        var days = Gen.Choose(-2, 125).Select(d => (DateOnly?)new DateOnly(2026, 4, 1).AddDays(d));
        var requests =
            from query in Gen.OneOf(Query(2), Gen.Constant(""))
            from starts in Gen.OneOf(days, Gen.Constant<DateOnly?>(null))
            from ends in Gen.OneOf(days, Gen.Constant<DateOnly?>(null))
            from channels in Gen.SubListOf("review", "social", "survey")
            from products in Gen.SubListOf("zq-1", "zq-1 ミニ")
            from topics in Gen.SubListOf("app")
            select new SearchRequest
            {
                Query = query,
                From = starts,
                To = ends,
                Filters = [(QueryField.Channel, [.. channels]), (QueryField.Product, [.. products]), (QueryField.Topic, [.. topics])],
                Facets = AllSearchFacets,
                Limit = 500,
                Sort = TextOrder.Newest,
            };

        Prop.ForAll(requests.ToArbitrary(), Same).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Pages_put_together_are_the_whole_result_in_either_order()
    {
        var search = archive.Server.Get<ArchiveSearch>();
        foreach (var sort in Enum.GetValues<TextOrder>())
        {
            var request = new SearchRequest { Query = "アプリ OR 配送 OR 画面", Sort = sort, Limit = 500 };
            var whole = search.Search(request).Hits.Select(h => h.Id).ToList();
            var pages = Enumerable.Range(0, (whole.Count / 7) + 1).SelectMany(p => search.Search(request with { Limit = 7, Offset = 7 * p }).Hits.Select(h => h.Id));

            Assert.Equal(whole, pages);
            Assert.True(whole.Count > 50);
        }
        Assert.Equal(archive.Texts.Keys.OrderDescending(), search.Search(new SearchRequest { Limit = 500 }).Hits.Select(h => h.Id));
    }

    [Fact]
    public void The_nesting_the_parser_allows_is_within_what_the_index_takes()
    {
        var search = archive.Server.Get<ArchiveSearch>();
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
        var (random, search) = (new Random(20260403), archive.Server.Get<ArchiveSearch>());
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

    private static Gen<string> Query(int depth) => depth == 0
        ? Leaf
        : Gen.Frequency(
            (3, Leaf),
            (2, Pair(depth, " ")),
            (2, Pair(depth, " OR ")),
            (1, Pair(depth, " NOT ")),
            (1, Query(depth - 1).Select(q => $"-({q})")));

    private static Gen<string> Pair(int depth, string between) =>
        from left in Query(depth - 1)
        from right in Query(depth - 1)
        select $"({left}){between}({right})";

    private bool Same(SearchRequest request)
    {
        var found = archive.Server.Get<ArchiveSearch>().Search(request);
        var expected = Walk(request).Order().ToList();
        Assert.Equal(expected, found.Hits.Select(h => h.Id).Order());
        Assert.Equal(expected.Count, found.Total);
        Assert.All(found.Hits, h => Assert.All(h.Highlights, span => Assert.InRange(span.Start + span.Length, span.Start + 1, h.Text.Length)));
        if (request.Sort == TextOrder.Newest)
        {
            Assert.Equal(found.Hits.Select(h => h.Id).OrderDescending(), found.Hits.Select(h => h.Id));
        }
        foreach (var facet in AllFacets)
        {
            var counted = expected.SelectMany(id => ValuesOf(facet, id)).GroupBy(v => v).ToDictionary(g => g.Key, g => g.Count());
            Assert.Equal(counted, found.Facets[SearchFacet.NameOf(facet)].ToDictionary(v => v.Value, v => v.Count));
        }
        return true;
    }

    private IEnumerable<long> Walk(SearchRequest request)
    {
        using var session = archive.Server.Get<CurrentIndex>().Open();
        var reading = archive.Server.Get<CurrentReading>().Analyzer;
        var analyzer = new QueryAnalyzer(reading.Terms, reading.Taxonomy, null, archive.Server.Get<WordKnowledge>().Of(session.Index));
        var match = analyzer.Analyze(QueryParser.Parse(request.Query));
        foreach (var (id, one) in archive.Texts)
        {
            var day = CompanyDay.Of(one.Feedback.OccurredAt, archive.Server.Options.Zone);
            var inDays = (request.From is not { } from || day >= from) && (request.To is not { } to || day <= to);
            var filtered = request.Filters.All(f => f.Values.Count == 0 || f.Values.Any(v => Holds(analyzer.Field(f.Field, v), one)));
            if (inDays && filtered && Holds(match, one))
            {
                yield return id;
            }
        }
    }

    private static bool Holds(Match match, AnalyzedFeedback one) => match switch
    {
        TermsMatch word => Enumerable.Range(0, one.Text.Terms.Count).Any(at => word.IsAt(one.Text.Terms, at)),
        FieldMatch field => Values(field.Field, one).Any(v => field.Prefix ? v.StartsWith(field.Value, StringComparison.Ordinal) : v == field.Value),
        NoneMatch none => !Holds(none.Part, one),
        AllMatch all => all.Parts.All(p => Holds(p, one)),
        AnyMatch any => any.Parts.Any(p => Holds(p, one)),
        _ => match == Match.Everything,
    };

    private static IEnumerable<string> Values(QueryField field, AnalyzedFeedback one) => (field switch
    {
        QueryField.Channel => [one.Feedback.Channel.Name()],
        QueryField.Sentiment => [one.Text.Sentiment.Label.Name()],
        QueryField.Source => [one.Feedback.Source],
        QueryField.Product => one.Feedback.Product is { } product ? [product] : [],
        QueryField.Intent => one.Text.Intents.Select(i => i.Label),
        _ => one.Text.Topics.Select(t => t.Label),
    }).Select(v => QueryFields.TryValue(QueryField.Source, v, out var canonical) ? canonical : "");

    private IEnumerable<string> ValuesOf(Facet facet, long id)
    {
        var (feedback, text) = (archive.Texts[id].Feedback, archive.Texts[id].Text);
        var day = CompanyDay.Of(feedback.OccurredAt, archive.Server.Options.Zone);
        return facet switch
        {
            Facet.Channel => [feedback.Channel.Name()],
            Facet.Sentiment => [text.Sentiment.Label.Name()],
            Facet.Product => [feedback.Product ?? ""],
            Facet.Source => [feedback.Source],
            Facet.Segment => [feedback.Attributes.GetValueOrDefault("segment") ?? ""],
            Facet.Language => [text.Language],
            Facet.Intent => text.Intents.Select(i => i.Label).DefaultIfEmpty(""),
            Facet.Month => [day.ToString("yyyy-MM", CultureInfo.InvariantCulture)],
            Facet.Week => [day.AddDays(-(((int)day.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            Facet.Day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            _ => text.Topics.Select(t => t.Label).SelectMany(t => new[] { t, Parent(t) }).OfType<string>().Distinct().DefaultIfEmpty(""),
        };
    }

    private string? Parent(string topic) => archive.Server.Get<CurrentReading>().Analyzer.Taxonomy.Find(topic)?.Parent;
}
