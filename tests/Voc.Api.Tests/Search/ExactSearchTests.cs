using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Api.Pipeline;
using Voc.Api.Search;
using Voc.Api.Tests.Infrastructure;
using Voc.Api.Tests.Search.Differential;

namespace Voc.Api.Tests.Search;

/// <summary>An exact string finds every text that contains it after normalisation, and no other, wherever words begin and end.</summary>
public sealed class ExactSearchTests(ExactSearchTests.Archive archive) : IClassFixture<ExactSearchTests.Archive>
{
    // They would end the string.
    private const string Quotes = "'’‘＇";

    [Fact]
    public void Any_stretch_of_a_text_finds_the_texts_that_contain_it() =>
        Prop.ForAll(Stretches(1, 14).ToArbitrary(), Finds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Characters_one_by_one_do_too() =>
        Prop.ForAll(Stretches(1, 2).ToArbitrary(), Finds).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void What_nearly_stands_in_a_text_finds_nothing_but_what_contains_it() =>
        Prop.ForAll(Stretches(1, 8).Zip(Stretches(1, 3), (a, b) => a + b).ToArbitrary(), Finds).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Theory]
    [InlineData("平成", "㍻")]
    [InlineData("㍻", "㍻")]
    [InlineData("バッテリー", "ﾊﾞｯﾃﾘｰ")]
    [InlineData("ﾊﾞｯ", "ﾊﾞｯ")]
    [InlineData("ハ", null)]
    [InlineData("が面", "か\u3099面")]
    [InlineData("か", null)]
    [InlineData("(株)", "㈱")]
    [InlineData("1", "①")]
    [InlineData("fi", "ﬁ")]
    [InlineData("ABC", "ＡＢＣ")]
    [InlineData("abc", null)]
    [InlineData("😀", "😀")]
    [InlineData("\uD83D", null)]
    [InlineData("𠮷", "𠮷")]
    [InlineData("é", "e\u0301")]
    [InlineData("一行目\n二行目", "一行目\n二行目")]
    [InlineData("空　白", "空　白")]
    [InlineData("空 白", "空　白")]
    [InlineData("キロ", "㌔")]
    public void Width_and_composition_make_no_difference_and_case_does(string wanted, string? written)
    {
        var found = Search(wanted);

        Assert.Equal(archive.Plain.Where(t => t.Text.Contains(Normal(wanted), StringComparison.Ordinal)).Select(t => t.Id).Order(), found.Order());
        Assert.True(written is null || found.Any(id => archive.Written[id].Contains(written, StringComparison.Ordinal)), $"{found.Count} texts have {wanted}.");
    }

    private Gen<string> Stretches(int least, int most) =>
        from text in Gen.Elements(archive.Written.Values.AsEnumerable())
        from start in Gen.Choose(0, text.Length - 1)
        from length in Gen.Choose(least, most)
        from normal in Gen.Elements(true, false)
        let given = normal ? Normal(text) : text
        let stretch = string.Concat(given.Skip(start).Take(length).Where(c => !Quotes.Contains(c, StringComparison.Ordinal)))
        select string.IsNullOrWhiteSpace(stretch) ? "。" : stretch;

    private void Finds(string wanted)
    {
        var expected = archive.Plain.Where(t => t.Text.Contains(Normal(wanted), StringComparison.Ordinal)).Select(t => t.Id).Order();
        var found = Search(wanted).Order();
        Assert.True(expected.SequenceEqual(found), $"'{wanted}' finds {string.Join(',', found)} instead of {string.Join(',', expected)}");
    }

    /// <summary>All that is found over HTTP, with a count that is right.</summary>
    private IReadOnlyList<long> Search(string wanted)
    {
        // As it travels in an address: half a surrogate pair does not.
        var answer = HttpSearch.AskAsync(archive.Client, new SearchRequest { Query = $"'{Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(wanted))}'", Sort = TextOrder.Newest }).GetAwaiter().GetResult();
        Assert.NotNull(answer);
        Assert.Equal(answer.Ids.Count, answer.Total);
        return answer.Ids;
    }

    private static string Normal(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormKC);

    /// <summary>The texts of the demo, and some of what people type besides.</summary>
    public sealed class Archive : IAsyncLifetime
    {
        private static readonly string[] Odd =
        [
            "㍻31年に買った㈱ホシの①番", "ﾊﾞｯﾃﾘｰが切れる", "か\u3099面が暗い", "画面が暗い", "ﬁneとfine", "ＡＢＣとabcとABC", "😀が出ない😀", "👨‍👩‍👧で使う", "𠮷野家と吉野家", "cafe\u0301とcafé", "一行目\n二行目", "一行目 二行目", "空　白と空 白", "5㌔の荷物",
            "キロ単位", "1", "ー", "。。。", "\uFFFDが混ざる",
        ];

        internal VocServer Server { get; private set; } = null!;

        internal HttpClient Client { get; private set; } = null!;

        /// <summary>The texts as they were given.</summary>
        internal Dictionary<long, string> Written { get; } = [];

        /// <summary>The texts as exact strings are looked for in them.</summary>
        internal IReadOnlyList<(long Id, string Text)> Plain { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Server = await VocServer.StartAsync();
            await Server.SourceAsync("shop");
            string[] texts = [.. Odd, .. DemoTexts()];
            var receipts = await Server.Get<Inbox>().AcceptAsync([.. texts.Select((t, i) => Some.Feedback($"{i}", t) with { OccurredAt = Some.Time.AddMinutes(i) })]);
            await Server.DrainAsync();
            foreach (var (receipt, text) in receipts.Zip(texts))
            {
                Written.Add(receipt.Id, text);
            }
            Plain = [.. Written.Select(t => (t.Key, Normal(t.Value)))];
            Client = await Server.WithKeyAsync("read");
        }

        public async Task DisposeAsync()
        {
            Client.Dispose();
            await Server.DisposeAsync();
        }

        private static IEnumerable<string> DemoTexts() => ((string[])["calls", "reviews", "social"])
            .SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, "data", "demo", file + ".jsonl")).Take(150))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!);
    }
}
