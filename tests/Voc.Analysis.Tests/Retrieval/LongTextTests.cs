using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class LongTextTests
{
    [Fact]
    public void Texts_of_many_words_and_words_that_stand_there_often_are_ranked_by_the_same_formula()
    {
        var model = new ArchiveModel();
        var snapshot = model.Load([Text(1, 300), Text(2, 254), Text(3, 255), Text(4, 1000), Text(5, 8), Text(6, 7), Text(7, 1)]);
        foreach (var match in (Match[])[new TermsMatch(["a"], false), new TermsMatch(["a"], true), new TermsMatch(["b", "a"], false), new TermsMatch(["a", "b"], true)])
        {
            Agreement.On(match, snapshot, model.Texts);
        }
    }

    private static IndexEntry Text(long id, int times) => Some.Entry(id, string.Join(' ', Enumerable.Repeat("a", times).Append("b").Append("a").Append("ab")));
}
