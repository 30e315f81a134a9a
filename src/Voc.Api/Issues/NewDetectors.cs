using Voc.Analysis.Issues;
using Voc.Api.Reading;
using Voc.Api.Storage;

namespace Voc.Api.Issues;

/// <summary>A detector at a start.</summary>
/// <param name="Detector">Empty, or as it was saved.</param>
/// <param name="PerYear">The false alarms a year it was made for.</param>
/// <param name="Last">The last event it counted; null where it is empty.</param>
internal sealed record NewDetector(IssueDetector Detector, double PerYear, long? Last = null);

/// <summary>Makes detectors with the settings of the moment. The saved state is read beside the rest of the service's start.</summary>
internal sealed class NewDetectors(Store store, DetectorFile file, DetectionSettings settings, DetectionSlices slices, CurrentReading reading, VocOptions options)
{
    private readonly GraveWords _graveWords = GraveWords.Load();
    private Task<NewDetector>? _restored;

    public NewDetector Empty()
    {
        var perYear = settings.FalseAlarmsPerYear();
        return new(new IssueDetector(DetectorSetup.Of(options.Zone, _graveWords, () => reading.Analyzer.Taxonomy, perYear, slices.Chosen())), perYear);
    }

    /// <summary>Begins to read the saved state, for whoever takes it first.</summary>
    public Task BeginRestoring() => _restored = Task.Run(Restore);

    /// <summary>A detector in the state that was saved; empty where there is none that can be used.</summary>
    public async Task<NewDetector> RestoredAsync() => await (Interlocked.Exchange(ref _restored, null) ?? Task.Run(Restore));

    private NewDetector Restore()
    {
        var detector = Empty();
        using var connection = store.Open();
        return file.Restore(detector.Detector, connection) is { } last ? detector with { Last = last } : Empty();
    }
}
