using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Voc.Analysis;
using Voc.Analysis.Learning;
using Voc.Api.Corrections;
using Voc.Api.Problems;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Models;

/// <summary>The versions of the learned part of the reading. Number 0 is shipped and always there.</summary>
internal sealed class ModelBook(Store store, GroupCommitWriter writer, CurrentReading reading, ShippedReading shipped, TimeProvider time)
{
    public const int Shipped = 0;

    /// <summary>Versions that can be gone back to.</summary>
    public const int Kept = 20;

    private static readonly LocalizedText What = new("モデル", "model");

    /// <summary>All versions, newest first, beside a training.</summary>
    public ModelList List(TrainingInfo? training)
    {
        using var context = store.Context();
        var active = reading.Now.Model;
        var rows = context.Set<ModelRow>().AsNoTracking().OrderByDescending(m => m.Number)
            .Select(m => new { m.Number, m.CreatedAt, m.By, m.Texts, m.Corrections, m.HeldOut, m.Before, m.After }).ToList();
        var since = rows.Find(m => m.Number == active)?.CreatedAt ?? DateTimeOffset.UnixEpoch;
        return new ModelList(
            active,
            reading.Now.Analyzer.Model.Origin != shipped.Analyzer.Model.Origin,
            [
                .. rows.Select(m => new ModelVersion(m.Number, m.CreatedAt, m.By, m.Texts, m.Corrections, m.HeldOut, Scores(m.Before), Scores(m.After), m.Number == active)),
                new ModelVersion(Shipped, null, null, 0, 0, 0, null, null, active == Shipped),
            ],
            training,
            context.Set<CorrectionRow>().Count(),
            context.Set<CorrectionRow>().Count(c => c.At > since));
    }

    /// <summary>Keeps a version under the next number, which it answers.</summary>
    public Task<int> AddAsync(ModelRow row, CancellationToken cancellationToken) => writer.WriteAsync(
        connection =>
        {
            using var context = connection.Context();
            row.Number = 1 + (context.Set<ModelRow>().Max(m => (int?)m.Number) ?? Shipped);
            context.Add(row);
            context.SaveChanges();
            // Each takes megabytes; nobody goes back further than this.
            context.Set<ModelRow>().Where(m => m.Number <= row.Number - Kept && !m.Active).ExecuteDelete();
            return row.Number;
        },
        cancellationToken);

    /// <summary>Reads with a version from now on; answers why not, or null.</summary>
    public async Task<Refusal?> ActivateAsync(int number, string by, CancellationToken cancellationToken)
    {
        await using (var context = store.Context())
        {
            var data = await context.Set<ModelRow>().Where(m => m.Number == number).Select(m => m.Data).SingleOrDefaultAsync(cancellationToken);
            if (number != Shipped && (data is null ? Refusal.Missing(What, number) : Unusable(number, data)) is { } wrong)
            {
                return wrong;
            }
        }
        await writer.WriteAsync(connection => Activate(connection, number, by), cancellationToken);
        reading.Reload();
        return null;
    }

    /// <summary>A model that another version of the product made may be of another form.</summary>
    private static Refusal? Unusable(int number, byte[] data)
    {
        try
        {
            using var stream = new MemoryStream(data);
            _ = ReadingModel.Load(stream, $"model {number}");
            return null;
        }
        catch (DataFileException unusable)
        {
            return Refusal.Conflict(
                new($"モデル {number} は使えません: {unusable.Problem.Ja}", $"Model {number} cannot be used: {unusable.Problem.En}"), new("もう一度学習してください。", "Train again."), "unusable");
        }
    }

    private bool Activate(StoreConnection connection, int number, string by)
    {
        using var context = connection.Context();
        if ((context.Set<ModelRow>().Where(m => m.Active).Select(m => (int?)m.Number).FirstOrDefault() ?? Shipped) == number)
        {
            return false;
        }
        context.Set<ModelRow>().ExecuteUpdate(m => m.SetProperty(r => r.Active, r => r.Number == number));
        context.Add(new ReadingChangeRow { At = time.GetUtcNow(), By = by, Kind = "model", Action = "activated", Subject = number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        context.SaveChanges();
        return true;
    }

    private static ModelScores? Scores(string json) => JsonSerializer.Deserialize<ModelScores>(json, Server.Json);
}
