using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class ExactStringTests
{
    [Fact]
    public void A_string_is_found_in_exactly_the_texts_that_contain_it() =>
        Prop.ForAll(AnyText.Arbitrary.Generator.ListOf().Zip(Gen.Choose(0, int.MaxValue).ArrayOf(10)).ToArbitrary(), given =>
        {
            string[] texts = [.. given.Item1];
            var snapshot = Loaded(texts);
            Assert.All(given.Item2, seed => Agrees(snapshot, texts, Substring(texts, new Random(seed))));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_many_texts_too_where_blocks_are_ruled_out_beforehand()
    {
        var random = new Random(5);
        const string Characters = "電源入画面設定アプリがのはをに、。AaB1-😀";
        string[] texts = [.. Enumerable.Range(0, 3000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => Characters[random.Next(Characters.Length)])))];
        var snapshot = Loaded(texts);
        for (var i = 0; i < 200; i++)
        {
            var wanted = Substring(texts, random);
            Agrees(snapshot, texts, wanted);
            Agrees(snapshot, texts, wanted + Characters[random.Next(Characters.Length)]);
        }
    }

    [Fact]
    public void A_string_does_not_reach_from_one_text_into_the_next()
    {
        string[] texts = ["電", "源", "電源", "", "電", "", "源電", "源"];
        Agrees(Loaded(texts), texts, "電源");
        Agrees(Loaded(texts), texts, "源電源");
    }

    [Fact]
    public void Texts_too_long_for_one_chunk_are_searched_to_their_ends()
    {
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => new string('あ', 100_000 * (i % 7 == 0 ? 1 : 0)) + $"終わり{i}" + new string('い', i))];
        var snapshot = Loaded(texts);
        Agrees(snapshot, texts, "終わり19");
        Agrees(snapshot, texts, "あ終わり7");
        Agrees(snapshot, texts, "い終");
        Agrees(snapshot, texts, new string('い', 150));
    }

    [Theory]
    [InlineData("ﾊﾟｿｺﾝ", "パソコン")]
    [InlineData("ＺＱ－１", "ZQ-1")]
    [InlineData("①", "1")]
    [InlineData("\uD83D", "\uFFFD")]
    public void Width_does_not_matter_but_case_does(string text, string wanted)
    {
        Assert.Equal(1, Loaded([text]).Find(new ExactMatch(wanted)).Total);
        Assert.Equal(0, Loaded(["Abc"]).Find(new ExactMatch("abc")).Total);
    }

    private static IndexSnapshot Loaded(string[] texts) =>
        new ArchiveIndex().Load(texts.Select((text, i) => Some.Entry(i + 1, "", text)), 1);

    private static string Substring(string[] texts, Random random)
    {
        var text = texts.Length == 0 ? "" : ExactText.Normalize(texts[random.Next(texts.Length)]);
        var start = random.Next(text.Length + 1);
        return text.Substring(start, Math.Min(text.Length - start, random.Next(1, 13))) is { Length: > 0 } part ? part : "電";
    }

    private static void Agrees(IndexSnapshot snapshot, string[] texts, string wanted)
    {
        var expected = Enumerable.Range(0, texts.Length).Where(i => ExactText.Normalize(texts[i]).Contains(wanted, StringComparison.Ordinal)).Select(i => i + 1L).ToList();
        var match = new ExactMatch(wanted);
        Assert.Equal(expected, snapshot.Find(match).Ids(TextOrder.Oldest));
        Assert.Equal(expected.AsEnumerable().Reverse().Take(5), snapshot.Find(match).Top(TextOrder.Newest, 5).Select(t => t.Id));
        // Where only few texts are left to be asked, they are asked one by one.
        var few = new AllMatch([new IdsMatch([.. Enumerable.Range(1, texts.Length).Where(i => i % 20 == 3).Select(i => (long)i)]), match]);
        Assert.Equal(expected.Where(id => id % 20 == 3), snapshot.Find(few).Ids(TextOrder.Oldest));
    }
}
