using System.Diagnostics.CodeAnalysis;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Api.Models;
using Voc.Api.Storage;
using Voc.Api.Vocabulary;

namespace Voc.Api.Reading;

/// <summary>How texts are read at one moment. Whoever took it goes on with it though another may take its place meanwhile.</summary>
/// <param name="Version">What texts read with it are stamped with; 0 where nothing was ever read.</param>
/// <param name="Learned">The version of the learned part.</param>
/// <param name="Composed">The analyzer and its parts.</param>
/// <param name="Own">The company's own data it was put together with.</param>
internal sealed record ReadingSnapshot(int Version, LearnedPart Learned, ComposedReading Composed, OwnVocabulary Own)
{
    /// <summary>Number of the model in use; 0 is the one that is shipped.</summary>
    public int Model => Learned.Number;

    public Analyzer Analyzer => Composed.Analyzer;
}

/// <summary>
/// The reading in use: what is shipped with the company's own words, expressions, topics and model on top, all of which the store keeps. A
/// change of those takes effect at once for every text that is begun after it.
/// </summary>
internal sealed class CurrentReading
{
    private const string NewestVersion = "SELECT max(Version) FROM reading_change";

    private readonly Lock _lock = new();
    private readonly Store? _store;
    private readonly ShippedReading _shipped;
    private readonly ReadingComposer _composer;
    private readonly ILogger<CurrentReading> _log;
    private volatile ReadingSnapshot _now;
    private long _tried;

    /// <param name="store">Null where there is no store yet: texts are read with what is shipped.</param>
    /// <param name="shipped">What the product brings along.</param>
    /// <param name="composer">Puts the two together.</param>
    /// <param name="log">Is told what cannot be used.</param>
    public CurrentReading(Store? store, ShippedReading shipped, ReadingComposer composer, ILogger<CurrentReading> log)
    {
        (_store, _shipped, _composer, _log) = (store, shipped, composer, log);
        _now = new ReadingSnapshot(0, LearnedPart.Shipped, composer.Compose(OwnVocabulary.None, LearnedPart.Shipped), OwnVocabulary.None);
        Reload();
    }

    public ReadingSnapshot Now => _now;

    public Analyzer Analyzer => _now.Analyzer;

    /// <summary>Takes over what the store holds now. Where that cannot be read, the reading stays as it is.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with what is stored, texts must go on being read.")]
    public void Reload()
    {
        lock (_lock)
        {
            try
            {
                if (_store is not null)
                {
                    var (version, own, learned) = Read(_store);
                    _now = new ReadingSnapshot(version, learned, _composer.Compose(own, learned), own);
                }
            }
            catch (Exception failure)
            {
                _log.LogError(failure, "The company's own words, topics and model could not be read; texts are read as before");
                _now = _now with { Composed = _now.Composed with { Problems = [Unread(failure)] } };
                return;
            }
            foreach (var problem in _now.Composed.Problems)
            {
                _log.LogWarning("{Problem}", problem.En);
            }
        }
    }

    /// <summary>Takes over what another process changed. What cannot be read is tried once.</summary>
    /// <param name="connection">A connection to the store that is held.</param>
    public void Follow(StoreConnection connection)
    {
        if (connection.Scalar(NewestVersion) is long newest && newest > _now.Version && newest > Interlocked.Exchange(ref _tried, newest))
        {
            Reload();
        }
    }

    private static LocalizedText Unread(Exception failure) => new(
        $"登録した単語・表現・話題・モデルを読み込めないため、それまでの読み方を続けています: {failure.Message}",
        $"The company's own words, expressions, topics and model could not be read; texts are read as before: {failure.Message}");

    /// <summary>Notes in the store that this version of the product reads from now on, if another did before.</summary>
    public async Task RegisterAsync(GroupCommitWriter writer, TimeProvider time, CancellationToken cancellationToken)
    {
        var noted = await writer.WriteAsync(
            connection =>
            {
                var last = connection.Scalar("SELECT Subject FROM reading_change WHERE Kind='product' ORDER BY Version DESC LIMIT 1");
                if (last is string known && known == _shipped.Fingerprint)
                {
                    return false;
                }
                using var context = connection.Context();
                context.Add(new ReadingChangeRow { At = time.GetUtcNow(), By = "", Kind = "product", Action = "changed", Subject = _shipped.Fingerprint });
                context.SaveChanges();
                return true;
            },
            cancellationToken);
        if (noted)
        {
            Reload();
        }
    }

    private (int Version, OwnVocabulary Own, LearnedPart Learned) Read(Store store)
    {
        using var connection = store.Open();
        connection.Execute("BEGIN"); // One view of the store, for the version to fit the data.
        using var context = connection.Context();
        var version = context.Set<ReadingChangeRow>().Max(c => (int?)c.Version) ?? 0;
        return (version, OwnVocabulary.Read(context), ReadLearned(context));
    }

    /// <summary>The active model; the one in use where that is still the same.</summary>
    private LearnedPart ReadLearned(VocDbContext context)
    {
        var number = context.Set<ModelRow>().Where(m => m.Active).Select(m => m.Number).FirstOrDefault();
        if (number == _now.Learned.Number && _now.Learned.Problem is null)
        {
            return _now.Learned;
        }
        if (number == LearnedPart.Shipped.Number)
        {
            return LearnedPart.Shipped;
        }
        try
        {
            using var data = new MemoryStream(context.Set<ModelRow>().Where(m => m.Number == number).Select(m => m.Data).Single());
            return new LearnedPart(number, ReadingModel.Load(data, $"model {number}"));
        }
        catch (DataFileException unusable)
        {
            return LearnedPart.Shipped with
            {
                Problem = new(
                    $"モデル {number} は使えないため、標準のモデルで読んでいます: {unusable.Problem.Ja}",
                    $"Model {number} cannot be used; texts are read with the shipped one: {unusable.Problem.En}"),
            };
        }
    }
}
