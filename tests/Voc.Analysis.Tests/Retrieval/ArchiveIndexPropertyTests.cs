using FsCheck;
using FsCheck.Fluent;
using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class ArchiveIndexPropertyTests
{
    private static readonly Gen<Match[]> Queries = AnyArchive.Query.ArrayOf(5);

    [Fact]
    public void A_loaded_archive_answers_as_looking_at_every_text_does() =>
        Prop.ForAll(AnyArchive.Entries.Resize(60).Zip(Queries).ToArbitrary(), given =>
        {
            var model = new ArchiveModel();
            var snapshot = model.Load(given.Item1);
            Assert.All(given.Item2, query => Agreement.On(query, snapshot, model.Texts));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void An_archive_that_was_written_to_and_deleted_from_does_too_and_so_do_the_snapshots_taken_meanwhile() =>
        Prop.ForAll(AnyArchive.Entries.Resize(20).Zip(AnyArchive.Changes).Zip(Queries).ToArbitrary(), given =>
        {
            var ((loaded, changes), queries) = given;
            var model = new ArchiveModel();
            var states = new List<(IndexSnapshot Snapshot, BruteForce Texts)> { (model.Load(loaded), model.Texts) };
            foreach (var (written, deleted) in changes)
            {
                states.Add((model.Apply(written, deleted), model.Texts));
            }
            foreach (var (snapshot, texts) in states.TakeLast(1).Concat(states.Index().Where(s => s.Index % 7 == 0).Select(s => s.Item)))
            {
                Assert.Equal(texts.Count, snapshot.Count);
                Assert.All(queries, query => Agreement.On(query, snapshot, texts));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
