using Voc.Analysis.Search;
using Voc.Benchmarks.Search.Postgres;

namespace Voc.Benchmarks.Tests.Search;

public sealed class TsVectorTests
{
    [Fact]
    public void Terms_are_written_with_their_places_and_quotes_doubled() =>
        Assert.Equal(@"'電源':1,3 'o''k\\':2 ", TsVector.Of(["電源", @"o'k\", "電源"]));

    [Fact]
    public void A_phrase_a_prefix_and_what_must_not_occur_are_asked_as_such()
    {
        var phrase = new TermsMatch(["電源", "入る"], Prefix: false);
        var prefix = new TermsMatch(["電"], Prefix: true);

        Assert.Equal("('電源' <-> '入る')", TsVector.Query(phrase));
        Assert.Equal("(('電源' <-> '入る') & (('電':*) | !('電源' <-> '入る')))", TsVector.Query(new AllMatch([phrase, new AnyMatch([prefix, new NoneMatch(phrase)])])));
    }

    [Fact]
    public void What_text_search_cannot_ask_is_left_out() =>
        Assert.Null(TsVector.Query(new AnyMatch([new TermsMatch(["電源"], false), new ExactMatch("源")])));
}
