using Voc.Analysis.Retrieval;
using Voc.Analysis.Search;

namespace Voc.Analysis.Tests.Retrieval;

public class AttachedTextTests
{
    private static readonly Match Exact = new ExactMatch("電源");

    private readonly ArchiveModel _model = new();

    [Fact]
    public void Texts_that_come_later_are_found_as_those_that_came_at_once()
    {
        var entries = Some.Entries(3000, seed: 3).ToList();
        var snapshot = _model.Load(entries, withTexts: false);
        Assert.False(snapshot.HasTexts);
        _model.AttachTexts();
        Assert.True(snapshot.HasTexts);
        var match = new ExactMatch("t1t");
        Assert.Equal(_model.Texts.Find(match).Select(e => e.Id), snapshot.Find(match).Ids(TextOrder.Oldest));
    }

    [Fact]
    public async Task Who_asks_for_a_string_before_waits_and_others_do_not()
    {
        var snapshot = _model.Load([Some.Entry(1, "a", "電源"), Some.Entry(2, "a", "画面")], withTexts: false);
        var waiting = Task.Run(() => snapshot.Find(Exact).Total);
        Assert.Equal(2, snapshot.Find(new TermsMatch(["a"], Prefix: false)).Total);
        Assert.False(waiting.IsCompleted);
        _model.AttachTexts();
        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        var snapshot = _model.Load([Some.Entry(1, "a", "電源")], withTexts: false);
        using var cancellation = new CancellationTokenSource();
        var waiting = Task.Run(() => snapshot.Find(Exact, cancellation.Token).Total);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void What_changes_meanwhile_has_its_own_text()
    {
        _model.Load([Some.Entry(1, "a", "電源"), Some.Entry(2, "a", "画面"), Some.Entry(3, "a", "電源")], withTexts: false);
        var changed = _model.Apply([Some.Entry(2, "a", "電源"), Some.Entry(4, "a", "電源")], 3);
        Assert.False(changed.HasTexts);
        _model.AttachTexts();
        Assert.Equal([1, 2, 4], changed.Find(Exact).Ids(TextOrder.Oldest));
    }

    [Fact]
    public void A_text_that_does_not_come_counts_as_empty_and_one_too_many_is_passed_over()
    {
        var snapshot = _model.Load([Some.Entry(2, "a"), Some.Entry(4, "a")], withTexts: false);
        _model.Index.AttachTexts([(1, "電源"), (3, "電源"), (4, "電源"), (5, "電源")]);
        Assert.Equal([4], snapshot.Find(Exact).Ids(TextOrder.Oldest));
        Assert.True(snapshot.TryGet(2, out var empty) && empty.Text.IsEmpty);
    }

    [Fact]
    public void Without_texts_nothing_is_there_to_read_but_all_else_is()
    {
        var snapshot = _model.Load([Some.Entry(2, "a", "電源")], withTexts: false);
        Assert.True(snapshot.TryGet(2, out var text) && text.Text.IsEmpty && text.Terms.Length == 1);
    }
}
