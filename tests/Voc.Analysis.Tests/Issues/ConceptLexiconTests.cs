using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Issues;

namespace Voc.Analysis.Tests.Issues;

public sealed class ConceptLexiconTests
{
    private static readonly Lazy<ConceptLexicon> Shipped = new(ConceptLexicon.Load);

    public static IEnumerable<object[]> Cases => SpecTable.Rows("Issues/Specs/concepts.md");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Texts_touch_the_concepts_they_speak_of(string text, string concepts) =>
        Assert.Equal(concepts.Split(' ', StringSplitOptions.RemoveEmptyEntries), Shipped.Value.Of(text));

    [Fact]
    public void Matching_finds_what_looking_at_every_place_finds() =>
        Prop.ForAll(Lexicons().Zip(Texts(0, 40)).ToArbitrary(), pair =>
        {
            var (words, text) = pair;
            var lexicon = new ConceptLexicon(words.Select(w => new Concept(w, new LocalizedText(w, w), [w])), []);
            Assert.Equal(ByLookingEverywhere(words, text), lexicon.Of(text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void The_answer_does_not_depend_on_width_and_case()
    {
        Assert.Equal(Shipped.Value.Of("エアバッグとABSの警告灯"), Shipped.Value.Of("ｴｱﾊﾞｯｸﾞとａｂｓの警告灯"));
        Assert.Equal(Shipped.Value.Of("バッテリー"), Shipped.Value.Of("ハ\u3099ッテリー"));
    }

    [Fact]
    public void A_harmless_word_keeps_what_is_inside_it_silent()
    {
        var lexicon = new ConceptLexicon([new Concept("window", new LocalizedText("窓", "Window"), ["窓"])], ["窓口"]);

        Assert.Empty(lexicon.Of("窓口で待った"));
        Assert.Equal(["window"], lexicon.Of("窓口の窓"));
    }

    [Fact]
    public void A_word_may_stand_for_several_concepts()
    {
        var name = new LocalizedText("電池", "Battery");
        var lexicon = new ConceptLexicon([new Concept("phone.battery", name, ["電池"]), new Concept("car.battery", name, ["電池"])], []);

        Assert.Equal(["car.battery", "phone.battery"], lexicon.Of("電池と電池"));
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\uDE97ミラー\uD83D")]
    [InlineData("ミラー\0")]
    [InlineData("")]
    public void Halves_of_characters_are_harmless(string text) =>
        Assert.Equal(text.Contains("ミラー", StringComparison.Ordinal) ? ["vehicles.mirror"] : [], Shipped.Value.Of(text));

    [Fact]
    public void A_megabyte_is_read_to_its_end()
    {
        var text = new StringBuilder().Insert(0, "エンジンエンジンブレーキブレーキパッ", 60_000).Append("。ミラー").ToString();

        Assert.Contains("vehicles.mirror", Shipped.Value.Of(text));
    }

    [Fact]
    public void A_text_in_plain_form_costs_no_memory_but_the_answer()
    {
        var text = string.Concat(Enumerable.Repeat("今日は良い日です。", 2000));
        Shipped.Value.Of(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            Shipped.Value.Of(text);
            Shipped.Value.Mentions(text);
        }

        // One copy of the text would be more; the runtime counts what it sets aside for a thread in pieces of 8 KB.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * text.Length - 1);
    }

    [Fact]
    public void Threads_do_not_disturb_each_other() =>
        Parallel.For(0, 2000, i => Assert.Equal(i % 2 == 0 ? ["vehicles.mirror"] : ["vehicles.horn"], Shipped.Value.Of(i % 2 == 0 ? "ミラー" : "ホーン")));

    [Theory]
    [InlineData("a\t-\tあ\tA\tあい", "x.tsv:1")]
    [InlineData("#voc-concepts 1\na\tあ\tA\tあい", "x.tsv:1")]
    [InlineData("#voc-concepts 3\na\t-\tあ\tA\tあい", "x.tsv:1")]
    [InlineData("#voc-concepts 2\na\tあ\tA\tあい", "x.tsv:2")]
    [InlineData("#voc-concepts 2\na\t-\tあ\tA\t ", "x.tsv:2")]
    [InlineData("#voc-concepts 2\n# note\na\t-\tあ\tA\tあい\na\t-\tい\tB\tうえ", "x.tsv:4")]
    [InlineData("#voc-concepts 2\nt.a\tbrakes\tあ\tA\tあい", "x.tsv:2")]
    [InlineData("#voc-concepts 2\nt.a\tt.\tあ\tA\tあい", "x.tsv:2")]
    [InlineData("#voc-concepts 2\nt.a\tt.g b\tあ\tA\tあい", "x.tsv:2")]
    [InlineData("#voc-concepts 2\nt.a\tt.b\tあ\tA\tあい\nt.b\t-\tい\tB\tうえ", "x.tsv:2")]
    [InlineData("#voc-concepts 2\nt.a\tt.a\tあ\tA\tあい", "x.tsv:2")]
    [InlineData("#voc-concepts 2\n-\tt.g\tあ\tA\tあい", "x.tsv:2")]
    public void A_malformed_file_is_refused_with_the_line(string content, string place) =>
        Assert.Equal(place, Assert.Throws<DataFileException>(() => ConceptFile.Read([("x.tsv", content)])).Place);

    [Fact]
    public void A_group_may_not_take_the_id_of_a_concept_in_another_file()
    {
        const string First = "#voc-concepts 2\nt.a\tu.b\tあ\tA\tあい", Second = "#voc-concepts 2\nu.b\t-\tい\tB\tうえ";

        Assert.Equal("x.tsv:2", Assert.Throws<DataFileException>(() => ConceptFile.Read([("x.tsv", First), ("y.tsv", Second)])).Place);
    }

    [Fact]
    public void A_file_gives_each_concept_its_group_or_none()
    {
        var lexicon = ConceptFile.Read([("x.tsv", "#voc-concepts 2\nt.b\t-\tい\tB\tうえ\nt.a\tt.g-one\tあ\tA\tあい かき\n-\t-\t害のない語\tHarmless\tうえき")]);

        Assert.Equal([("t.a", "t.g-one"), ("t.b", null)], lexicon.Concepts.Select(c => (c.Id, c.Group)));
        Assert.Equal(new LocalizedText("あ", "A"), lexicon.Concepts[0].Name);
        Assert.Equal(["あい", "かき"], lexicon.Concepts[0].Words);
    }

    [Fact]
    public void Mentions_tell_where_each_concept_is_touched_in_the_order_of_the_text() =>
        Assert.Equal(
            [("vehicles.brake", "vehicles.g-brakes", 4), ("vehicles.abs", "vehicles.g-brakes", 8), ("symptom.noise", null, 12), ("vehicles.brake", "vehicles.g-brakes", 19)],
            Shipped.Value.Mentions("ブレーキとABSから異音、またブレーキ").Select(m => (m.Concept.Id, m.Concept.Group, m.End)));

    [Fact]
    public void Reports_of_one_system_in_different_words_share_its_group() =>
        Assert.Equal(
            Shipped.Value.Mentions("サイドブレーキが戻らない").Select(m => m.Concept.Group).OfType<string>(),
            Shipped.Value.Mentions("制動力が足りない").Select(m => m.Concept.Group).OfType<string>());

    private static SortedSet<string> ByLookingEverywhere(string[] words, string text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var longest = words.Where(w => string.CompareOrdinal(text, at, w, 0, w.Length) == 0 && MayStand(text, at, w)).MaxBy(w => w.Length);
            if (longest is not null)
            {
                found.Add(longest);
            }
            at += longest?.Length ?? 1;
        }
        return found;
    }

    private static bool MayStand(string text, int start, string word)
    {
        var (left, right) = (text[..start], text[(start + word.Length)..]);
        var before = RunAtEnd(left, Kana) > 0 && Kana(word[0]);
        var after = right.Length > 0 && Kana(right[0]) && Kana(word[^1]);
        var cutsLatin = (left.Length > 0 && Latin(left[^1]) && Latin(word[0])) || (right.Length > 0 && Latin(right[0]) && Latin(word[^1]));
        return !cutsLatin && (!before || word.TakeWhile(Kana).Count() >= 3) && (!after || RunAtEnd(word, Kana) >= 4)
            && !(before && after && word.All(Kana));
    }

    private static int RunAtEnd(string text, Func<char, bool> kind) => text.Reverse().TakeWhile(kind).Count();

    private static bool Kana(char c) => c is >= 'ァ' and <= 'ー';

    private static bool Latin(char c) => c is >= 'a' and <= 'z';

    private static Gen<string> Texts(int shortest, int longest) =>
        from length in Gen.Choose(shortest, longest)
        from characters in Gen.Elements('ア', 'ア', 'ア', 'ラ', 'ー', '車', 'い', 'a', 'b', ' ').ArrayOf(length)
        select new string(characters);

    private static Gen<string[]> Lexicons() =>
        from count in Gen.Choose(1, 12)
        from words in Texts(1, 6).ArrayOf(count)
        select words.Distinct().ToArray();
}
