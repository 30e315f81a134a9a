using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class SavedIndexTests
{
    private readonly ArchiveModel _model = new();

    [Fact]
    public void What_was_saved_answers_as_looking_at_every_text_does_and_goes_on_being_changed() =>
        Prop.ForAll(AnyArchive.Entries.Resize(30).Zip(AnyArchive.Changes).Zip(AnyArchive.Query.ArrayOf(4)).ToArbitrary(), given =>
        {
            var ((loaded, changes), queries) = given;
            var model = new ArchiveModel();
            model.Load(loaded);
            foreach (var (written, deleted) in changes.Take(changes.Count / 2))
            {
                model.Apply(written, deleted);
            }
            var saved = model.Index.Current;
            var restored = model.RestoreFrom(Saved(saved));
            Assert.Equal(saved.Sequence, restored!.Sequence);
            Assert.All(queries, query => Agreement.On(query, restored, model.Texts));
            foreach (var (written, deleted) in changes.Skip(changes.Count / 2))
            {
                model.Apply(written, deleted);
            }
            Assert.All(queries, query => Agreement.On(query, model.Index.Current, model.Texts));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Several_segments_with_many_values_come_back()
    {
        var entries = Some.Entries(2000, seed: 5).Select(e => e with { Product = $"製品 {e.Id % 700}", Customer = $"c-{(e.Id % 90) + 1:x16}" }).ToList();
        _model.Load(entries);
        _model.Apply([.. entries.Take(900).Select(e => e with { Product = "別の製品" })]);
        var restored = _model.RestoreFrom(Saved(_model.Index.Current))!;
        foreach (Match match in new Match[] { new TermsMatch(["t1"], Prefix: false), new FieldMatch(QueryField.Product, "製品 3", false), new ExactMatch("t1t"), Match.Everything })
        {
            Agreement.On(match, restored, _model.Texts);
        }
    }

    [Fact]
    public void Nothing_that_only_deleted_texts_said_is_saved()
    {
        _model.Load([Some.Entry(1, "のこる"), Some.Entry(2, "きえる") with { Product = "消える製品", Attributes = """{"担当":"消える人"}""", Opinions = "消える品/遅い/-1" }]);
        _model.Apply([], 2);
        var bytes = Saved(_model.Index.Current).ToArray();
        Assert.Contains("のこる", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.All(["きえる", "消える"], gone => Assert.DoesNotContain(gone, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_saved_in_another_state_is_not_taken()
    {
        var before = _model.Load([Some.Entry(1, "a")]);
        Assert.Null(_model.Index.Restore(Saved(before, "then"), state => state == "now"));
        Assert.Same(before, _model.Index.Current);
    }

    [Fact]
    public void A_damaged_file_is_refused_wherever_it_is_damaged_and_changes_nothing()
    {
        var before = _model.Load(Some.Entries(50, seed: 1));
        var bytes = Saved(before).ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => _model.Index.Restore(new MemoryStream(damaged), _ => true));
            Assert.Throws<InvalidDataException>(() => _model.Index.Restore(new MemoryStream(bytes, 0, at), _ => true));
        }
        Assert.Same(before, _model.Index.Current);
    }

    [Fact]
    public void An_empty_archive_comes_back_empty()
    {
        var restored = _model.RestoreFrom(Saved(_model.Load([])))!;
        Assert.Equal(0, restored.Find(new ExactMatch("a")).Total);
    }

    private static MemoryStream Saved(IndexSnapshot snapshot, string state = "")
    {
        var saved = new MemoryStream();
        ArchiveIndex.Save(snapshot, state, saved);
        saved.Position = 0;
        return saved;
    }
}
