using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

/// <summary>Texts of an archive and queries to it, from few values, so that queries match often and values meet.</summary>
internal static class AnyArchive
{
    private static readonly string[] Words = ["a", "a", "a", "ab", "abc", "b", "b", "c", "ログイン", "ログ", "電源", "電", "zq-1x299", "😀", "\uFFFD"];
    /// <summary>Words of several terms, as they are kept: compounds, and codes that are themselves the first of their terms.</summary>
    private static readonly string[] Compounds = ["ab\u001Fa\u001Fb", "abc\u001Fab\u001Fc", "ログイン\u001Fログ\u001Fイン", "電\u001F電源", "zq-1x299\u001Fzq-1x299\u001Fb\u001Fa", "aa\u001Fa\u001Fa"];

    private static readonly string[] Pieces = ["電源", "が", "入ら", "ない", "です", "ａ", "a", "aa", "ﾊﾟ", "パ", "\uD83D", "😀", "\uFFFF", "\0", " ", "。"];
    private static readonly string[] Names = ["ノート A1", "ﾉｰﾄ　a1", "ノート", "b", "B"];
    private static readonly string[] Labels = ["price", "price-high", "delivery", "app"];
    private static readonly string[] Opinions = ["ログイン/できない/-1", "ログイン/できる/1", "/遅い/-1", "電源/入る/0", "a／b/遅い/-1"];
    private static readonly string[] Customers = ["c-0123456789abcdef", "c-0123456789abcdff", "c-ffffffffffffffff", "somebody"];

    private static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    private static readonly Gen<IndexEntry> Entry =
        from id in Gen.Choose(1, 60)
        from terms in Gen.Frequency((4, Gen.Elements(Words)), (1, Gen.Elements(Compounds))).ListOf()
        from day in Gen.Choose(739_000, 739_070)
        from channel in Gen.Elements(Enum.GetValues<Channel>())
        from sentiment in Gen.Elements(Enum.GetValues<SentimentLabel>())
        from score in Gen.Choose(-10, 10)
        from names in Gen.Two(Gen.Elements(Names))
        from hasProduct in Gen.Elements(true, true, false)
        from topics in Gen.Elements(Labels).ListOf()
        from intents in Gen.Elements(Labels).ListOf()
        from opinions in Gen.Elements(Opinions).ListOf()
        from customer in Gen.Elements<string?>([null, .. Customers])
        from scores in Gen.Elements<string?>(null, "{}", """{"nps":0}""", """{"nps":7,"rating":4.5}""", """{"rating":1}""")
        from attributes in Gen.Elements<string?>(null, """{"地域":"関東"}""", """{"segment":"法人","地域":"関 西"}""", """{"会員種別":"個人"}""", """{"会員種別":"個人","segment":"法人"}""")
        from language in Gen.Elements("ja", "en", "und")
        from text in Text
        from wording in Gen.Choose(0, 20)
        select new IndexEntry
        {
            Id = id * 1000L,
            Terms = Encoding.UTF8.GetBytes(string.Join(' ', terms)),
            Day = day,
            Channel = channel,
            Sentiment = sentiment,
            Score = score / 10.0,
            Source = names.Item1,
            Product = hasProduct ? names.Item2 : null,
            Topics = string.Join(' ', topics),
            Intents = string.Join(' ', intents),
            Opinions = string.Join('\t', opinions),
            Customer = customer,
            Scores = scores,
            Attributes = attributes,
            Language = language,
            Wording = wording,
            Text = text,
        };

    private static readonly Gen<Match> Part = Gen.OneOf(
        Terms(),
        Terms(),
        Gen.Elements([.. Words, "aa", "イン", "missing"]).Select(Match (word) => new WordMatch(word)),
        Gen.Elements<Match>(
            new FieldMatch(QueryField.Channel, "survey", false), new FieldMatch(QueryField.Channel, "c", true), new FieldMatch(QueryField.Sentiment, "negative", false),
            new FieldMatch(QueryField.Product, "ノート a1", false), new FieldMatch(QueryField.Product, "", true), new FieldMatch(QueryField.Source, "b", false),
            new FieldMatch(QueryField.Topic, "price", false), new FieldMatch(QueryField.Topic, "price", true), new FieldMatch(QueryField.Intent, "app", false),
            new FieldMatch(QueryField.Segment, "法人", false), new FieldMatch(QueryField.Segment, "", true), new FieldMatch(QueryField.Language, "ja", false),
            new FieldMatch(QueryField.Attribute, "地域=関東", false), new FieldMatch(QueryField.Attribute, "地域=関", true), new FieldMatch(QueryField.Attribute, "色=赤", false),
            new FieldMatch(QueryField.Customer, "c-0123456789abcdef", false), new FieldMatch(QueryField.Customer, "somebody", false), new FieldMatch(QueryField.Customer, "c-0123456789abcd", true)),
        from field in Gen.Elements(QueryField.Date, QueryField.Score, QueryField.Nps, QueryField.Rating)
        from middle in Gen.Choose(-1, 8)
        from width in Gen.Choose(0, 20)
        from open in Gen.Choose(0, 2)
        from included in Gen.Two(Gen.Elements(true, false))
        select (Match)Range(field, middle, width, open, included.Item1, included.Item2),
        Text.Where(text => text.Length > 0).Select(Match (text) => new ExactMatch(ExactText.Normalize(text.Length > 4 ? text[..4] : text))),
        from target in Gen.Elements<string?>(null, "", "ログイン", "電源", "a/b", "無い")
        from expression in Gen.Elements<string?>(null, "遅い", "できない")
        from polarity in Gen.Elements<int?>(null, -1, 1)
        select (Match)new OpinionMatch(target, expression, polarity),
        Gen.Choose(1, 60).ListOf().Select(Match (ids) => new IdsMatch([.. ids.Distinct().Order().Select(id => id * 1000L)])),
        Gen.Constant(Match.Everything));

    public static Gen<Match> Query { get; } = Gen.Sized(size => Nested(Math.Min(3, size / 10)));

    public static Gen<IReadOnlyList<IndexEntry>> Entries { get; } = Entry.ListOf().Select(IReadOnlyList<IndexEntry> (entries) => [.. entries]);

    /// <summary>What happens to an archive: entries to write and identifiers to delete, time after time.</summary>
    public static Gen<IReadOnlyList<(IReadOnlyList<IndexEntry> Written, IReadOnlyList<long> Deleted)>> Changes { get; } =
        (from written in Entries.Resize(6) from deleted in Gen.Choose(1, 60).Select(id => id * 1000L).ListOf().Resize(3) select (written, (IReadOnlyList<long>)[.. deleted]))
        .ListOf().Resize(30).Select(IReadOnlyList<(IReadOnlyList<IndexEntry>, IReadOnlyList<long>)> (changes) => [.. changes]);

    private static Gen<Match> Nested(int depth) => depth == 0 ? Part : Gen.Frequency(
        (3, Part),
        (2, Nested(depth - 1).ListOf().Resize(3).Where(parts => parts.Count > 0).Select(Match (parts) => new AllMatch([.. parts]))),
        (2, Nested(depth - 1).ListOf().Resize(3).Where(parts => parts.Count > 0).Select(Match (parts) => new AnyMatch([.. parts]))),
        (1, Nested(depth - 1).Select(Match (part) => new NoneMatch(part))));

    private static Gen<Match> Terms() =>
        from count in Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(2, 4)))
        from terms in Gen.Elements([.. Words, "missing"]).ListOf(count)
        from prefix in Gen.Elements(true, false, false)
        from slop in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 5)))
        from boost in Gen.Elements(1, 1, 0.5, 3)
        select (Match)new TermsMatch([.. terms], prefix) { Slop = slop, Boost = boost };

    private static RangeMatch Range(QueryField field, int middle, int width, int open, bool fromIncluded, bool toIncluded)
    {
        var (from, to) = field switch
        {
            QueryField.Date => (739_000.0 + (5 * middle), 739_000.0 + (5 * middle) + width),
            QueryField.Score => (middle / 10.0, (middle + width) / 10.0),
            _ => (middle, middle + (width / 2.0)),
        };
        return new RangeMatch(field, open == 1 ? null : from, fromIncluded, open == 2 ? null : to, toIncluded);
    }
}
